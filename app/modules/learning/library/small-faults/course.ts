import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { looseButton } from "./scenario.ts";

/** Seeing a fault while it is small, and getting it to whoever can mend it. */
export const smallFaults: CourseContent = {
  code: "SMALL-FAULTS",
  title: both("Lỗi nhỏ, báo sớm", "Small faults, early"),
  summary: both(
    "Nhận ra lỗi nhỏ đang lặp lại, hỏi đủ để có bằng chứng, báo đúng nơi sửa được, và cho khách biết nó ra sao.",
    "Recognise a small fault that repeats, ask enough to have evidence, report it where it can be mended, and tell the customer what became of it.",
  ),
  why: both(
    "Chuyện lớn nào cũng từng là chuyện nhỏ mà ai đó đã nghe rồi bỏ qua. Báo sớm thì sửa một chiếc máy; báo muộn thì xin lỗi một nghìn người.",
    "Every big affair was once a small thing that somebody heard and let pass. Reported early, a machine is set right; reported late, a thousand people are apologised to.",
  ),
  serves: serves("expectation", both("Điều mình báo được ai đó sửa, không chỉ được cảm ơn", "What one reports gets mended, not only thanked for")),
  skill: "MEND",
  validMonths: 24,
  verified: false,
  lessons: [
    {
      code: "born-small",
      kind: "read",
      title: both("Chuyện lớn nào cũng sinh ra nhỏ", "Every crisis is born small"),
      minutes: 4,
      body: page(
        [
          "Hỏi lại sau mỗi chuyện ồn ào, gần như lần nào cũng có người nói: “À, tuần trước có một khách nhắc rồi.” Người nghe câu nhắc ấy không vô tâm. Họ đã xử lý: xin lỗi, tặng phiếu, khép lại. Khách ấy vui. Lỗi ấy ở lại.",
          "Có hai việc trong mỗi lời khách báo. **Trả lời khách này**, và **gỡ nguyên nhân cho mọi khách sau**. Việc thứ nhất ai cũng làm. Việc thứ hai không ai bảo làm nên dễ rơi.",
          "Quy ước đơn giản:",
          "- *Lần một*: xử lý, ghi rõ chuyện gì, ở đâu.\n- *Lần hai*: để ý. Tìm xem có ai khác.\n- *Lần ba*: báo vướng mắc trong ca, không đợi cuối tuần.",
          "Muốn người khác sửa được, lời báo cần bốn thứ: **cái gì** (đuôi chỉ cúc không thắt), **ở đâu** (mã lô, trang, bước nào), **mấy lần** (ba khách trong bảy ngày), **bằng chứng** (một tấm ảnh). Thiếu “ở đâu” thì người nhận phải đi hỏi; thiếu “mấy lần” thì họ nghĩ là chuyện lẻ.",
          "Đừng tìm người để trách. “Ai đơm cúc lô này?” làm cả xưởng im. “Bước nào để lọt được sợi chỉ không thắt?” làm cả xưởng nghĩ.",
          "Và đừng thổi to. Lỗi nhỏ cần được báo *sớm*, không cần được báo *to*. Ba chiếc là ba chiếc. Nói đúng con số thì lần sau con số của bạn được tin.",
          "Cuối cùng, **nói lại cho khách**. Người báo lỗi đã làm không công cho mình một việc. Họ không chờ phiếu mua hàng. Họ chờ một câu: “Dạ, nhờ chị mà tụi em sửa rồi.” Có câu ấy, lần sau họ báo tiếp. Không có, họ im, và im là lúc mình mù.",
        ],
        [
          "Ask after any uproar, and almost every time somebody says: “Oh yes, a customer mentioned that last week.” Whoever heard it was not careless. They dealt with it: apologised, gave a voucher, closed the case. That customer was happy. The fault stayed.",
          "There are two jobs in everything a customer reports. **Answer this customer**, and **remove the cause for all the next**. Everybody does the first. Nobody is told to do the second, so it drops.",
          "A simple convention:",
          "- *Once*: deal with it; write what, and where.\n- *Twice*: notice. See whether there are others.\n- *Three times*: report it within the shift, without waiting for the week to end.",
          "To be mended by others, a report needs four things: **what** (thread not knotted off), **where** (batch, page, step), **how often** (three customers in seven days), **evidence** (one photo). Without the where, the receiver has to go asking; without the how often, it looks like an accident.",
          "Do not look for somebody to blame. “Who sewed this batch?” silences a workshop. “Which step lets a bare thread through?” makes it think.",
          "And do not blow it up. A small fault has to be reported *early*, not *loudly*. Three is three. Give the true figure and your figures will be believed next time.",
          "Finally, **tell the customer**. Whoever reported it did you a favour for nothing. They are not waiting for a voucher. They wait for one sentence: “Thanks to you it is mended.” With it, they will report again. Without it they fall silent, and then you are blind.",
        ],
      ),
      remember: both("Lần ba thì báo trong ca: cái gì, ở đâu, mấy lần, bằng chứng.", "Third time, report it within the shift: what, where, how often, evidence."),
      recall: [
        recall("four-parts", both("Một lời báo lỗi cần bốn thứ nào?", "Which four things does a report need?"), both("Cái gì, ở đâu, mấy lần, bằng chứng.", "What, where, how often, evidence.")),
        recall("third-time", both("Cùng một lỗi nhỏ gặp lần thứ ba thì làm gì?", "You meet the same small fault for the third time: what do you do?"), both("Báo vướng mắc ngay trong ca.", "Report the friction within the shift.")),
        recall("two-jobs", both("Trong mỗi lời khách báo có hai việc nào?", "Which two jobs are in everything a customer reports?"), both("Trả lời khách này, và gỡ nguyên nhân cho mọi khách sau.", "Answer this customer, and remove the cause for all the next.")),
      ],
    },
    { code: "loose-button", kind: "scenario", title: both("Chiếc cúc thứ hai", "The second button"), minutes: 5, scenario: looseButton, recall: [] },
    {
      code: "report-that-works",
      kind: "quiz",
      title: both("Lời báo nào sửa được lỗi", "The report that gets it mended"),
      minutes: 3,
      pass: 3,
      questions: [
        question("best-report", both("Lời báo nào giúp bên trang web sửa nhanh nhất?", "Which report helps the web team mend it fastest?"), [
          wrong("a", both("“Trang đổi hàng rối quá, khách kêu hoài, sửa gấp giúp.”", "“The exchange page is a mess, customers keep complaining, please fix urgently.”"), both("Thật và nóng. Người nhận chưa biết bắt đầu từ đâu.", "True and heated. The receiver does not know where to begin.")),
          right("b", both("“Trang đổi hàng, bước chọn lý do: nút Tiếp tục bị che trên điện thoại màn nhỏ. Năm khách từ thứ Hai, kèm ảnh của hai khách.”", "“Exchange page, step of the reason: on small phones the Continue button is covered. Five customers since Monday; photos from two.”"), both("Cái gì, ở đâu, mấy lần, bằng chứng. Mở ra là sửa được.", "What, where, how often, evidence. Open it and mend it.")),
          wrong("c", both("“Bạn nào làm trang đổi hàng xem lại giúp, tuần nào cũng có lỗi.”", "“Could whoever built the exchange page look again? There's something every week.”"), both("Tìm người trước khi tìm lỗi. Người ấy sẽ bận trả lời cho mình trước.", "It looks for a person before a fault. That person will first be busy defending themselves.")),
        ]),
        question("busy-day", both("Ngày giảm giá, quầy đông, khách thứ ba nói khóa váy kẹt. Làm gì?", "A sale day, a full counter, and a third customer says the zip sticks. What do you do?"), [
          right("a", both("Đổi cho khách, chụp nhãn, mười giây báo vướng mắc, kéo các chiếc cùng lô xuống khỏi kệ.", "Exchange it, photograph the label, report it in ten seconds, take the batch off the shelf."), both("Mười giây bây giờ đỡ ba mươi khách chiều nay.", "Ten seconds now spare thirty customers this afternoon.")),
          wrong("b", both("Đổi cho khách, cuối tuần họp sẽ nói.", "Exchange it and raise it at the weekly meeting."), both("Từ giờ tới cuối tuần là cả đợt giảm giá.", "Between now and the meeting lies the whole sale.")),
          wrong("c", both("Dặn các bạn kéo khóa thử trước khi bán.", "Ask everyone to test the zip before selling."), both("Giúp được ca này, dựa vào trí nhớ. Lô hàng vẫn ở đó.", "It helps this shift, by memory alone. The batch is still there.")),
        ]),
        question("tell-back", both("Kho trả lời: lỗi có thật, đã sửa. Khách báo lỗi đã được tặng phiếu từ trước. Có cần nhắn nữa không?", "The warehouse answers: a real fault, mended. The customer who reported it already had a voucher. Do you write again?"), [
          wrong("a", both("Không, khách đã nhận phiếu rồi.", "No, she has had her voucher."), both("Phiếu trả cho phiền hà. Còn tò mò và công của khách thì chưa ai trả.", "The voucher paid for the trouble. Nobody has repaid her care.")),
          wrong("b", both("Gửi chung một tin cho tất cả khách là đã cải tiến.", "Send all customers a general notice of the improvement."), both("Người ngoài cuộc không hiểu, người trong cuộc không thấy mình.", "Outsiders will not understand it, and she will not find herself in it.")),
          right("c", both("Có, một câu: “Nhờ chị nhắn mà tụi em tìm ra máy lệch kim, sửa xong hôm thứ Tư.”", "Yes, one sentence: “Thanks to your message we found a needle out of line and set it right on Wednesday.”"), both("Đó là lời cảm ơn mà không phiếu nào thay được, và là lý do khách sẽ báo lần sau.", "No voucher replaces that, and it is why she will write the next time.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "hunt-one-fault",
      kind: "practice",
      title: both("Đi theo một lỗi nhỏ", "Follow one small fault"),
      minutes: 3,
      task: both(
        "Trong tuần, chọn một lỗi nhỏ khách nhắc tới. Hỏi khách đủ để biết cái gì và ở đâu, tìm xem có ai khác, báo vướng mắc kèm bằng chứng, và nhắn lại cho khách khi có kết quả. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "This week choose one small fault that a customer mentions. Ask enough to know what and where, see whether there are others, report it with evidence, and write back when there is a result. Report what the customer said, felt and left unsaid.",
      ),
      times: 1,
      observe: [
        both("Hỏi một câu phân biệt được nguyên nhân", "Asks one question that separates the causes"),
        both("Lời báo có đủ cái gì, ở đâu, mấy lần, bằng chứng", "The report holds what, where, how often and evidence"),
        both("Hẹn khách một ngày sẽ báo kết quả, và giữ hẹn", "Names the day on which the customer will hear, and keeps it"),
      ],
      recall: [],
    },
    {
      code: "let-pass",
      kind: "reflection",
      title: both("Điều tôi đã để trôi qua", "What I let pass"),
      minutes: 2,
      prompt: both(
        "Lỗi nhỏ nào bạn thấy nhiều tới mức không còn thấy nữa? Nếu hôm nay là ngày đầu đi làm, bạn có chấp nhận nó không? Ai là người sửa được, và điều gì ngăn bạn nói với họ?",
        "Which small fault have you seen so often that you no longer see it? If today were your first day, would you accept it? Who could mend it, and what keeps you from telling them?",
      ),
      recall: [],
    },
  ],
};
