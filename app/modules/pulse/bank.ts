import type { Scale } from "./domain/figures.ts";

/** What a question is about; at most a few of one topic stand in a pulse. Those about a `person` are asked of those around a leader, and nobody else. */
export const TOPICS = ["recommend", "heart", "safety", "authority", "manager", "loyal", "learning", "load", "person"] as const;
export type Topic = (typeof TOPICS)[number];

/** A question as people are asked it; frozen with the pulse it stands in. */
export interface Question {
  readonly code: string;
  readonly scale: Scale;
  readonly topic: Topic;
  readonly text: { readonly vi: string; readonly en: string };
}

const asked = (topic: Topic, scale: Scale, code: string, vi: string, en: string): Question => ({ code, scale, topic, text: { vi, en } });

/**
 * The questions that come with the product. On five points all are put so that agreeing is good news, about what one met
 * oneself and not about a person's character. The eNPS is F. Reichheld's question turned to staff; psychological safety
 * follows A. Edmondson (Administrative Science Quarterly 1999; 44:350–383) in our words.
 */
export const BANK: readonly Question[] = [
  asked("recommend", "enps", "RECOMMEND", "Nếu bạn bè hỏi, khả năng tôi nói nơi này đáng để làm việc là bao nhiêu?", "If a friend asked, how likely would you be to say this is a good place to work?"),
  asked("recommend", "enps", "RECOMMEND-SHOP", "Khả năng tôi giới thiệu người thân mua hàng ở đây là bao nhiêu?", "How likely would you be to send your own family to buy from us?"),
  asked("recommend", "text", "RECOMMEND-WHY", "Điều gì khiến tôi cho điểm như vậy?", "What made you give that score?"),

  asked("heart", "agree", "HEART-RESPECT", "Ở đây tôi được tôn trọng như một con người, không chỉ là một vị trí.", "Here I am respected as a person, not only as a position."),
  asked("heart", "agree", "HEART-HARD-DAY", "Sau một ca khó với khách, có người hỏi thăm tôi thật lòng.", "After a hard case with a customer, somebody asks how I am and means it."),
  asked("heart", "agree", "HEART-HEARD", "Tháng này, điều tôi góp ý đã được lắng nghe và trả lời.", "This month, something I suggested was heard and answered."),
  asked("heart", "agree", "HEART-FAIR", "Lịch làm, nghỉ phép và lời khen ở đội tôi được chia công bằng.", "Shifts, leave and thanks are shared fairly in my team."),
  asked("heart", "text", "HEART-ONE-THING", "Một điều nhỏ nào thay đổi sẽ khiến tôi thấy được đối xử tử tế hơn?", "What one small change would make you feel treated with more care?"),

  asked("safety", "agree", "SAFETY-MISTAKE", "Khi tôi làm sai, đội cùng tìm cách sửa chứ không tìm người để trách.", "When I make a mistake, my team looks for a mend and not for somebody to blame."),
  asked("safety", "agree", "SAFETY-SPEAK", "Tôi nói được điều không ai muốn nghe mà không lo bị thiệt.", "I can say what nobody likes to hear without paying for it."),
  asked("safety", "agree", "SAFETY-HELP", "Nhờ đồng nghiệp giúp ở đây là chuyện bình thường.", "Asking a colleague for help is normal here."),
  asked("safety", "agree", "SAFETY-BAD-NEWS", "Tin xấu về khách hàng đến được tai cấp trên, không bị giữ lại.", "Bad news about customers reaches those above us and is not held back."),

  asked("authority", "agree", "AUTHORITY-SOLVE", "Tôi giải quyết được việc của khách mà không phải xin phép.", "I can solve a customer's problem without having to ask."),
  asked("authority", "agree", "AUTHORITY-BACKED", "Khi tôi quyết đúng quy tắc, tôi biết mình được đứng sau ủng hộ.", "When I decide within the rules, I know that I am backed."),
  asked("authority", "agree", "AUTHORITY-CLEAR", "Tôi biết rõ mình được tự quyết đến đâu.", "I know exactly how far I may decide by myself."),
  asked("authority", "agree", "AUTHORITY-TOOLS", "Tôi có đủ công cụ và thông tin để giúp khách ngay lúc đó.", "I have the tools and facts to help a customer there and then."),
  asked("authority", "text", "AUTHORITY-BLOCK", "Thủ tục nào hay khiến tôi không giúp được khách?", "Which procedure keeps you from helping a customer?"),

  asked("manager", "agree", "MANAGER-MODELS", "Quản lý trực tiếp của tôi làm gương trong cách đối xử với khách.", "My manager sets the example in how customers are treated."),
  asked("manager", "agree", "MANAGER-LISTENS", "Quản lý trực tiếp của tôi nghe hết rồi mới trả lời.", "My manager hears me out before answering."),
  asked("manager", "agree", "MANAGER-KEEPS", "Quản lý trực tiếp của tôi giữ lời với đội.", "My manager keeps promises made to the team."),
  asked("manager", "agree", "MANAGER-ON-THE-FLOOR", "Quản lý trực tiếp của tôi có mặt khi đội cần.", "My manager is there when the team needs it."),
  asked("manager", "text", "MANAGER-MORE", "Tôi mong quản lý trực tiếp làm nhiều hơn điều gì?", "What would you like your manager to do more of?"),

  asked("loyal", "loyal", "LOYAL", "Ba tháng qua, chúng ta đã trung thành với khách hàng chưa?", "These three months, have we been loyal to the customer?"),
  asked("loyal", "agree", "LOYAL-PROMISES", "Điều công ty hứa với khách, chúng ta đã làm đúng như vậy.", "What the company promised customers is what we did."),
  asked("loyal", "agree", "LOYAL-AFTER", "Sau khi bán, chúng ta vẫn chăm khách như trước khi bán.", "After the sale we care for customers as we did before it."),
  asked("loyal", "text", "LOYAL-WHERE-NOT", "Chỗ nào chúng ta chưa trung thành với khách?", "Where have we not been loyal to the customer?"),

  asked("learning", "agree", "LEARNING-PRACTISE", "Tháng này tôi học được điều dùng được ngay với khách.", "This month I learnt something I could use with a customer at once."),
  asked("learning", "agree", "LEARNING-SHARED", "Điều một người học được thì cả đội cùng biết.", "What one of us learns, the whole team soon knows."),

  asked("load", "agree", "LOAD-TIME", "Tôi có đủ thời gian để làm tử tế với từng khách.", "I have enough time to do right by each customer."),
  asked("load", "agree", "LOAD-REST", "Tôi nghỉ đủ để hôm sau còn muốn đón khách.", "I rest enough to look forward to the next day's customers."),

  asked("person", "agree", "PERSON-MODELS", "Người này làm gương trong cách đối xử với khách, cả khi phải chịu thiệt.", "This person sets the example in how customers are treated, also when it costs something."),
  asked("person", "agree", "PERSON-LISTENS", "Người này nghe hết rồi mới trả lời.", "This person hears others out before answering."),
  asked("person", "agree", "PERSON-KEEPS", "Người này giữ điều đã hứa với đồng nghiệp và với khách.", "This person keeps what they promised to colleagues and to customers."),
  asked("person", "agree", "PERSON-TRUSTS", "Người này để người đứng trước khách tự quyết trong phạm vi của họ.", "This person lets whoever faces the customer decide within their authority."),
  asked("person", "agree", "PERSON-OWNS", "Khi làm sai, người này nói ra và sửa.", "When this person gets something wrong, they say so and mend it."),
  asked("person", "text", "PERSON-MORE", "Mong người này làm nhiều hơn điều gì?", "What would you like this person to do more of?"),
];

/** Whether a question may stand in a pulse: about a person exactly in those that are about one. */
export const fits = ({ topic }: Question, aboutSomebody: boolean): boolean => (topic === "person") === aboutSomebody;

/** What the form begins with that asks those around leaders. */
export const CIRCLE_PULSE = {
  title: { vi: "Góp ý cho người dẫn dắt", en: "Words for a leader" },
  questions: ["PERSON-MODELS", "PERSON-LISTENS", "PERSON-KEEPS", "PERSON-TRUSTS", "PERSON-OWNS", "PERSON-MORE"],
} as const;

/** The quarterly pulse of everybody: *Have we been loyal to the customer?* */
export const LOYAL_PULSE = {
  title: { vi: "Chúng ta đã trung thành với khách hàng chưa?", en: "Have we been loyal to the customer?" },
  questions: ["LOYAL", "LOYAL-PROMISES", "LOYAL-AFTER", "RECOMMEND", "LOYAL-WHERE-NOT"],
} as const;
