import type { Skill } from "../domain/content.ts";
import { both } from "./shorthand.ts";

/** The skills that the courses train, each with what a colleague can see at its three levels. */
export const SKILLS: readonly Skill[] = [
  {
    code: "LISTEN",
    name: both("Lắng nghe", "Listening"),
    levels: {
      begins: both("Để khách nói hết câu trước khi hỏi. Nhắc lại được chuyện đã xảy ra bằng lời của khách.", "Lets the customer finish before asking. Can say back what happened in the customer's own words."),
      does: both("Hỏi một câu về dịp, về người, về điều khách lo. Ghi lại đủ để người sau không phải hỏi lại.", "Asks one question about the occasion, the people, the worry. Writes enough down that nobody has to ask again."),
      helps_others: both("Nghe cùng đồng nghiệp một cuộc khó, sau đó chỉ ra điều khách chưa nói và câu hỏi đã mở được nó.", "Listens in on a colleague's hard talk and afterwards names what was left unsaid, and the question that opened it."),
    },
  },
  {
    code: "DECIDE",
    name: both("Tự quyết có trách nhiệm", "Deciding with care"),
    levels: {
      begins: both("Biết mình được quyết đến đâu trước khi hứa. Trong hạn mức thì làm ngay, có ghi chú.", "Knows how far their authority goes before promising. Within it, acts at once and leaves a note."),
      does: both("Chọn mức vừa với chuyện của khách, nói được lý do trong một câu. Khi phải xin duyệt thì nói rõ ai trả lời, lúc nào, và làm ngay phần làm được.", "Chooses an amount that fits and can say why in one sentence. When approval is needed, says who answers and when, and does at once what can be done."),
      helps_others: both("Đứng cạnh người mới khi họ tự quyết lần đầu, không quyết thay. Báo lại chỗ quy tắc còn thiếu hoặc chưa rõ.", "Stands beside a newcomer's first decision without taking it over. Reports where a rule is missing or unclear."),
    },
  },
  {
    code: "WRITE",
    name: both("Viết cho khách", "Writing to customers"),
    levels: {
      begins: both("Câu đầu gọi tên đúng chuyện đã xảy ra. Không có câu chép sẵn làm khách thấy mình là một con số.", "The first sentence names what happened. No stock phrase that turns the customer into a number."),
      does: both("Trả lời hết các ý khách hỏi, có việc cụ thể và giờ cụ thể. Khách không phải nhắn thêm để hỏi lại.", "Answers every point with a deed and a time. The customer need not write again to ask."),
      helps_others: both("Đọc lại thư giúp đồng nghiệp và sửa một câu cho ấm hơn mà vẫn đúng.", "Reads a colleague's draft and makes one sentence warmer without making it less true."),
    },
  },
  {
    code: "RELATE",
    name: both("Chăm mối quan hệ", "Looking after a relationship"),
    levels: {
      begins: both("Mở chuyện cũ của khách ra xem trước khi tư vấn. Nói thật cả khi câu thật làm mất một món bán.", "Looks at the customer's story before advising. Tells the truth even when it costs a sale."),
      does: both("Hỏi thăm sau khi khách mang đồ về. Giữ lời hẹn, và báo trước khi sắp không giữ được.", "Asks how it went once the customer is home. Keeps promises, and warns before one is about to break."),
      helps_others: both("Chỉ cho đồng nghiệp thấy một khách đang xa dần và cùng nghĩ một việc nhỏ nên làm.", "Shows a colleague that a customer is drifting away, and thinks of one small thing to do about it together."),
    },
  },
  {
    code: "MEND",
    name: both("Sửa từ gốc", "Mending the cause"),
    levels: {
      begins: both("Gặp lỗi nhỏ lần thứ hai thì ghi lại, không chỉ xử lý cho xong.", "Writes a small fault down the second time instead of only getting past it."),
      does: both("Báo lỗi kèm bằng chứng cho nơi sửa được, rồi hỏi lại xem đã sửa chưa. Biến một việc tốt thành cách làm chung.", "Reports it with evidence to whoever can mend it, and asks whether it has been mended. Turns one good deed into a way of working."),
      helps_others: both("Cùng đồng nghiệp lần ngược từ lời khách tới bước gây ra lỗi, không tìm người để trách.", "Traces a customer's words back to the step that caused them together with colleagues, without looking for somebody to blame."),
    },
  },
  {
    code: "STEADY",
    name: both("Vững vàng và đứng cùng nhau", "Staying steady, standing together"),
    levels: {
      begins: both("Khi khách to tiếng thì nói chậm lại, nhỏ lại. Biết gọi người đứng cùng mà không thấy mình kém.", "When voices rise, speaks slower and lower. Calls for a colleague without feeling small."),
      does: both("Bước ra đứng cạnh đồng nghiệp mà không giành lời. Sau ca hỏi một câu: bạn có ổn không.", "Steps out beside a colleague without taking the floor. Afterwards asks one question: are you all right?"),
      helps_others: both("Giữ được không khí cả quầy sau một chuyện khó. Sắp cho người vừa chịu trận mười phút nghỉ.", "Keeps the whole counter calm after a hard case. Arranges ten minutes' rest for whoever took it."),
    },
  },
  {
    code: "LEAD",
    name: both("Làm gương", "Setting the example"),
    levels: {
      begins: both("Nói trước một việc mình sẽ làm cho khách trong tháng, và làm.", "Announces one thing to do for customers this month, and does it."),
      does: both("Giữ lời cả khi phải trả giá: doanh số, thời gian, thể diện. Nói ra mình đã chấp nhận mất gì.", "Keeps it when it costs revenue, time or face. Says aloud what was given up."),
      helps_others: both("Bảo vệ người quyết đúng thẩm quyền mà kết quả không may. Nhận phần mình trước khi hỏi phần người khác.", "Defends whoever decided within authority and had bad luck. Owns their own part before asking about anybody else's."),
    },
  },
];
