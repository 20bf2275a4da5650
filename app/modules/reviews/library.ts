import type { ProofSource } from "./domain/say-do.ts";

/** A commitment to begin with: something that could be seen done, and where its proof comes from. */
interface LibraryCommitment {
  readonly code: string;
  readonly source: ProofSource;
  /** over a quarter */
  readonly quantity: number;
  readonly vi: string;
  readonly en: string;
}

/** Observable acts that a leader may promise; the quantity is theirs to change. */
export const LIBRARY: readonly LibraryCommitment[] = [
  { code: "answer-in-time", source: "answers_in_time", quantity: 90, vi: "Trả lời việc xin duyệt trước giờ hẹn, để khách không phải chờ tôi", en: "Answer requests for approval before their time, so that no customer waits for me" },
  { code: "name-stand-in", source: "answers_in_time", quantity: 95, vi: "Trước mỗi ngày vắng mặt, cử người thay và bàn giao việc đang chờ", en: "Before each day away, name a stand-in and hand over what waits" },
  { code: "answer-within-half-hour", source: "median_wait", quantity: 30, vi: "Việc xin duyệt đến tay tôi được trả lời trong nửa giờ làm việc", en: "What reaches me for approval is answered within half a business hour" },
  { code: "answer-within-hour", source: "median_wait", quantity: 60, vi: "Mở mục Đang chờ tôi ba lần mỗi ca và trả lời hết", en: "Open what waits on me three times a shift and answer all of it" },
  { code: "no-long-wait", source: "slowest_wait", quantity: 240, vi: "Không để việc nào nằm trên bàn tôi quá nửa ngày làm việc", en: "Let nothing lie on my desk for more than half a business day" },
  { code: "explain-overturns", source: "overturns_explained", quantity: 100, vi: "Mỗi lần thay đổi quyết định của nhân viên, nói rõ vì sao bằng lời viết lại", en: "Whenever I change a colleague's decision, say in writing why" },
  { code: "talk-before-overturning", source: "overturns_explained", quantity: 90, vi: "Hỏi nhân viên đã thấy gì ở khách trước khi thay đổi quyết định của họ, và ghi lại", en: "Ask what they saw in the customer before changing a colleague's decision, and write it down" },
  { code: "answer-frictions", source: "frictions_in_time", quantity: 100, vi: "Trả lời mọi vướng mắc đội báo lên trong thời hạn", en: "Answer every obstacle my team reports within its time" },
  { code: "answer-frictions-most", source: "frictions_in_time", quantity: 80, vi: "Dành sáng thứ Hai hằng tuần để trả lời vướng mắc đang chờ", en: "Keep Monday mornings for answering the obstacles that wait" },
  { code: "remove-one", source: "changes_made", quantity: 1, vi: "Bỏ hoặc làm gọn một thủ tục đang làm khách phải chờ", en: "Stop or simplify one procedure that makes customers wait" },
  { code: "remove-three", source: "changes_made", quantity: 3, vi: "Đưa ba vướng mắc của đội đến thay đổi thật trong quý", en: "Carry three of the team's obstacles to a real change this quarter" },
  { code: "thank-monthly", source: "thanks_with_evidence", quantity: 3, vi: "Mỗi tháng ghi nhận một đồng nghiệp, kèm trường hợp cụ thể", en: "Thank one colleague a month, for a case that can be looked up" },
  { code: "thank-weekly", source: "thanks_with_evidence", quantity: 12, vi: "Mỗi tuần ghi nhận một việc tốt tận mắt thấy, kèm minh chứng", en: "Thank somebody each week for something I saw, with its evidence" },
  { code: "thank-back-office", source: "thanks_with_evidence", quantity: 5, vi: "Ghi nhận những người đứng sau: kho, thu ngân, ca đêm, kèm việc họ đã làm", en: "Thank those behind the scenes: stockroom, tills, night shift, for what they did" },
  { code: "stand-at-counter", source: "customer_hours", quantity: 6, vi: "Mỗi tháng đứng quầy hai giờ cùng cửa hàng, tự phục vụ khách", en: "Stand at a counter two hours a month and serve customers myself" },
  { code: "listen-hotline", source: "customer_hours", quantity: 3, vi: "Mỗi tháng ngồi nghe một giờ ở tổng đài, không nói thay nhân viên", en: "Listen at the hotline an hour a month, without speaking for the staff" },
  { code: "ride-along", source: "customer_hours", quantity: 12, vi: "Mỗi tháng đi giao hàng nửa ngày cùng nhân viên", en: "Go along on deliveries half a day each month" },
  { code: "keep-promises", source: "promises_kept", quantity: 100, vi: "Giữ đúng mọi lời chính tôi đã hứa với khách", en: "Keep every promise I myself made to a customer" },
  { code: "keep-most-promises", source: "promises_kept", quantity: 90, vi: "Hẹn khách giờ nào thì gọi đúng giờ đó; không kịp thì báo trước", en: "Call customers when I said I would, and say so beforehand where I cannot" },
  { code: "write-decisions", source: "decisions_logged", quantity: 3, vi: "Mỗi tháng viết lại một quyết định nặng ký: vì khách nào, đã đánh đổi gì", en: "Each month write down one weighty decision: for whom, and what was given up" },
  { code: "write-one-decision", source: "decisions_logged", quantity: 1, vi: "Kể cho đội nghe ít nhất một lần tôi chọn khách hàng thay vì doanh số, và viết lại", en: "Tell the team of one time I chose the customer over sales, and write it down" },
  { code: "look-again", source: "decisions_looked_at", quantity: 100, vi: "Xem lại mọi quyết định đã ghi sau 90 ngày: chuyện gì đã xảy ra", en: "Look again at every logged decision after 90 days: what happened" },
  { code: "practise-first", source: "practice_done", quantity: 6, vi: "Mỗi tháng tự học hai bài hoặc tình huống trước khi giao cho đội", en: "Take two lessons or scenarios a month myself before I give them to the team" },
  { code: "observe-practice", source: "practice_done", quantity: 12, vi: "Mỗi tuần xem một đồng nghiệp thực hành với khách và nói điều đã thấy", en: "Watch one colleague's practice with a customer each week, and say what I saw" },
];
