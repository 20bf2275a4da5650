import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { fittingRoomQueue } from "./scenario.ts";

/** Keeping calm under anger, and standing beside a colleague who has to bear it. */
export const calmBeside: CourseContent = {
  code: "CALM-BESIDE",
  title: both("Giữ bình tĩnh, đứng cùng đồng nghiệp", "Staying calm, standing beside a colleague"),
  summary: both(
    "Giữ được giọng và hơi thở khi khách to tiếng, đứng cạnh đồng nghiệp mà không giành lời, đặt ranh giới không gai, và chăm nhau sau đó.",
    "Keep your voice and breath when a customer shouts, stand beside a colleague without taking over, draw a line without thorns, and look after each other afterwards.",
  ),
  why: both(
    "Cơn giận của khách cần được nghe, nhưng không ai phải nghe nó một mình. Người được đỡ hôm nay mai lại đứng ra đỡ người khác, và khách nào cũng được phục vụ bởi một người không run.",
    "Customers' anger has to be heard, but nobody has to hear it alone. Whoever was stood by today stands by somebody tomorrow, and every customer is served by somebody whose hands do not shake.",
  ),
  serves: serves("emotion", both("Cơn giận được nghe mà không ai bị thương", "Anger heard without anybody being hurt")),
  skill: "STEADY",
  validMonths: 12,
  verified: true,
  lessons: [
    {
      code: "shoulder-to-shoulder",
      kind: "read",
      title: both("Ngang vai, không đứng chắn", "Shoulder to shoulder"),
      minutes: 4,
      body: page(
        [
          "Khi bị quát, cơ thể làm ba việc trước khi bạn kịp nghĩ: tim nhanh, tai ù, tay tìm một việc để làm. Đó không phải yếu. Đó là con người.",
          "**Bốn việc kéo cơ thể về:**",
          "- Thở ra trước, dài hơn hít vào.\n- Hai bàn chân chạm đất, hơi dạng.\n- Nói *chậm hơn và nhỏ hơn* bình thường một nấc. Giọng nhỏ kéo giọng to xuống.\n- Nhắc lại một điều khách lo, bằng chữ của khách. Có việc để nói thì miệng hết cứng.",
          "**Giận chuyện khác với xúc phạm người.** “Bốn mươi phút rồi” là giận chuyện: nghe, xin lỗi, giải quyết. “Đồ vô dụng” là xúc phạm người: dừng lại ở đó, một câu, không gai: *“Dạ em rất muốn giúp anh. Xin anh đừng nói bạn em như vậy.”* Rồi mở ngay một lối đi. Nếu vẫn tiếp tục: *“Dạ em xin phép mời quản lý của em nói chuyện tiếp với anh ạ.”*",
          "**Khi đồng nghiệp đang bị mắng**, bước ra đứng *ngang vai*. Không đứng chắn phía trước, không đẩy bạn ấy ra sau, không nói “bạn này mới”. Nói với khách một câu về điều khách lo. Để lời lại cho đồng nghiệp nếu bạn ấy muốn. Sự có mặt đã làm được nửa việc.",
          "**Sau đó mới là phần hay bị quên.** Hỏi “bạn có ổn không”, và đừng nhận câu “ổn” đầu tiên. Mười phút nghỉ là quy tắc, không phải ân huệ. Trên Tâm có một nút cho người vừa qua chuyện khó; bấm nó không làm ai thấy bạn kém, chỉ làm trưởng ca ghé hỏi bạn trong vòng một giờ.",
          "Và nhớ: khách giận không phải là khách xấu. Thường họ đang sợ một điều gì đó trước mặt người thân của mình.",
        ],
        [
          "When somebody shouts at you, your body does three things before you can think: the heart races, the ears ring, the hands look for something to do. That is not weakness. It is being human.",
          "**Four things bring it back:**",
          "- Breathe out first, longer than you breathe in.\n- Both feet on the ground, a little apart.\n- Speak one notch *slower and lower* than usual. A low voice draws a loud one down.\n- Say one of their worries back in their own words. With something to say, the jaw unlocks.",
          "**Anger at a matter is not an insult to a person.** “It's been forty minutes” is about the matter: listen, apologise, help. “Useless” is about the person: stop there, in one sentence, without thorns: *“I do want to help you. Please don't speak of my colleague like that.”* Then open a way on at once. If it continues: *“Let me ask my manager to continue with you.”*",
          "**When a colleague is being shouted at**, step out and stand *beside* them. Not in front, not moving them behind you, not “she's new”. Say one thing to the customer about their worry. Leave the floor to your colleague if they want it. Being there is half the work.",
          "**What comes afterwards is what we forget.** Ask “are you all right?”, and do not take the first “fine”. Ten minutes' rest is the rule and not a favour. Tâm has a button for whoever has just been through a hard case; pressing it makes nobody think less of you, it only brings your lead to look in within the hour.",
          "And remember: an angry customer is not a bad one. Often they are afraid of something, in front of people they love.",
        ],
      ),
      remember: both("Ngang vai, chậm hơn, nhỏ hơn; rồi hỏi bạn có ổn không.", "Beside, slower, lower; and afterwards: are you all right?"),
      recall: [
        recall("slower-lower", both("Khách quát: giọng mình nên thế nào?", "A customer shouts: what about your own voice?"), both("Chậm hơn và nhỏ hơn bình thường một nấc.", "One notch slower and lower than usual.")),
        recall("matter-or-person", both("Khách chuyển từ giận chuyện sang xúc phạm người: làm gì?", "Anger at the matter turns into an insult: what do you do?"), both("Dừng ở đó bằng một câu không gai, rồi mở một lối đi; nếu tiếp tục thì mời quản lý.", "Stop it in one sentence without thorns, open a way on; if it continues, bring in the manager.")),
        recall("afterwards", both("Sau một chuyện khó, đồng nghiệp cần gì ở bạn?", "After a hard case, what does a colleague need from you?"), both("Một câu hỏi có ổn không, không nhận câu “ổn” đầu tiên, và mười phút nghỉ.", "To be asked how they are, not to be let off with the first “fine”, and ten minutes' rest.")),
      ],
    },
    { code: "fitting-room-queue", kind: "scenario", title: both("Hàng chờ phòng thử", "The fitting-room queue"), minutes: 5, scenario: fittingRoomQueue, recall: [] },
    {
      code: "beside-or-over",
      kind: "quiz",
      title: both("Đứng cạnh hay giành lời", "Beside or over"),
      minutes: 3,
      pass: 2,
      questions: [
        question("phone-tears", both("Ngồi cạnh bạn ở tổng đài, đồng nghiệp đang nghe một cuộc nặng, mắt đỏ. Làm gì?", "At the next desk a colleague is on a hard call, eyes red. What do you do?"), [
          wrong("a", both("Chờ cuộc gọi xong rồi hỏi thăm.", "Wait until it is over, then ask."), both("Tôn trọng, nhưng mười phút nữa mới xong và bạn ấy đang một mình.", "Respectful, but it lasts another ten minutes and she is alone.")),
          right("b", both("Viết lên giấy đưa qua: “Mình ở đây. Cần mình nhận máy không?”", "Push a note across: “I'm here. Shall I take it?”"), both("Có mặt, và để bạn ấy chọn.", "You are there, and she chooses.")),
          wrong("c", both("Bấm nhận cuộc gọi về máy mình.", "Pull the call over to your own line."), both("Cứu nhanh, nhưng bạn ấy thấy mình bị tước mất cuộc gọi giữa chừng.", "A quick rescue, but she feels it was taken from her.")),
        ]),
        question("second-person", both("Khách đang xúc phạm, bạn định bù 180.000 ₫. Điều gì cần trước khi đưa?", "A customer is being abusive and you mean to give 180,000 ₫. What comes first?"), [
          wrong("a", both("Đưa ngay cho khách dịu, ghi chú sau.", "Give it at once to calm things, write the note later."), both("Bạn đang bị quát, đây là lúc dễ quyết để thoát thân nhất. Quy tắc có ở đây để đỡ bạn.", "While being shouted at, one decides in order to escape. The rule is there to hold you up.")),
          wrong("b", both("Chờ khách xin lỗi đã.", "Wait for an apology first."), both("Khoản bù là cho lỗi của mình, không phải phần thưởng cho thái độ.", "It makes up for our fault; it is no reward for manners.")),
          right("c", both("Mời một đồng nghiệp tới cùng xác nhận, vì trên 150.000 ₫.", "Ask a colleague to come and confirm; it is above 150,000 ₫."), both("Có người thứ hai thì mức đúng hơn, và bạn không đứng một mình.", "With two, the amount is sounder and you are not alone.")),
        ]),
        question("first-fine", both("Sau chuyện khó, bạn hỏi có ổn không, đồng nghiệp đáp “ổn mà” và cười. Làm gì?", "After a hard case you ask, and your colleague says “I'm fine” and smiles. What do you do?"), [
          right("a", both("“Ừ. Vào uống nước mười phút đi, mình trông quầy. Về mình hỏi lại.”", "“All right. Take ten minutes and some water, I'll mind the till. I'll ask you again after.”"), both("Không ép kể, nhưng không bỏ qua.", "No pressing, and no letting go either.")),
          wrong("b", both("Tin bạn ấy, để bạn ấy làm tiếp.", "Believe it and let them carry on."), both("“Ổn” đầu tiên thường là phép lịch sự.", "The first “fine” is usually good manners.")),
          wrong("c", both("Kể lại một lần mình còn bị nặng hơn để an ủi.", "Tell about a worse time of your own, as a comfort."), both("Có ý chia sẻ, nhưng chuyện của bạn ấy vừa nhỏ lại.", "Meant to share, but theirs has just become the smaller one.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "stand-beside-once",
      kind: "practice",
      title: both("Một lần đứng cạnh", "Stand beside once"),
      minutes: 3,
      task: both(
        "Trong hai tuần tới, khi thấy đồng nghiệp gặp một khách to tiếng, bước ra đứng ngang vai và để lời lại cho bạn ấy. Sau đó hỏi bạn ấy có ổn không. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra; không nêu tên đồng nghiệp.",
        "Within the next two weeks, when a customer raises their voice at a colleague, step out beside them and leave them the floor. Ask afterwards how they are. Report what the customer said, felt and left unsaid; do not name your colleague.",
      ),
      times: 1,
      observe: [
        both("Đứng ngang vai, không chắn trước mặt đồng nghiệp", "Stands beside the colleague, not in front"),
        both("Nói chậm và nhỏ hơn bình thường", "Speaks slower and lower than usual"),
        both("Chặn lời xúc phạm bằng một câu không gai", "Stops an insult in one sentence without thorns"),
        both("Sau đó hỏi thăm và nhắc đồng nghiệp nghỉ mười phút", "Asks afterwards and sees that the colleague rests ten minutes"),
      ],
      recall: [],
    },
  ],
};
