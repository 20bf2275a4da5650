import type { ReadLesson } from "../../domain/content.ts";
import { both, page, recall } from "../shorthand.ts";

export const whatIsYours: ReadLesson = {
  code: "what-is-yours",
  kind: "read",
  title: both("Phần nào là của bạn", "Which part is yours"),
  minutes: 5,
  body: page(
    [
      "Quyền tự quyết không phải đặc ân, cũng không phải bài thi. Nó là một thỏa thuận: công ty đã tính trước sẽ chịu mất bao nhiêu để khách không phải chờ, và giao phần đó cho người đứng gần khách nhất. Người đó là bạn.",
      "Bốn điều cần biết khi mở Tâm:",
      "- **Hạn mức mỗi trường hợp**: tối đa cho một chuyện của một khách. Mọi hình thức hỗ trợ bằng tiền trong cùng chuyện ấy được cộng chung, nên chia nhỏ không làm nó lớn thêm.\n- **Hạn mức cộng dồn**: tối đa trong một ngày, một tuần hay một tháng, của bạn, của cửa hàng hoặc của chính khách đó.\n- **Còn được dùng**: con số duy nhất bạn cần nhìn khi khách đang đứng đó. Ứng dụng đã lấy mức thấp nhất giúp bạn.\n- **Việc cần làm kèm**: ghi chú, ảnh, hoặc một đồng nghiệp cùng xác nhận. Vài chữ là đủ, nhưng phải có trước khi đưa tiền cho khách.",
      "Cách dùng gọn nhất là ba bước. Nghe xong chuyện, mở *Quyết định*. Chọn khách, chuyện, cách giúp. Đọc con số, rồi mới hứa. Thứ tự này bảo vệ bạn: lời hứa đi trước con số là nguồn của hầu hết những buổi tối khó xử.",
      "Chọn mức thế nào? Không phải cứ kịch trần. Hỏi mình ba câu: *khách mất gì, việc này bù được đúng cái đó không, tôi có nói được lý do trong một câu không.* Đổi một chiếc áo trong năm phút thường quý hơn một tờ phiếu lớn. Và lỗi của món hàng thì bù bằng tiền, đổi hoặc sửa; phiếu dành cho thời gian khách đã mất.",
      "Khi vượt mức của mình, bạn vẫn còn việc. Bấm *Xin duyệt*, nói với khách **ai trả lời và trước mấy giờ**, rồi làm ngay phần làm được: mời ngồi, đổi tạm, nhận sửa, hẹn gọi. Khách chờ mười lăm phút có hẹn thấy ngắn hơn năm phút không hẹn.",
      "Và có những việc không ai được làm, dù thương khách đến đâu: tự quyết cho đơn của mình hay người nhà, đưa tiền khi món hàng có dấu hiệu bị tráo. Ranh giới ấy giữ cho mọi quyết định khác của bạn được tin.",
    ],
    [
      "Authority is neither a favour nor an exam. It is an agreement: the company has worked out beforehand how much it is ready to lose so that customers need not wait, and has handed that part to whoever stands closest to them. That is you.",
      "Four things to know when you open Tâm:",
      "- **Limit per case**: the most for one matter of one customer. Whatever you give in money for the same matter is added up, so slicing it does not make it larger.\n- **Budgets**: the most in a day, a week or a month, for you, for the shop, or for that customer.\n- **Room left**: the only figure you need while somebody stands there. Tâm has already taken the lowest for you.\n- **Duties**: a note, a photo, or a colleague who confirms. A few words will do, but they come before the money leaves your hand.",
      "Using it takes three steps. Hear the story out, open *Decide*. Choose the customer, what happened, what would help. Read the figure, and only then make a promise. The order protects you: promises made before figures are behind most awkward evenings.",
      "How much? Not always the maximum. Ask yourself three things: *what did they lose, does this make up for that very thing, can I give the reason in one sentence?* A shirt exchanged in five minutes is often worth more than a large voucher. And a fault is made good with money, an exchange or a repair; vouchers are for time.",
      "Above your limit there is still something to do. Press *Ask for approval*, tell the customer **who answers and by when**, and do at once what can be done: offer a seat, lend a replacement, take it in for repair, promise a call. Fifteen minutes with a time attached feel shorter than five without.",
      "And some things nobody may do, however sorry they feel: decide on their own or their family's purchase, or hand out money when goods look swapped. That line is what lets all your other decisions be trusted.",
    ],
  ),
  remember: both("Nghe, xem con số, rồi mới hứa.", "Listen, look at the figure, then promise."),
  recall: [
    recall("room", both("Khách đang đứng trước mặt: con số nào trên Tâm cần nhìn trước khi hứa?", "A customer is in front of you: which figure do you look at before promising?"), both("“Còn được dùng”: mức thấp nhất trong các hạn mức đang áp dụng.", "The room left: the lowest of all the limits that apply.")),
    recall("splitting", both("Chia một khoản hoàn thành ba lần có lọt hạn mức không?", "Does splitting one refund into three get it under the limit?"), both("Không. Cùng một trường hợp thì được cộng chung, và làm vậy mất niềm tin.", "No. One case is added up, and trust is what it costs.")),
    recall("over-limit", both("Vượt hạn mức thì nói với khách ba điều gì?", "Above your limit: which three things do you tell the customer?"), both("Điều chưa làm ngay được, ai trả lời trước mấy giờ, và việc mình làm được ngay bây giờ.", "What cannot be done yet, who answers and by when, and what you can do this minute.")),
  ],
};

