import type { BudgetInput, PolicyInput } from "./shapes.ts";

const MONEY = ["refund", "partial_refund", "voucher", "shipping_fee", "fee_waiver", "gift"];

export const budgets: BudgetInput[] = [
  {
    code: "PERSON-DAY",
    subject: "person",
    gestures: MONEY,
    measure: "amount",
    window: "day",
    limits: [
      { role: "frontline", limit: 2_000_000 },
      { role: "supervisor", limit: 10_000_000 },
      { role: "manager", limit: 40_000_000 },
    ],
    onExceed: "escalate",
  },
  {
    code: "PERSON-WEEK-GIFT",
    subject: "person",
    gestures: ["gift"],
    measure: "count",
    window: "week",
    limits: [
      { role: "frontline", limit: 4 },
      { role: "supervisor", limit: 10 },
    ],
    onExceed: "escalate",
  },
  {
    code: "PERSON-DAY-LATE",
    subject: "person",
    gestures: ["voucher"],
    reasons: ["late_delivery"],
    measure: "count",
    window: "day",
    limits: [{ role: "frontline", limit: 8 }],
    onExceed: "escalate",
  },
  {
    code: "CUSTOMER-30D",
    subject: "customer",
    gestures: ["voucher", "gift"],
    measure: "count",
    window: { rollingDays: 30 },
    limits: [
      { role: "frontline", limit: 2 },
      { role: "supervisor", limit: 3 },
      { role: "manager", limit: 5 },
    ],
    onExceed: "escalate",
  },
  {
    code: "CUSTOMER-90D",
    subject: "customer",
    gestures: ["refund", "partial_refund", "voucher"],
    measure: "amount",
    window: { rollingDays: 90 },
    limits: [
      { role: "frontline", limit: 2_500_000 },
      { role: "supervisor", limit: 5_000_000 },
      { role: "manager", limit: 15_000_000 },
    ],
    onExceed: "escalate",
  },
  {
    code: "SITE-MONTH",
    subject: "site",
    gestures: MONEY,
    measure: "amount",
    window: "month",
    limits: [
      { role: "frontline", limit: 30_000_000 },
      { role: "supervisor", limit: 40_000_000 },
      { role: "manager", limit: 90_000_000 },
    ],
    onExceed: "escalate",
  },
  {
    code: "SITE-MONTH-GIFT",
    subject: "site",
    gestures: ["gift"],
    measure: "count",
    window: "month",
    limits: [{ role: "*", limit: 20 }],
    onExceed: "block",
  },
  {
    code: "TEAM-WEEK-FEES",
    subject: "team",
    gestures: ["shipping_fee", "fee_waiver"],
    measure: "amount",
    window: "week",
    limits: [
      { role: "frontline", limit: 1_000_000 },
      { role: "supervisor", limit: 3_000_000 },
    ],
    onExceed: "escalate",
  },
];

export const exceptions: PolicyInput["exceptions"] = [
  { role: "supervisor", perCase: 1_000_000 },
  { role: "manager", perCase: 5_000_000 },
  { role: "leader" },
];

export const sayings: PolicyInput["sayings"] = {
  escalated: {
    vi: "Dạ, {{me}} hiểu {{customer}} đã mất nhiều công. Việc này {{me}} đã nhờ {{approver}} quyết giúp, trước {{dueAt}} {{me}} báo lại {{customer}} ạ.",
    en: "I understand how much trouble this has been. I've asked {{approver}} to decide and will tell you by {{dueAt}}.",
  },
  refused: {
    vi: "Dạ, khoản này {{me}} chưa làm ngay được, {{me}} nói thật để {{customer}} khỏi phải chờ. Để {{me}} xem cùng {{customer}} cách khác làm được ngay bây giờ ạ.",
    en: "I can't do this one, and I'd rather say so than keep you waiting. Let's look together at what I can do right now.",
  },
  declined: {
    vi: "Dạ, {{me}} đã hỏi lại và lần này chưa làm được cho {{customer}}. Chuyện của {{customer}} {{me}} đã ghi đủ, và điều làm được ngay {{me}} xin làm luôn ạ.",
    en: "I asked again, and this time I can't do it. I've written everything down, and what I can do now I'll do at once.",
  },
  expired: {
    vi: "Dạ, {{me}} xin lỗi vì đã để {{customer}} chờ mà chưa có câu trả lời. Ngay bây giờ {{me}} hỏi lại và gọi cho {{customer}} trong hôm nay ạ.",
    en: "I'm sorry I kept you waiting without an answer. I'm asking again right now and will call you today.",
  },
  noRule: {
    vi: "Dạ, chuyện của {{customer}} {{me}} chưa gặp bao giờ nên {{me}} nhờ {{approver}} quyết, trước {{dueAt}} {{me}} báo lại {{customer}} ạ.",
    en: "I haven't met this before, so I've asked {{approver}}; I'll tell you by {{dueAt}}.",
  },
};
