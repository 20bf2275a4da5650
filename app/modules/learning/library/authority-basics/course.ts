import type { CourseContent, QuizLesson } from "../../domain/content.ts";
import { both, question, recall, right, serves, wrong } from "../shorthand.ts";
import { whatIsYours, withoutFear } from "./reading.ts";
import { coatBeforeTheFlight } from "./scenario.ts";

const yoursOrNot: QuizLesson = {
  code: "yours-or-not",
  kind: "quiz",
  title: both("Của mình hay chưa", "Yours or not yet"),
  minutes: 5,
  pass: 4,
  questions: [
    question("first-look", both("Khách đưa chiếc áo 420.000 ₫ bung chỉ, mua tuần trước. Việc đầu tiên sau khi nghe xong?", "A 420,000 ₫ blouse bought last week has come apart. You have heard the story. What comes first?"), [
      right("a", both("Mở Quyết định, xem còn được dùng bao nhiêu cho chuyện này.", "Open Decide and see how much room there is for this."), both("Ba giây, và lời hứa của bạn đứng vững.", "Three seconds, and your promise stands on firm ground.")),
      wrong("b", both("Hứa hoàn đủ, vì lỗi rõ ràng là của mình.", "Promise a full refund, since it is plainly our fault."), both("Có thể đúng mức, có thể hôm nay bạn đã dùng gần hết. Xem trước khi hứa.", "It may fit, or you may have used most of today's room. Look before promising.")),
      wrong("c", both("Hỏi trưởng ca cho chắc.", "Ask the supervisor, to be safe."), both("Nếu trong mức của bạn thì câu hỏi ấy chỉ bắt khách chờ.", "If it is within your limit, all it does is make the customer wait.")),
    ]),
    question("how-much", both("Khách chờ sửa lai 25 phút vì mình quên phiếu. Bạn được tặng phiếu tới 200.000 ₫. Tặng bao nhiêu?", "A customer waited 25 minutes for a hem because we mislaid the ticket. You may give a voucher of up to 200,000 ₫. How much?"), [
      wrong("a", both("200.000 ₫, đã được phép thì dùng hết cho khách vui.", "200,000 ₫: if it is allowed, why not all of it?"), both("Không sai quy tắc, nhưng mức nào cũng kịch trần thì mức ấy không còn nói lên điều gì.", "Within the rule, but an amount that is always the maximum says nothing.")),
      right("b", both("Một mức nói được lý do trong một câu, như miễn phí sửa lai và phiếu 50.000 ₫ gửi xe, uống nước.", "One you can explain in a sentence: the hem free, and 50,000 ₫ for the parking and a drink."), both("Bù đúng cái khách mất. Khách nghe lý do còn thấy được quan tâm hơn con số.", "It makes up for what was lost. The reason is worth more to them than the figure.")),
      wrong("c", both("Không tặng, chỉ xin lỗi, vì 25 phút chưa phải là lâu.", "Nothing but an apology; 25 minutes isn't that long."), both("Lâu hay không là do người chờ. Mình quên thì mình bù.", "Whether it is long is for whoever waited to say. We forgot, so we make up for it.")),
    ]),
    question("own-sister", both("Chị gái bạn mua váy ở đây, váy lỗi, đúng ca bạn đứng. Làm gì?", "Your sister bought a dress here, it is faulty, and you are on shift. What do you do?"), [
      wrong("a", both("Hoàn như mọi khách, vì lỗi có thật.", "Refund it as for anybody; the fault is real."), both("Lỗi thật, nhưng người hưởng và người quyết quá gần nhau. Khách khác nhìn vào sẽ nghĩ khác.", "It is real, but who benefits and who decides are too close. Seen from outside it looks different.")),
      right("b", both("Nhờ một bạn cùng ca xử lý, mình không đứng vào.", "Ask a colleague on the shift to handle it, and stay out of it."), both("Chị bạn vẫn được giúp ngay, và quyết định ấy không ai hỏi lại.", "She is helped at once, and nobody will ever question it.")),
      wrong("c", both("Bảo chị hôm khác tới, lúc mình không làm.", "Tell her to come on a day when you are off."), both("Chị thành khách phải đi hai lần. Chỉ cần một đồng nghiệp là xong.", "Now she has to come twice. One colleague would have been enough.")),
    ]),
    question("luck", both("Bạn hoàn 300.000 ₫ đúng thẩm quyền. Tuần sau phát hiện khách làm hỏng chứ không phải lỗi hàng. Điều gì đúng?", "You refunded 300,000 ₫ within authority. A week later it turns out the customer did the damage. What is true?"), [
      wrong("a", both("Bạn phải bù lại vì xem hàng không kỹ.", "You have to make it good for not looking closely."), both("Không. Khoản này thuộc phần công ty đã chấp nhận mất.", "No. It belongs to what the company agreed to lose.")),
      wrong("b", both("Từ nay món nào cũng nên xin duyệt trước.", "From now on everything should be approved first."), both("Vậy là hai mươi khách thật thà phải chờ vì một khách. Quy tắc đã tính chuyện này.", "Then twenty honest customers wait because of one. The rule has allowed for it.")),
      right("c", both("Quyết định vẫn là đúng lúc ra nó; điều mới biết thì ghi lại để quy tắc tốt hơn.", "It was right when it was taken; what was learnt is written down, so that the rule can improve."), both("Đó là ý nghĩa của xác nhận quyết định đúng thẩm quyền.", "That is what the good-faith receipt means.")),
    ]),
    question("kind-no", both("Khách muốn hoàn tiền vì đổi ý, điều này không được phép. Câu nào tốt nhất?", "A customer wants money back for a changed mind, which is not allowed. Which is best?"), [
      wrong("a", both("“Dạ theo quy định thì đổi ý không được hoàn tiền ạ.”", "“As per our policy there are no refunds for a change of mind.”"), both("Đúng, và lạnh. Quy định không đứng ở quầy, bạn đứng ở quầy.", "True, and cold. The policy is not at the counter; you are.")),
      right("b", both("“Dạ khoản này em không hoàn tiền được, em nói thật để chị khỏi chờ. Em đổi ngay chiếc khác, hoặc giữ giúp chị 30 ngày chọn sau ạ.”", "“I can't refund this one, and I'd rather say so at once. I can exchange it now, or keep it for 30 days until you find something.”"), both("Một lời chưa được có tình: nói thật, nói sớm, và còn một việc làm được.", "A human no: honest, early, and with something still possible.")),
      wrong("c", both("“Dạ để em hỏi lại rồi báo chị sau ạ.”", "“Let me ask and get back to you.”"), both("Bạn đã biết câu trả lời. Hẹn thêm một ngày là bắt khách hy vọng thêm một ngày.", "You know the answer already. One more day is one more day of hoping.")),
    ]),
  ],
  recall: [
    recall("own-purchase", both("Đơn của người nhà thì ai quyết?", "Who decides on a relative's purchase?"), both("Một đồng nghiệp khác. Người hưởng không phải là người quyết.", "Another colleague. Who benefits does not decide.")),
    recall("money-or-voucher", both("Khi nào bù bằng tiền, khi nào bù bằng phiếu?", "When do you give money, and when a voucher?"), both("Lỗi món hàng: tiền, đổi hoặc sửa. Mất thời gian: phiếu.", "A fault: money, an exchange or a repair. Lost time: a voucher.")),
  ],
};