export const withoutFear: ReadLesson = {
  code: "without-fear",
  kind: "read",
  title: both("Vì sao mình ngại tự quyết", "Why we shrink from deciding"),
  minutes: 4,
  body: page(
    [
      "Hỏi mười người đứng quầy vì sao vẫn gọi trưởng ca cho một khoản mình được quyết, câu trả lời gần giống nhau: *lỡ sai thì ai chịu, lần trước có bạn bị nhắc, hỏi cho chắc.* Không ai lười. Ai cũng đang tự bảo vệ mình.",
      "Nỗi ngại đó có giá, và người trả là khách: thêm mười một phút đứng chờ, thêm một lần kể lại từ đầu trước một người lạ nữa. Rồi trưởng ca gật đầu, vì lần nào cũng gật đầu.",
      "Công ty đã hứa với bạn ba điều:",
      "- Một quyết định trong thẩm quyền được **xác nhận là đúng vào lúc bạn ra nó**. Sau này khách vẫn giận, hay món tiền hóa ra không cần, thì đó là may rủi, không phải lỗi của bạn.\n- Khoản bù được trả từ phần công ty đã chấp nhận mất. **Không trừ vào lương ai, không chia cho ca.**\n- Ai lật lại một quyết định đúng thẩm quyền thì việc lật lại ấy đứng tên người lật.",
      "Đổi lại, bạn giữ ba điều: xem con số trước khi hứa, ghi vài chữ cho người sau, và nói thật khi không chắc.",
      "Không chắc thì sao? Xin ý kiến. Đó là một nút trên màn hình, không phải một dấu trừ. Khi xin ý kiến, chọn lý do cho đúng: *chưa biết mình được tự quyết*, *lo bị trách*, *muốn hỏi thêm ý kiến*. Những lý do ấy chỉ được đếm chung theo nhóm, để công ty biết chỗ nào quy tắc còn khó hiểu hay người quản lý còn làm nhân viên sợ.",
      "> Bạn mới vào tháng thứ hai, khách đòi hoàn 180.000 ₫ vì cúc rơi. Bạn nhìn sang trưởng ca. Chị ấy đang bận, chỉ giơ ngón cái rồi quay đi. Bạn tự bấm. Tay run, nhưng bấm. Ba tháng sau bạn kể: “Chị không quyết giúp em, hóa ra đó là điều tốt nhất chị làm cho em.”",
      "Thẩm quyền giống đường chỉ: không dùng thì không biết chắc hay không. Bắt đầu từ khoản nhỏ, trong ca có người quen, và ghi lại.",
    ],
    [
      "Ask ten people at the counter why they still call the supervisor for something that is theirs to decide, and the answers are much alike: *who pays if I'm wrong; someone got told off last time; better safe.* Nobody is lazy. Everybody is protecting themselves.",
      "That hesitation has a price, and the customer pays it: eleven more minutes on their feet, one more telling of it all to one more stranger. Then the supervisor nods, as supervisors nearly always do.",
      "The company has promised you three things:",
      "- A decision within your authority is **confirmed as right when you took it**. If the customer stays angry, or the money turns out not to have been needed, that was luck, and no fault of yours.\n- It is paid from what the company agreed to lose. **Out of nobody's wages, and not shared among the shift.**\n- Whoever overturns a decision that was within authority puts their own name to the overturning.",
      "In return you keep three things: look at the figure before promising, leave a few words for whoever comes next, and say so when you are not sure.",
      "And when you are not sure? Ask for advice. It is a button, not a black mark. Choose the true reason: *did not know it was mine*, *afraid of blame*, *wanted a second opinion*. These are counted for groups only, so that the company learns where a rule is hard to understand, or where a manager still frightens people.",
      "> A colleague in her second month had a customer asking 180,000 ₫ back for lost buttons. She looked over at the supervisor, who was busy and only put a thumb up before turning away. So she pressed the button herself; her hand shook, but she pressed. Three months later she said: “You didn't decide it for me. It turned out to be the best thing you ever did.”",
      "Authority is like a seam: until it is used, nobody knows whether it holds. Start with something small, on a shift with people you know, and write it down.",
    ],
  ),
  remember: both("Trong thẩm quyền thì quyết định là đúng vào lúc bạn ra nó.", "Within your authority, a decision is right at the moment you take it."),
  recall: [
    recall("good-faith", both("Quyết đúng thẩm quyền mà sau đó khách vẫn không vui: có bị tính vào bạn không?", "You decided within authority and the customer stayed unhappy: is it held against you?"), both("Không. Quyết định được xác nhận là đúng vào lúc ra nó; kết quả không may không tính vào người quyết.", "No. It was confirmed as right when taken; bad luck is not held against whoever decided.")),
    recall("ask-by-choice", both("Khi không chắc thì làm gì?", "What do you do when you are not sure?"), both("Bấm Xin ý kiến và chọn đúng lý do; lý do chỉ được đếm theo nhóm.", "Ask for advice and give the true reason; reasons are counted for groups only.")),
  ],
};
