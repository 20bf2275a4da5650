import type { ReadLesson } from "../../domain/content.ts";
import { both, page, recall } from "../shorthand.ts";

export const fiveSentences: ReadLesson = {
  code: "five-sentences",
  kind: "read",
  title: both("Năm câu, theo thứ tự", "Five sentences, in order"),
  minutes: 4,
  body: page(
    [
      "Viết cho người đang giận khó hơn nói: không có ánh mắt, không có giọng, và mỗi chữ ở lại đó để đọc lần thứ hai. Bù lại bạn có một thứ mà người đứng quầy không có: **mười giây để đọc lại**.",
      "Một lá thư tốt gồm năm câu, và thứ tự quan trọng hơn lời hay:",
      "- **Câu 1: gọi tên chuyện đã xảy ra**, bằng chữ của khách. “Anh mở quà trước cả nhà mà ra áo len cỡ XL.”\n- **Câu 2: nhận phần mình**, không kèm lý do. “Lỗi gửi nhầm là của tụi em.”\n- **Câu 3: việc đã làm**, không phải việc sẽ làm. “Em tìm thấy chiếc đầm rồi.”\n- **Câu 4: việc tiếp theo và giờ**. “Trước 10:30 tới nhà anh.”\n- **Câu 5: một câu hỏi thật, hoặc một cách để khách tin.** “Anh cần trước mấy giờ ạ?”",
      "Để ý điều không có mặt: lời giải thích. Kho đổi hệ thống, trời mưa, bên giao quá tải: có thể thật, và với khách thì vô ích. Nếu khách hỏi vì sao, trả lời một câu, thật.",
      "**Trước khi viết**, đọc tin của khách hai lần. Lần đầu để biết chuyện gì. Lần hai để tìm *chữ nặng nhất*: “cả nhà”, “lần thứ ba”, “mẹ tôi”. Thư của bạn phải chạm đúng chữ ấy, nếu không khách sẽ viết lại nó, to hơn.",
      "**Trước khi gửi**, đọc thành tiếng và thử ba câu hỏi: *câu đầu có gửi được cho khách khác không* (nếu được, viết lại); *có chữ nào khách không dùng không* (“trường hợp”, “tiếp nhận”, “hỗ trợ”); *có giờ chưa*.",
      "Và đừng xin khách bình tĩnh. Người ta bình tĩnh vì được hiểu, không phải vì được bảo.",
    ],
    [
      "Writing to somebody angry is harder than talking: no eyes, no voice, and every word stays there to be read twice. In return you have what nobody at a counter has: **ten seconds to read it again**.",
      "A good answer has five sentences, and their order matters more than fine words:",
      "- **1: name what happened**, in their words. “You opened your present in front of everybody and out came a jumper.”\n- **2: own your part**, without reasons. “The mix-up is ours.”\n- **3: what has been done**, not what will be. “I have found the dress.”\n- **4: what comes next, with a time.** “It is with you before 10.30.”\n- **5: an honest question, or a way to believe you.** “By what time do you need it?”",
      "Notice what is missing: the explanation. New systems, rain, busy couriers: true perhaps, and of no use to them. If they ask why, answer, in one honest sentence.",
      "**Before writing**, read their message twice. Once to learn what happened. Once more to find the *heaviest word*: “the whole family”, “the third time”, “my mother”. Your answer has to touch that word, or they will write it again, louder.",
      "**Before sending**, read it aloud and try three questions. *Could the first sentence go to somebody else?* Then write it again. *Is there a word they would never use?* “Case”, “processed”, “assistance”. *Is there a time in it?*",
      "And do not ask people to calm down. They calm down because they are understood, not because they are told to.",
    ],
  ),
  remember: both("Gọi tên chuyện, nhận phần mình, việc đã làm, việc tiếp theo có giờ, một câu hỏi thật.", "Name it, own it, what is done, what is next with a time, one honest question."),
  recall: [
    recall("five-in-order", both("Năm câu của một lá thư trả lời khách đang giận?", "The five sentences of an answer to an angry customer?"), both("Gọi tên chuyện; nhận phần mình; việc đã làm; việc tiếp theo có giờ; một câu hỏi thật hoặc cách để khách tin.", "Name it; own it; what is done; what is next with a time; an honest question or a way to believe it.")),
    recall("heaviest-word", both("Đọc tin của khách lần thứ hai để tìm gì?", "What do you look for when reading the message a second time?"), both("Chữ nặng nhất với khách; thư trả lời phải chạm đúng chữ ấy.", "The word that weighs most; the answer has to touch it.")),
  ],
};