/** What one may decide alone, and how to do so without fear; rules that widen a limit ask for it. */
export const authorityBasics: CourseContent = {
  code: "AUTHORITY-BASICS",
  title: both("Quyền tự quyết: những điều cần biết", "Deciding for the customer: the basics"),
  summary: both(
    "Biết phần nào mình được quyết, chọn mức vừa với chuyện của khách, và quyết mà không ngại; vượt mức thì nói thật và vẫn còn việc làm được.",
    "Know what is yours to decide, choose an amount that fits, and decide without fear; above your limit, be honest and still have something to do.",
  ),
  why: both(
    "Rất nhiều lần gọi lên trên kết thúc bằng một cái gật đầu, còn khách thì đã chờ. Ai học xong khóa này được tin hạn mức rộng hơn, vì đã biết chọn mức và biết ghi lại.",
    "So many calls to a supervisor end with a nod, after the customer has waited. Whoever finishes this course is trusted with wider limits, because they know how to choose an amount and how to write it down.",
  ),
  serves: serves("expectation", both("Gặp được người quyết được, trong một lần đến", "Meeting somebody who can decide, in one visit")),
  skill: "DECIDE",
  validMonths: 12,
  verified: false,
  lessons: [
    whatIsYours,
    withoutFear,
    { code: "coat-before-the-flight", kind: "scenario", title: both("Chiếc áo khoác và chuyến bay sáu giờ", "The coat and the six o'clock flight"), minutes: 5, scenario: coatBeforeTheFlight, recall: [] },
    yoursOrNot,
    {
      code: "three-decisions",
      kind: "practice",
      title: both("Ba quyết định của tôi", "Three decisions of mine"),
      minutes: 3,
      task: both(
        "Tự quyết ba trường hợp trong thẩm quyền, xem con số trước khi hứa và ghi chú vài chữ. Mỗi lần kể lại ba dòng: khách nói gì, cảm thấy gì, điều gì chưa nói ra.",
        "Decide three cases within your authority, looking at the figure before promising and leaving a short note. After each, report in three lines what they said, what they felt, and what was left unsaid.",
      ),
      times: 3,
      observe: [
        both("Xem còn được dùng bao nhiêu trước khi nói với khách", "Looks at the room left before telling the customer"),
        both("Nói lý do của mức đã chọn trong một câu", "Gives the reason for the amount in one sentence"),
        both("Khi vượt mức, nói rõ ai trả lời và trước mấy giờ", "Above the limit, says who answers and by when"),
        both("Ghi chú đủ để ca sau không phải hỏi lại khách", "Leaves a note the next shift can work from without asking the customer again"),
      ],
      recall: [],
    },
    {
      code: "my-hesitation",
      kind: "reflection",
      title: both("Điều làm tôi ngại", "What makes me hesitate"),
      minutes: 3,
      prompt: both(
        "Lần gần nhất bạn hỏi lên trên một chuyện mình vốn được quyết, điều gì khiến bạn ngại? Nếu không có điều đó, khách đã được gì sớm hơn? Ai trong ca có thể đứng cạnh bạn lần tới?",
        "The last time you asked about something that was yours to decide, what held you back? Without it, what would the customer have had sooner? Who on your shift could stand beside you next time?",
      ),
      recall: [],
    },
  ],
};
