interface StarterChoices {
  readonly currency: string;
  readonly timeZone: string;
}

const words = (vi: string, en: string) => ({ vi, en });
const named = (code: string, vi: string, en: string) => ({ code, name: words(vi, en) });

/** Minor units of one starting step in a currency: what a modest refund is, to be changed at will. */
function stepIn(currency: string): number {
  const steps: Readonly<Record<string, number>> = { VND: 500_000, JPY: 3_000, KRW: 30_000 };
  return steps[currency] ?? 2_000;
}

const ESCALATION = { to: "supervisor", withinMinutes: 15, fallback: "manager", fallbackAfterMinutes: 30 };

function rules(step: number, owner: string) {
  const who = (role: string) => ({ roles: [role] });
  return [
    {
      code: "REFUND-FAULT",
      effect: "grant",
      gestures: ["refund"],
      name: words("Hoàn tiền hàng lỗi", "Refund a faulty product"),
      why: words("Lỗi là của mình; khách không phải chờ để nhận lại tiền.", "The fault is ours; nobody should wait for their money."),
      serves: { kind: "pain", text: words("Mua phải hàng lỗi", "Having bought something faulty") },
      who: who("frontline"),
      when: { reasons: ["product_fault"] },
      limit: { perCase: step, percentOfOrder: 100 },
      duties: { note: true },
      escalation: ESCALATION,
      say: words("Dạ, {{me}} xin lỗi {{customer}} vì sản phẩm bị lỗi. {{me}} hoàn lại {{amount}} ngay bây giờ ạ.", "I'm sorry it was faulty. I'm refunding {{amount}} right now."),
      owner,
    },
    {
      code: "VOUCHER-LATE",
      effect: "grant",
      gestures: ["voucher"],
      name: words("Phiếu mua hàng khi giao trễ", "Voucher for a late delivery"),
      why: words("Lời xin lỗi đi cùng một việc làm.", "An apology that comes with an act."),
      serves: { kind: "emotion", text: words("Bực vì phải chờ", "Annoyed at having to wait") },
      who: who("frontline"),
      when: { reasons: ["late_delivery", "poor_service"] },
      limit: { perCase: Math.floor(step / 5) },
      duties: { note: true },
      escalation: ESCALATION,
      say: words("Dạ, {{me}} xin lỗi vì để {{customer}} chờ. {{me}} gửi {{customer}} phiếu {{amount}} ạ.", "I'm sorry we kept you waiting. Here is a voucher for {{amount}}."),
      owner,
    },
    {
      code: "REPLACE-FAULT",
      effect: "grant",
      gestures: ["replacement"],
      name: words("Đổi sản phẩm lỗi", "Replace a faulty product"),
      why: words("Đổi ngay là điều khách cần nhất.", "A working one now is what the customer needs most."),
      serves: { kind: "need", text: words("Có sản phẩm dùng được ngay", "Something that works today") },
      when: { reasons: ["product_fault"] },
      duties: { note: true },
      escalation: ESCALATION,
      say: words("Dạ, {{me}} đổi cho {{customer}} chiếc khác ngay bây giờ ạ.", "I'm replacing it for you right now."),
      owner,
    },
    {
      code: "CALLBACK",
      effect: "grant",
      gestures: ["callback"],
      name: words("Gọi hỏi thăm", "Courtesy call"),
      why: words("Hỏi thăm không cần xin phép ai.", "Nobody needs permission to care."),
      serves: { kind: "emotion", text: words("Được nhớ tới sau khi mua", "Being remembered after the sale") },
      escalation: ESCALATION,
      say: words("Dạ, {{me}} gọi hỏi thăm {{customer}}. Mọi việc đã ổn chưa ạ?", "I'm calling to see how things are going for you."),
      owner,
    },
    ...([["supervisor", "SUPERVISOR", 4], ["manager", "MANAGER", 10], ["leader", "LEADER", 40]] as const).map(([role, code, times]) => ({
      code: `DECIDE-${code}`,
      effect: "grant",
      gestures: ["refund", "voucher"],
      name: words(
        { supervisor: "Trưởng ca, trưởng nhóm quyết định", manager: "Trưởng bộ phận quyết định", leader: "Ban giám đốc quyết định" }[role],
        { supervisor: "Decided by a supervisor", manager: "Decided by a manager", leader: "Decided by a leader" }[role],
      ),
      why: words("Luôn có người trả lời được khách, kể cả chuyện lớn hơn.", "Somebody can always answer, also when it is larger."),
      serves: { kind: "expectation", text: words("Được giải quyết trong một lần", "Settled in one go") },
      who: who(role),
      limit: { perCase: step * times },
      duties: { note: true },
      escalation: { to: role === "supervisor" ? "manager" : "leader", withinMinutes: 60, fallback: "leader", fallbackAfterMinutes: 120 },
      owner,
    })),
    {
      code: "NO-OWN-PURCHASE",
      effect: "prohibit",
      name: words("Không tự giải quyết cho chính mình", "Not for oneself"),
      why: words("Người hưởng không phải là người quyết.", "Who benefits does not decide."),
      when: { flags: { any: ["own_purchase"] } },
      say: words("Dạ, khoản này {{me}} nhờ đồng nghiệp khác xử lý cho {{customer}} ạ.", "I'll ask a colleague to look after this one for you."),
      owner,
    },
  ];
}