export const threePlaces: ReadLesson = {
  code: "three-places",
  kind: "read",
  title: both("Thư điện tử, Zalo, khung chat", "E-mail, Zalo, chat"),
  minutes: 3,
  body: page(
    [
      "Cùng một tấm lòng, ba chỗ, ba dáng.",
      "**Khung chat**: khách đang nhìn dấu ba chấm của bạn. Hai câu một lần gửi. Cần tìm lâu hơn một phút thì nói: “Dạ anh cho em ba phút, em hỏi kho rồi nhắn anh ngay.” Đúng ba phút, dù chưa có gì.",
      "**Zalo**: thân hơn, khách đọc giữa việc khác, và có thể chuyển cho người nhà. Viết sao để người nhà đọc cũng thấy tử tế. Ảnh thay được mười dòng: ảnh món hàng, ảnh nhãn, ảnh biên nhận. Không gửi biểu tượng cảm xúc khi khách đang buồn.",
      "**E-mail**: khách ngồi xuống mới viết, nên muốn được trả lời như có người ngồi xuống. Trả lời *hết các ý*, theo đúng thứ tự khách hỏi. Chào và ký bằng tên người, không ký “Bộ phận chăm sóc khách hàng”.",
      "Một cách xưng hô trong một thư. Đã *anh* thì *anh* tới cuối; đã *Quý khách* thì không lẫn *anh/chị*. Nhìn lại thư trước xem đồng nghiệp đã gọi khách là gì.",
      "Khi khách dọa đăng lên mạng, đừng nhắc tới chuyện đăng. Không xin, không mặc cả, không phiếu để đổi lấy im lặng. Chuyện của khách được giải quyết thì bài đăng tự thành chuyện khác.",
      "Khi khách xúc phạm thật, mắng người chứ không mắng chuyện, bạn được đặt ranh giới: “Dạ em rất muốn giúp anh. Em xin phép mời quản lý của em nói chuyện tiếp với anh ạ.” Rồi đứng dậy, uống nước. Có người sẽ hỏi bạn có ổn không; cứ trả lời thật.",
    ],
    [
      "One heart, three places, three shapes.",
      "**Chat**: they are watching your typing dots. Two sentences at a time. If it takes longer than a minute, say so: “Give me three minutes; I'm asking the warehouse.” Then three minutes it is, even with nothing yet to tell.",
      "**Zalo**: closer, read in between other things, and shown to the family. Write so that the family finds it decent too. A picture replaces ten lines: the goods, the label, the receipt. No smileys while somebody is hurt.",
      "**E-mail**: they sat down to write and would like to be answered by somebody who sat down. Answer *every point*, in their order. Greet and sign with a person's name, not with “Customer Care Department”.",
      "Keep one way of addressing them throughout. Look at the last message to see what your colleague called them; moving from first name to “Dear customer” feels like a door closing.",
      "When they threaten to post, leave the post alone. No pleading, no bargaining, no voucher in exchange for silence. Once their matter is settled, the post becomes another story.",
      "When somebody is truly abusive, attacking you and not the matter, you may draw a line: “I do want to help you. Let me ask my manager to continue with you.” Then get up and drink some water. Somebody will ask whether you are all right; tell them the truth.",
    ],
  ),
  remember: both("Viết sao để người nhà của khách đọc cũng thấy tử tế.", "Write so that their family would find it decent too."),
  recall: [
    recall("threat-to-post", both("Khách dọa đăng lên mạng: nói gì về chuyện đăng?", "They threaten to post it: what do you say about the post?"), both("Không nói gì, không mặc cả. Giải quyết chuyện của khách.", "Nothing, and no bargaining. Settle their matter.")),
    recall("three-minutes", both("Đang chat mà phải tìm lâu: làm gì?", "In a chat you need time to look something up: what do you do?"), both("Nói cần mấy phút, và đúng phút đó nhắn lại, dù chưa có kết quả.", "Say how many minutes, and write again at that minute, result or not.")),
  ],
};
