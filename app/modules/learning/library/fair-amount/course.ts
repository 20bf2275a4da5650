import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { notThatRed } from "./scenario.ts";

/** Three questions that find a fair amount without haggling; the rule on partial refunds at a distance asks for it. */
export const fairAmount: CourseContent = {
  code: "FAIR-AMOUNT",
  title: both("Ba câu hỏi để ra mức bù công bằng", "Three questions to a fair amount"),
  summary: both(
    "Tìm mức bù vừa phải qua điện thoại hay tin nhắn bằng ba câu hỏi, nói được lý do, và không mặc cả với người không có lỗi.",
    "Find the right amount by phone or message with three questions, give its reason, and never haggle with somebody who did nothing wrong.",
  ),
  why: both(
    "Từ xa mình không thấy hàng, khách không thấy mặt mình. Con số không kèm lý do nghe như trả giá; con số có lý do nghe như được coi trọng.",
    "At a distance we cannot see the goods and they cannot see our face. A figure without a reason sounds like a bid; with a reason it sounds like respect.",
  ),
  serves: serves("emotion", both("Không bị mặc cả khi mình không có lỗi", "Not being haggled with when one did nothing wrong")),
  skill: "DECIDE",
  validMonths: 12,
  verified: false,
  lessons: [
    {
      code: "three-questions",
      kind: "read",
      title: both("Mất gì, còn gì, thế nào là phải", "What is lost, what remains, what is fair"),
      minutes: 4,
      body: page(
        [
          "“Em bớt cho chị bao nhiêu?” Câu hỏi ấy dễ làm mình bật ra một con số. Con số bật ra thường quá nhỏ vì sợ, hoặc kịch trần vì ngại. Cả hai đều không nói được lý do.",
          "Ba câu hỏi, theo thứ tự:",
          "- **Khách mất gì?** Không phải món đồ lỗi chỗ nào, mà khách mất gì vì nó: một buổi tiệc, một chuyến đi bưu cục, sự đồng bộ với cả phòng. Hỏi về dịp.\n- **Còn gì?** Món đồ còn dùng được tới đâu, kịp lúc nào. Dùng được gần hết thì bù một phần và khách giữ hàng; không dùng được đúng lúc cần thì đổi hoặc hoàn.\n- **Thế nào thì thấy phải?** Đề nghị một mức *kèm lý do*, rồi hỏi: “Chị thấy vậy đã phải chưa ạ?” Đây không phải mời trả giá; đây là mời khách sửa cho mình nếu mình nghe thiếu.",
          "Lý do làm nên mức. “200.000 ₫, một phần năm giá, vì màu là lý do chị chọn nó” đứng vững hơn “300.000 ₫ cho chị vui”. Khách kể lại lý do cho người nhà, ít ai kể lại con số.",
          "Vài mốc để khỏi lơ lửng, trong hạn mức của bạn:",
          "- Lỗi nhỏ không thấy khi mặc: khoảng một phần mười.\n- Lỗi thấy được, vẫn mặc đúng dịp: khoảng một phần năm.\n- Lỗi làm lỡ dịp: nghĩ tới đổi, giao gấp, hoàn, trước khi nghĩ tới bớt.",
          "Đừng đưa trần ra trước, cũng đừng mở thấp để còn chỗ lùi. Một mức, có lý do, sửa được khi biết thêm. Và cùng một lỗi thì cùng một mức, khách nói to hay nói nhỏ.",
        ],
        [
          "“How much will you take off?” The question tempts us to blurt out a figure. Blurted figures are too small, out of fear, or the maximum, out of embarrassment. Neither has a reason.",
          "Three questions, in this order:",
          "- **What was lost?** Not where the fault is, but what it cost them: a party, a trip to the post office, matching the whole department. Ask about the occasion.\n- **What remains?** How far does the piece still serve, and in time for what? If nearly all of it, make up part and let them keep it; if not when it is needed, exchange or refund.\n- **What would be fair?** Propose an amount *with its reason* and ask: “Does that seem fair?” It is no invitation to bid; it invites them to correct you if you heard too little.",
          "The reason makes the amount. “200,000 ₫, a fifth, since the red was why you chose it” stands more firmly than “300,000 ₫ to make you happy”. People retell the reason to their family; hardly anybody retells the figure.",
          "A few marks to hold on to, within your limit:",
          "- A small flaw that does not show: about a tenth.\n- One that shows, and it can still be worn on the day: about a fifth.\n- One that spoils the day: think of an exchange, express or a refund before you think of taking something off.",
          "Do not open with the ceiling, nor low to leave yourself room. One amount, with a reason, open to correction when you learn more. And the same fault gets the same amount, however loudly it is told.",
        ],
      ),
      remember: both("Mất gì, còn gì, thế nào là phải; rồi một mức có lý do.", "What is lost, what remains, what is fair; then one amount with its reason."),
      recall: [
        recall("the-three", both("Ba câu hỏi để ra mức bù công bằng?", "Which three questions lead to a fair amount?"), both("Khách mất gì; món đồ còn dùng được tới đâu; thế nào thì thấy phải.", "What was lost; what remains; what would be fair.")),
        recall("same-fault", both("Khách nói to và khách nói nhỏ, cùng một lỗi: mức bù thế nào?", "Two customers, one loud and one quiet, the same fault: which amounts?"), both("Cùng một mức.", "The same.")),
        recall("missed-day", both("Lỗi làm khách lỡ dịp: nghĩ tới điều gì trước khi bớt tiền?", "The fault spoils the day: what do you think of before taking money off?"), both("Đổi, giao gấp hoặc hoàn tiền để kịp dịp.", "An exchange, express or a refund, in time for the day.")),
      ],
    },
    { code: "not-that-red", kind: "scenario", title: both("Không phải màu đỏ ấy", "Not that red"), minutes: 5, scenario: notThatRed, recall: [] },
    {
      code: "find-the-amount",
      kind: "quiz",
      title: both("Ra mức nào", "Which amount"),
      minutes: 4,
      pass: 2,
      questions: [
        question("scratch", both("Áo khoác 900.000 ₫ có vết xước nhỏ ở lót trong. Khách thích áo, mặc đi làm hằng ngày. Đề nghị nào tốt nhất?", "A 900,000 ₫ coat has a small scratch in the lining. The customer likes it and wears it to work. Which proposal is best?"), [
          wrong("a", both("“Dạ em bớt 270.000 ₫ ạ.” Mức cao nhất được quyết.", "“I'll take off 270,000 ₫.” The most you may."), both("Vết xước không ai thấy mà bù như lỗi lớn. Lần tới gặp lỗi lớn thì không còn mức nào để nói.", "A scratch nobody sees is paid like a large fault. When a large one comes, no amount is left to say so.")),
          right("b", both("“Dạ em xin lại chị 90.000 ₫ vì lót không còn nguyên, và nhận sửa miễn phí khi chị tiện. Chị thấy phải chưa ạ?”", "“90,000 ₫ back, since the lining isn't whole, and a free repair whenever it suits you. Does that seem fair?”"), both("Khoảng một phần mười, có lý do, có cách chữa, và mời sửa cho mình.", "About a tenth, with a reason, a remedy, and an invitation to correct you.")),
          wrong("c", both("“Dạ vết này bên trong, mặc không thấy đâu chị.”", "“It's on the inside; nobody will see.”"), both("Đúng, và khách vẫn đã trả tiền cho một chiếc áo lành.", "True, and she still paid for a whole coat.")),
        ]),
        question("loud-quiet", both("Sáng nay bạn bù 150.000 ₫ cho một khách nói nhẹ. Chiều, khách khác quát, cùng lỗi, đòi 300.000 ₫. Làm gì?", "This morning you gave 150,000 ₫ to somebody soft-spoken. In the afternoon another shouts about the same fault and wants 300,000 ₫. What do you do?"), [
          wrong("a", both("Bù 300.000 ₫ cho êm, vẫn trong hạn mức.", "Give 300,000 ₫ for peace; it is within the limit."), both("Vậy là ai quát thì được gấp đôi. Người nói nhẹ sáng nay vừa bị phạt vì lịch sự.", "Then shouting doubles it, and this morning's customer was fined for being polite.")),
          wrong("b", both("Xin ý kiến trưởng nhóm vì khách đang giận.", "Ask your lead, as they are angry."), both("Cơn giận cần được nghe, mức thì bạn đã biết.", "The anger needs to be heard; the amount you know already.")),
          right("c", both("Nghe hết cơn giận, rồi đề nghị 150.000 ₫ kèm lý do; nếu khách mất thêm điều gì thì tính thêm điều đó.", "Hear the anger out, then propose 150,000 ₫ with its reason; if they lost something more, count that too."), both("Giọng không phải là mất mát. Mất thêm mới là lý do để thêm.", "Volume is not a loss. A further loss is what justifies more.")),
        ]),
        question("wedding-day", both("Giày cưới sai cỡ, chiều mai cưới. Khách hỏi bớt bao nhiêu. Câu đầu tiên nên là gì?", "Wedding shoes in the wrong size, the wedding tomorrow afternoon. The customer asks how much you will take off. What comes first?"), [
          right("a", both("“Dạ chiều mai cưới thì tiền tính sau. Em tìm đúng cỡ ở cửa hàng gần chị, trước 17 giờ em báo chị ạ.”", "“Tomorrow is your wedding; money can wait. I'm looking for your size in the shops near you and will tell you by five.”"), both("Lỗi làm lỡ dịp: cứu dịp trước.", "The fault endangers the day: save the day first.")),
          wrong("b", both("“Dạ em hoàn chị 30% ạ.”", "“I'll give you back 30%.”"), both("Ba mươi phần trăm không đi vừa chân ai.", "Thirty percent fits nobody's feet.")),
          wrong("c", both("“Dạ chị trả lại thì em hoàn đủ.”", "“Send them back and I'll refund in full.”"), both("Đúng quyền lợi, và chiều mai chị đi chân không.", "Her due, and tomorrow she walks barefoot.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "two-amounts",
      kind: "practice",
      title: both("Hai mức có lý do", "Two amounts with a reason"),
      minutes: 2,
      task: both(
        "Với hai khách cần bù, hỏi đủ ba câu rồi mới nói mức, kèm lý do trong một câu. Ghi lý do ấy vào quyết định. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "With two customers who are due something, ask all three before naming an amount, with its reason in one sentence. Write the reason into the decision. Report what they said, felt and left unsaid.",
      ),
      times: 2,
      observe: [
        both("Hỏi về dịp trước khi nói con số", "Asks about the occasion before naming a figure"),
        both("Nói một mức kèm lý do, không mở thấp rồi nâng dần", "Names one amount with its reason instead of starting low"),
        both("Hỏi khách thấy vậy đã phải chưa", "Asks whether it seems fair"),
      ],
      recall: [],
    },
  ],
};
