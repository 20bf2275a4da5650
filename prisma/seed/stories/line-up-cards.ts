import type { Text } from "#modules/learning/domain/content.ts";

/** The card of one week: a story to read aloud, a question to talk about, a rule worth remembering. */
export interface DemoLineUpCard {
  /** 0 is the week of the load day. */
  readonly weeksAgo: number;
  /** code of a story of `stories.ts` */
  readonly story: string;
  readonly question: Text;
  /** code of a rule of the policy in force */
  readonly rule: string;
  readonly why: Text;
}

/** Six weeks of line-ups, the present one first. */
export const LINE_UP_CARDS: readonly DemoLineUpCard[] = [
  {
    weeksAgo: 0,
    story: "wedding-thread",
    question: {
      vi: "Khi đang chờ người khác duyệt, mình làm được gì cho khách trong bảy phút ấy?",
      en: "While we wait for an approval, what could we do for the customer in those seven minutes?",
    },
    rule: "REFUND-STORE",
    why: {
      vi: "Lỗi ở mình thì trong mức của bạn trả ngay tại quầy. Phần vượt mức mới xin duyệt, và khách không phải đứng nhìn mình chờ.",
      en: "When the fault is ours, pay at the counter within your limit. Only the rest needs approval, and nobody should have to watch you wait for it.",
    },
  },
  {
    weeksAgo: 1,
    story: "receipt-for-a-button",
    question: {
      vi: "Tuần này mình đã hỏi khách giấy tờ gì mà thật ra không cần?",
      en: "Which paper did we ask a customer for this week without really needing it?",
    },
    rule: "REPAIR-NO-RECEIPT",
    why: {
      vi: "Nhãn còn trên áo là đủ để nhận sửa. Đi tìm hóa đơn tốn công khách hơn tiền công mình.",
      en: "The label in the seam is enough to take a repair in. Looking for a receipt costs them more than the mending costs us.",
    },
  },
  {
    weeksAgo: 2,
    story: "four-o-clock",
    question: {
      vi: "Lời hẹn nào của ca mình đang treo hôm nay, và mấy giờ phải gọi, dù có tin hay chưa?",
      en: "Which promise of ours is open today, and at what time do we call, news or no news?",
    },
    rule: "CALLBACK-ANY",
    why: {
      vi: "Ai hứa người ấy gọi, không cần xin phép ai. Lời hẹn là cuộc gọi, không phải kết quả.",
      en: "Whoever promises, calls; nobody needs permission. The promise is the call, not the result.",
    },
  },
  {
    weeksAgo: 3,
    story: "kind-no",
    question: {
      vi: "Thử nói một câu chưa làm được theo ba phần: điều gì chưa làm ngay được, ai quyết, việc nào làm được ngay bây giờ.",
      en: "Try a no in three parts: what cannot be done, who decides, what can be done this minute. Say one aloud.",
    },
    rule: "NO-CASH-CHANGED-MIND",
    why: {
      vi: "Đổi ý thì đổi món trong 30 ngày, không hỏi lý do; tiền để dành cho lỗi của mình. Nói sớm và nói thật thì khách nhẹ lòng hơn chờ một câu có thể.",
      en: "A changed mind is exchanged within 30 days, no questions; money is for our own mistakes. Said early and honestly, it is easier to bear than a maybe.",
    },
  },
  {
    weeksAgo: 4,
    story: "flooded-street",
    question: {
      vi: "Hôm nay khách nào của mình sắp gặp trục trặc mà chưa biết? Ai gọi, trước mấy giờ?",
      en: "Which customer of ours is about to meet a problem and does not know yet? Who rings, and by when?",
    },
    rule: "COURTESY-ANY",
    why: {
      vi: "Gọi trước không cần xin phép ai. Người cần nhất thường là người không bao giờ gọi lên giục.",
      en: "A call beforehand needs nobody's permission. Those who need it most are often those who never ring to ask.",
    },
  },
  {
    weeksAgo: 5,
    story: "stood-beside",
    question: {
      vi: "Khi đồng nghiệp bị mắng, đứng cạnh khác nói thay ở chỗ nào? Ca mình dùng dấu hiệu gì để gọi nhau?",
      en: "When a colleague is shouted at, how does standing beside differ from taking over? What is our sign for calling each other?",
    },
    rule: "REQ-ABUSE-BESIDE",
    why: {
      vi: "Không ai phải quyết một mình khi đang bị quát: trên 150.000 ₫ có đồng nghiệp cùng xác nhận, và sau đó được nghỉ mười phút.",
      en: "Nobody decides alone while being shouted at: above 150,000 ₫ a colleague confirms, and ten minutes' rest come afterwards.",
    },
  },
];
