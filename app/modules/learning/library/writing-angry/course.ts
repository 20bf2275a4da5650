import type { CourseContent } from "../../domain/content.ts";
import { both, question, right, serves, wrong } from "../shorthand.ts";
import { fiveSentences, threePlaces } from "./reading.ts";
import { capitalsAtNight } from "./scenario.ts";

/** Answering anger in writing: by e-mail, on Zalo, in a chat. */
export const writingAngry: CourseContent = {
  code: "WRITING-ANGRY",
  title: both("Viết cho một khách đang giận", "Writing to an angry customer"),
  summary: both(
    "Trả lời e-mail, Zalo và chat của khách đang giận bằng năm câu đúng thứ tự: chạm đúng chuyện, có việc, có giờ, không có lời thừa.",
    "Answer angry e-mails, Zalo messages and chats in five sentences: to the point, with a deed and a time, and nothing to spare.",
  ),
  why: both(
    "Chữ viết ở lại. Một câu mẫu gửi lúc vội có thể đi xa hơn cả lỗi ban đầu, và một câu đúng có thể được kể lại nhiều năm.",
    "Written words stay. A template sent in haste may travel further than the mistake itself, and the right sentence may be retold for years.",
  ),
  serves: serves("emotion", both("Viết ra cơn giận mà được một con người trả lời", "Writing in anger and being answered by a person")),
  skill: "WRITE",
  validMonths: 18,
  verified: false,
  lessons: [
    fiveSentences,
    threePlaces,
    { code: "capitals-at-night", kind: "scenario", title: both("Chữ hoa lúc mười một giờ đêm", "Capitals at eleven at night"), minutes: 5, scenario: capitalsAtNight, recall: [] },
    {
      code: "choose-the-sentence",
      kind: "quiz",
      title: both("Chọn câu", "Choose the sentence"),
      minutes: 3,
      pass: 3,
      questions: [
        question("opening", both("Khách e-mail: “Tôi chờ chiếc áo dài cho lễ tốt nghiệp của con, giờ lễ qua rồi.” Câu mở nào đúng nhất?", "An e-mail: “I waited for the áo dài for my daughter's graduation. Now it is over.” Which opening is best?"), [
          right("a", both("“Chị chờ chiếc áo dài cho lễ tốt nghiệp của con, và lễ đã qua mà áo chưa tới. Em xin lỗi chị; ngày đó không lấy lại được.”", "“You waited for an áo dài for your daughter's graduation, and the day passed without it. I'm sorry; that day cannot be given back.”"), both("Gọi đúng điều đã mất, kể cả phần không bù được.", "It names what was lost, including what cannot be made good.")),
          wrong("b", both("“Em rất tiếc vì đơn hàng của chị bị giao trễ so với dự kiến.”", "“I regret that your order was delivered later than expected.”"), both("Đúng sự việc, hụt con người. Cái mất không phải là một đơn hàng trễ.", "Right about the event, short of the person. What was lost is not a late order.")),
          wrong("c", both("“Em xin gửi chị phiếu 200.000 ₫ thay lời xin lỗi ạ.”", "“Please accept a voucher for 200,000 ₫ as our apology.”"), both("Con số đến trước lời, nghe như định giá buổi lễ.", "The figure comes before the words and seems to put a price on the day.")),
        ]),
        question("no-answer-yet", both("Chat: bạn hứa năm phút hỏi kho, hết năm phút kho chưa trả lời. Gửi gì?", "Chat: you promised to ask the warehouse within five minutes; no answer yet. What do you send?"), [
          wrong("a", both("Chưa gửi gì, chờ kho trả lời.", "Nothing, until the warehouse answers."), both("Phút thứ sáu khách nghĩ bạn đã đi.", "By minute six they think you have gone.")),
          wrong("b", both("“Dạ anh chờ thêm chút nữa nha.”", "“Just a little longer.”"), both("Có mặt thì tốt hơn vắng. Nhưng “chút” là mấy phút?", "Better than nothing. But how long is a little?")),
          right("c", both("“Dạ năm phút rồi mà kho chưa bắt máy. Em gọi cửa hàng gần anh, 9:20 em nhắn lại đây.”", "“Five minutes, and the warehouse hasn't picked up. I'm ringing the shop near you and will write here at 9.20.”"), both("Giữ hẹn bằng sự thật, thêm một việc và một giờ mới.", "The promise kept with the truth, one more deed and a new time.")),
        ]),
        question("all-points", both("E-mail của khách có ba ý: áo lỗi, nhân viên lớn tiếng, xin lại hóa đơn. Cách trả lời nào tốt nhất?", "An e-mail has three points: a faulty shirt, a clerk who raised their voice, a copy of the invoice. Which answer is best?"), [
          wrong("a", both("Giải quyết chiếc áo trước, hai ý kia để thư sau.", "Settle the shirt first and leave the rest for later."), both("Nhanh ở ý dễ nhất, và im ở ý đau nhất.", "Quick where it is easy, silent where it hurts.")),
          right("b", both("Trả lời cả ba theo thứ tự của khách, ý nào chưa xong thì nói ai làm, ngày nào.", "Answer all three in their order; where one is open, say who does it and by when."), both("Khách đếm. Thiếu một ý là thêm một thư.", "They count. One point missing means one more e-mail.")),
          wrong("c", both("Gọi điện cho nhanh, không cần trả lời thư.", "Ring instead, no need to write."), both("Gọi thì quý, nhưng khách đã chọn viết, và hóa đơn thì cần ở dạng viết.", "A call is kind, but they chose to write, and an invoice has to be written.")),
        ]),
        question("one-address", both("Thư trước đồng nghiệp gọi khách là “chị Hạnh”. Thư này bạn mở bằng gì?", "Your colleague's last message said “Dear Hạnh”. How do you begin?"), [
          wrong("a", both("“Kính gửi Quý khách,” cho trang trọng.", "“Dear Sir or Madam,” to be formal."), both("Trang trọng hơn, và lạnh đi một bậc ngay lúc khách đang giận.", "More formal, and colder by a degree just as they are angry.")),
          right("b", both("“Dạ em chào chị Hạnh, em là Vy, làm tiếp chuyện của chị từ bạn ca sáng.”", "“Hello Hạnh, this is Vy; I'm carrying on from my colleague of this morning.”"), both("Giữ cách gọi, nói mình là ai, và khách biết mình không phải kể lại.", "It keeps the address, says who you are, and that nothing need be told again.")),
          wrong("c", both("“Chào bạn,” cho thân thiện.", "“Hi there,” to be friendly."), both("Đổi xưng hô giữa chừng nghe như đổi người, mà là người không đọc thư trước.", "A change of address midway sounds like somebody new who has not read the thread.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "rewrite-one",
      kind: "practice",
      title: both("Viết lại một câu đầu", "Rewrite one first sentence"),
      minutes: 3,
      task: both(
        "Với ba tin hoặc thư của khách đang không vui, tìm chữ nặng nhất, viết theo năm câu, đọc thành tiếng rồi mới gửi. Kể lại khách nói gì, cảm thấy gì, điều gì chưa nói ra, và chữ nặng nhất là chữ nào.",
        "For three unhappy messages, find the heaviest word, write the five sentences, read them aloud, then send. Report what the customer said, felt and left unsaid, and which word weighed most.",
      ),
      times: 3,
      observe: [
        both("Câu đầu không gửi được cho khách nào khác", "The first sentence could go to nobody else"),
        both("Có việc đã làm và giờ của việc tiếp theo", "It has a deed done, and a time for the next"),
        both("Trả lời hết các ý của khách", "Every point is answered"),
        both("Không có lời giải thích khách không hỏi", "No explanation that was not asked for"),
      ],
      recall: [],
    },
    {
      code: "message-i-remember",
      kind: "reflection",
      title: both("Tin nhắn tôi còn nhớ", "A message I remember"),
      minutes: 2,
      prompt: both(
        "Tin nhắn nào của một cửa hàng từng làm bạn giận hơn, hoặc dịu đi? Chép lại một câu của nó. Nếu là bạn viết, bạn đổi chữ nào?",
        "Which message from a shop once made you angrier, or calmed you? Copy one sentence of it. Had you written it, which word would you change?",
      ),
      recall: [],
    },
  ],
};