/**
 * A small honest policy to begin with: eight rules and two budgets that a shop or a hotline can use as they are, with
 * modest amounts in the organisation's currency.
 */
export function starterDocument({ currency, timeZone }: StarterChoices, owner: string): object {
  const step = stepIn(currency);
  return {
    currency,
    timeZone,
    lastResort: "leader",
    gestures: [
      { ...named("refund", "Hoàn tiền", "Refund"), kind: "compensation", valued: true },
      { ...named("voucher", "Phiếu mua hàng (voucher)", "Voucher"), kind: "compensation", valued: true },
      { ...named("replacement", "Đổi sản phẩm", "Replacement"), kind: "compensation", valued: false },
      { ...named("callback", "Gọi hỏi thăm", "Courtesy call"), kind: "proactive", valued: false },
    ],
    reasons: [
      named("product_fault", "Lỗi sản phẩm", "Faulty product"),
      named("late_delivery", "Giao trễ", "Late delivery"),
      named("poor_service", "Phục vụ chưa tốt", "Poor service"),
      named("aftercare", "Hỏi thăm sau mua", "Care after the sale"),
      named("other", "Chuyện khác", "Something else"),
    ],
    channels: [named("store", "Cửa hàng", "Shop"), named("phone", "Điện thoại", "Phone"), named("online", "Trực tuyến", "Online")],
    tiers: [named("standard", "Thành viên", "Standard"), named("gold", "Vàng", "Gold")],
    flags: [named("own_purchase", "Khách là chính nhân viên hoặc người nhà", "The customer is the clerk or family")],
    caseGroups: [["refund", "voucher"]],
    rules: rules(step, owner),
    escalation: { to: "supervisor", withinMinutes: 30, fallback: "manager", fallbackAfterMinutes: 60 },
    exceptions: [
      { role: "supervisor", perCase: step * 2 },
      { role: "manager", perCase: step * 10 },
      { role: "leader", perCase: null },
    ],
    budgets: [
      {
        code: "PERSON-DAY",
        subject: "person",
        gestures: ["refund", "voucher"],
        measure: "amount",
        window: "day",
        limits: [
          { role: "frontline", limit: step * 4 },
          { role: "supervisor", limit: step * 20 },
        ],
        onExceed: "escalate",
      },
      { code: "CUSTOMER-30D", subject: "customer", gestures: ["voucher"], measure: "count", window: { rollingDays: 30 }, limits: [{ role: "*", limit: 3 }], onExceed: "escalate" },
    ],
    sayings: {
      escalated: words("Dạ, {{me}} đã nhờ {{approver}} quyết giúp, trước {{dueAt}} {{me}} báo lại {{customer}} ạ.", "I've asked {{approver}}; I'll tell you by {{dueAt}}."),
      refused: words("Dạ, khoản này {{me}} chưa làm được, {{me}} nói thật để {{customer}} khỏi phải chờ ạ.", "I can't do this one, and I'd rather say so than keep you waiting."),
      declined: words("Dạ, {{me}} đã hỏi lại và lần này chưa làm được cho {{customer}}. {{me}} rất tiếc ạ.", "I asked again, and this time I can't do it. I'm sorry."),
      expired: words("Dạ, {{me}} xin lỗi vì để {{customer}} chờ. {{me}} hỏi lại ngay bây giờ ạ.", "I'm sorry for the wait. I'm asking again right now."),
      noRule: words("Dạ, chuyện này {{me}} hỏi {{approver}} rồi báo lại {{customer}} trước {{dueAt}} ạ.", "I'll ask {{approver}} and tell you by {{dueAt}}."),
    },
    tests: [
      {
        name: "Hàng lỗi trong hạn mức: tự quyết",
        request: { gesture: "refund", reason: "product_fault", channel: "store", amount: { minor: step, currency }, customer: "none", order: { value: { minor: step, currency } }, flags: [] },
        actor: { role: "frontline", courses: [] },
        expect: { outcome: "granted", rule: "REFUND-FAULT" },
      },
      {
        name: "Vượt hạn mức: cần người duyệt",
        request: { gesture: "refund", reason: "product_fault", channel: "store", amount: { minor: step + 1, currency }, customer: "none", order: { value: { minor: step * 3, currency } }, flags: [] },
        actor: { role: "frontline", courses: [] },
        expect: { outcome: "escalated", reason: "over_case_limit" },
      },
      {
        name: "Cho chính mình: quy tắc không cho phép",
        request: { gesture: "refund", reason: "product_fault", channel: "store", amount: { minor: 1, currency }, customer: "none", order: "none", flags: ["own_purchase"] },
        actor: { role: "frontline", courses: [] },
        expect: { outcome: "refused", reason: "forbidden_by_rule" },
      },
    ],
  };
}
