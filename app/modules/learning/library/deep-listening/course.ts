import type { CourseContent } from "../../domain/content.ts";
import { both, page, question, recall, right, serves, wrong } from "../shorthand.ts";
import { smallerSize } from "./scenario.ts";

/** Hearing what a customer does not say, without prying, and turning it into a deed. */
export const deepListening: CourseContent = {
  code: "DEEP-LISTENING",
  title: both("Lắng nghe điều khách chưa nói", "Hearing what is left unsaid"),
  summary: both(
    "Nhận ra dấu hiệu của điều khách chưa nói, hỏi một câu mở được chuyện mà không soi mói, ghi lại điều cần, và biến nó thành một việc làm.",
    "Notice the signs of what a customer leaves unsaid, ask one question that opens without prying, write down what is needed, and turn it into a deed.",
  ),
  why: both(
    "Phần lớn khách rời bỏ mà không than phiền câu nào. Điều khiến họ đi nằm ở câu họ bỏ lửng. Nghe được câu ấy sớm thì còn kịp làm một việc.",
    "Most customers who leave never complain. What drives them away lies in the sentence they did not finish. Heard early, there is still time to do something.",
  ),
  serves: serves("need", both("Được hiểu mà không phải nói hết ra", "Being understood without having to spell it out")),
  skill: "LISTEN",
  validMonths: 12,
  verified: true,
  lessons: [
    {
      code: "three-layers",
      kind: "read",
      title: both("Ba lớp trong một câu nói", "Three layers in one sentence"),
      minutes: 4,
      body: page(
        [
          "“Áo này có màu khác không em?” Câu hỏi bảy chữ, ba lớp.",
          "- **Khách nói**: có màu khác không. Ai cũng nghe được.\n- **Khách cảm thấy**: hơi ngượng, hơi tiếc, hay vội. Nghe ở giọng, ở chỗ ngừng, ở tay.\n- **Khách chưa nói**: mẹ chồng bảo màu này già. Lớp này chỉ lộ ra khi khách thấy an toàn.",
          "Không ai bắt bạn đoán lớp thứ ba. Đoán là chỗ dễ sai nhất: thấy khách gầy đi thì khen, thấy khách đi một mình thì mời mua đồ đôi. Việc của bạn là *để ý* và *mở cửa*, còn bước qua hay không là khách.",
          "**Để ý năm dấu hiệu.** Câu bỏ lửng: “hay là…”. Chữ lặp lại hai lần. Xin lỗi khi không có lỗi: “phiền em quá”. Giọng đổi ở một chữ. Và câu “sao cũng được” từ một người vốn chọn rất kỹ.",
          "**Mở cửa bằng một câu.** Câu hỏi về *dịp* (“chị định mặc khi nào ạ”), về *người* (“áo này cho ai ạ”), về *điều lo* (“có chỗ nào làm chị ngại không ạ”). Hỏi một câu rồi im. Ba giây. Ba giây ấy khó với mình hơn với khách.",
          "**Không soi.** Bạn không cần biết tên bệnh, lý do chia tay, lương của ai. Chỉ cần biết điều ấy đòi hỏi gì ở món đồ: nút phía trước, giao trước thứ Ba, đừng gói giấy hoa. Khách muốn kể thì nghe; khách khép lại thì lùi và xin lỗi một câu.",
          "**Ghi điều cần, không ghi điều riêng.** “Cần áo cài nút trước, giao trước ngày 12” giúp được người sau. “Khách bị bệnh” thì không giúp ai, và nếu khách đọc được sẽ thấy mình bị bày ra.",
          "Cuối cùng, điều nghe được phải đi tới một việc làm. Hiểu mà không làm gì thì với khách cũng như chưa nghe.",
        ],
        [
          "“Does this come in another colour?” Six words, three layers.",
          "- **Said**: is there another colour? Everybody hears that.\n- **Felt**: a little embarrassed, a little sorry, or rushed. You hear it in the voice, the pause, the hands.\n- **Left unsaid**: her mother-in-law called this one ageing. It shows only when people feel safe.",
          "Nobody asks you to guess the third layer. Guessing is where we go wrong: congratulating somebody on their weight, offering a matching pair to somebody who now shops alone. Your part is to *notice* and to *open a door*. Stepping through it is theirs.",
          "**Notice five signs.** A sentence left hanging: “or perhaps…”. A word said twice. An apology where there is no fault: “I'm troubling you.” A voice that changes on one word. And “whatever you think” from somebody who is usually particular.",
          "**Open with one question.** About the *occasion* (“when will you wear it?”), the *person* (“who is it for?”), the *worry* (“is there anything about it that bothers you?”). Ask once, then be silent for three seconds. They are harder on you than on the customer.",
          "**Do not pry.** You need no diagnosis, no reason for the separation, nobody's salary. You need to know what it asks of the goods: buttons in front, delivered before Tuesday, no flowery paper. If they want to tell, listen; if they close up, step back with a word of apology.",
          "**Write down the need, not the secret.** “Buttons in front, deliver before the 12th” helps the next colleague. “Customer is ill” helps nobody, and would expose them if they ever read it.",
          "And what you hear has to end in a deed. To the customer, understanding without acting is the same as not having listened.",
        ],
      ),
      remember: both("Để ý, hỏi một câu, im ba giây, rồi làm được một việc.", "Notice, ask once, wait three seconds, then do one thing."),
      recall: [
        recall("five-signs", both("Kể ba dấu hiệu cho thấy khách còn điều chưa nói.", "Name three signs that something is left unsaid."), both("Câu bỏ lửng; chữ lặp lại; xin lỗi khi không có lỗi; giọng đổi ở một chữ; “sao cũng được”. Ba trong năm là đủ.", "A hanging sentence; a repeated word; an apology without a fault; a voice changing on one word; “whatever you think”. Any three.")),
        recall("need-not-secret", both("Khách kể chuyện riêng: ghi lại điều gì?", "A customer tells you something private: what do you write down?"), both("Điều món đồ hoặc cách giao cần phải có, không ghi chuyện riêng.", "What the goods or the delivery must be like, not the private matter.")),
        recall("three-questions", both("Ba loại câu hỏi mở được chuyện mà không soi mói?", "Which three kinds of question open without prying?"), both("Về dịp, về người, về điều lo.", "About the occasion, the person, the worry.")),
      ],
    },
    { code: "smaller-size", kind: "scenario", title: both("Có cỡ nào nhỏ hơn không con", "Does it come in a smaller size?"), minutes: 5, scenario: smallerSize, recall: [] },
    {
      code: "which-door",
      kind: "quiz",
      title: both("Mở cánh cửa nào", "Which door to open"),
      minutes: 4,
      pass: 3,
      questions: [
        question("wrapping", both("Khách mua hai chiếc khăn giống hệt nhau, nói “thôi khỏi gói quà”, rồi nhìn cuộn giấy gói lần nữa. Bạn hỏi gì?", "A man buys two identical scarves, says “no need to gift-wrap”, and looks at the wrapping paper once more. What do you ask?"), [
          wrong("a", both("“Dạ anh mua cho người yêu ạ?”", "“Are they for your girlfriend?”"), both("Có thể đúng, có thể rất sai. Đây là đoán, không phải hỏi.", "It may be right, or very wrong. That is a guess, not a question.")),
          wrong("b", both("Không hỏi, khách đã nói khỏi gói.", "Nothing; he said no wrapping."), both("Bạn tôn trọng lời khách. Ánh mắt lần thứ hai thì bạn bỏ qua.", "You respected his words and overlooked his second glance.")),
          right("c", both("“Dạ hai chiếc này anh tặng ai, để em gói sao cho hợp ạ?”", "“Who are the two for, so that I can wrap them to suit?”"), both("Câu hỏi về người, và để ngỏ. Biết đâu là hai bà mẹ, một bà đang để tang.", "A question about the people, left open. It may be two mothers, and one of them in mourning.")),
        ]),
        question("sorry", both("Một khách chat mở đầu: “Xin lỗi em, chị hỏi nhiều quá.” Đây là câu đầu tiên chị hỏi. Trả lời thế nào?", "A chat begins: “Sorry, I'm asking so much.” It is her first question. How do you answer?"), [
          right("a", both("“Dạ chị hỏi em là em mừng. Có chỗ nào ở món này làm chị ngại không ạ?”", "“I'm glad you ask. Is there anything about it that bothers you?”"), both("Lời xin lỗi không đúng chỗ cho thấy lần trước chị từng bị làm cho thấy phiền. Mở cửa cho chị.", "An apology without a fault says that somebody once made her feel a nuisance. Open the door.")),
          wrong("b", both("“Dạ không sao đâu chị, chị cứ hỏi.”", "“No problem, ask away.”"), both("Tử tế. Nhưng “không sao” ngầm nhận rằng hỏi nhiều là có sao.", "Kind. But “no problem” half admits that it might have been one.")),
          wrong("c", both("Trả lời thẳng vào câu hỏi cho nhanh.", "Answer the question straight away."), both("Nhanh, và lần sau chị vẫn xin lỗi trước khi hỏi, hoặc thôi không hỏi nữa.", "Quick. Next time she will apologise again, or not ask at all.")),
        ]),
        question("note", both("Khách kể chị đang ly hôn nên chuyển nhà, nhờ đổi địa chỉ giao. Ghi chú nào nên lưu?", "A customer says she is getting divorced and moving, and asks to change the address. Which note do you keep?"), [
          wrong("a", both("“Khách ly hôn, tâm trạng không tốt, nhẹ nhàng khi gọi.”", "“Getting divorced, low mood, be gentle.”"), both("Ý tốt, nhưng chuyện riêng của chị giờ nằm trước mắt mọi ca trực.", "Well meant, but her private life now lies open to every shift.")),
          right("b", both("“Giao về địa chỉ mới từ hôm nay; chỉ gọi đúng số này, không gọi số cũ.”", "“New address from today; ring this number only, never the old one.”"), both("Điều chị cần được bảo đảm, không hơn. Cuộc gọi nhầm về số cũ mới là thứ làm chị đau.", "What she needs ensured, no more. A call to the old number is what would hurt.")),
          wrong("c", both("Không ghi gì, chỉ sửa địa chỉ.", "None; just change the address."), both("Địa chỉ đúng, nhưng số cũ vẫn còn trong đơn, và ngày giao sẽ có người gọi.", "The address is right, but the old number is still there, and on the day somebody will ring it.")),
        ]),
        question("silence", both("Bạn hỏi “chị định mặc khi nào ạ”, khách im. Hai giây trôi qua. Làm gì?", "You ask “when will you wear it?” and there is silence. Two seconds. What now?"), [
          wrong("a", both("Hỏi câu khác cho đỡ ngượng.", "Ask something else to ease it."), both("Khách đang nghĩ câu trả lời thật. Câu hỏi thứ hai cho họ lối thoát khỏi nó.", "They are finding the true answer. A second question lets them escape it.")),
          wrong("b", both("Gợi ý: “Dạ đi làm hay đi chơi ạ?”", "Suggest: “For work or for going out?”"), both("Hai ô để chọn, mà điều thật thường không nằm trong ô nào.", "Two boxes, and the truth is seldom in either.")),
          right("c", both("Chờ thêm một nhịp, mắt nhìn khách, tay không làm gì.", "Wait one beat more, eyes on them, hands still."), both("Im lặng có mặt khác với im lặng bỏ mặc. Khách thấy được sự khác nhau.", "Silence that attends differs from silence that has left. People feel which it is.")),
        ]),
      ],
      recall: [],
    },
    {
      code: "unsaid-this-week",
      kind: "practice",
      title: both("Ba điều chưa nói trong tuần", "Three things unsaid this week"),
      minutes: 4,
      task: both(
        "Với ba khách khác nhau, hỏi một câu về dịp, về người hoặc về điều lo, rồi im ba giây. Kể lại: khách nói gì, cảm thấy gì, chưa nói gì, và bạn đã làm được việc gì nhờ điều nghe thêm ấy. Không ghi chuyện riêng của khách.",
        "With three different customers ask one question about the occasion, the person or the worry, then wait three seconds. Report what they said, felt and left unsaid, and what you could do thanks to it. Leave their private matters out.",
      ),
      times: 3,
      observe: [
        both("Hỏi một câu rồi chờ, không tự trả lời thay khách", "Asks once and waits, without answering for the customer"),
        both("Nhắc lại chữ khách bỏ lửng hoặc lặp lại", "Picks up the word that was dropped or repeated"),
        both("Lùi lại nhẹ nhàng khi khách khép chuyện", "Steps back gently when the customer closes up"),
        both("Điều nghe được dẫn tới một việc làm cụ thể", "What was heard leads to a definite deed"),
      ],
      recall: [],
    },
    {
      code: "what-i-leave-unsaid",
      kind: "reflection",
      title: both("Điều chính tôi hay bỏ lửng", "What I leave hanging myself"),
      minutes: 3,
      prompt: both(
        "Khi làm khách, hay khi nói với người quản lý của mình, bạn thường bỏ lửng điều gì? Ai đã từng nghe ra, và họ làm cách nào?",
        "As a customer, or with your own manager, what do you tend to leave hanging? Who has ever heard it all the same, and how did they do it?",
      ),
      recall: [],
    },
  ],
};
