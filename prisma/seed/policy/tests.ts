import type { TestInput } from "./shapes.ts";

const walkIn = { customer: "none", order: "none", flags: [] } as const;
const vnd = (minor: number) => ({ minor, currency: "VND" });
const clerk = { role: "frontline", level: 2, tenureDays: 400, courses: ["AUTHORITY-BASICS"], department: "RETAIL", site: "HN-01" };
const agent = { role: "frontline", level: 2, tenureDays: 400, courses: ["AUTHORITY-BASICS"], department: "CARE", site: "HOTLINE" };

/** What the policy must go on answering, in words that HR reads. */
export const policyTests: TestInput[] = [
  {
    name: "Áo bung chỉ, hoàn 450.000 tại quầy: tự quyết",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(450_000), ...walkIn },
    actor: clerk,
    expect: { outcome: "granted", rule: "REFUND-STORE", limit: 500_000 },
  },
  {
    name: "Hoàn 900.000 tại quầy: trưởng ca quyết",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(900_000), ...walkIn },
    actor: clerk,
    expect: { outcome: "escalated", reason: "over_case_limit", room: 500_000 },
  },
  {
    name: "Người mới hai tuần: mức 200.000 (ngoại lệ chặt hơn)",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(300_000), ...walkIn },
    actor: { ...clerk, tenureDays: 14, courses: [] },
    expect: { outcome: "escalated", reason: "over_case_limit", rule: "REFUND-STORE-NEW", limit: 200_000 },
  },
  {
    name: "Mua đã 45 ngày: mức 200.000, đổi và sửa vẫn làm được",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(200_000), customer: "none", order: { value: vnd(890_000), daysSincePurchase: 45 }, flags: [] },
    actor: clerk,
    expect: { outcome: "granted", rule: "REFUND-STORE-OLD" },
  },
  {
    name: "Khách bạch kim: đến 800.000 một mình (ngoại lệ rộng hơn)",
    request: { gesture: "refund", reason: "wrong_item", channel: "store", amount: vnd(800_000), customer: { ref: "C-2001", tier: "platinum" }, order: "none", flags: [] },
    actor: clerk,
    expect: { outcome: "granted", rule: "REFUND-STORE-PLATINUM", limit: 1_000_000 },
  },
  {
    name: "Khách bạch kim, trên 800.000: cần người thứ hai xác nhận",
    request: { gesture: "refund", reason: "wrong_item", channel: "store", amount: vnd(900_000), customer: { ref: "C-2001", tier: "platinum" }, order: "none", flags: [] },
    actor: clerk,
    expect: { outcome: "escalated", reason: "second_person_required" },
  },
  {
    name: "Đơn của chính nhân viên: không tự giải quyết",
    request: { gesture: "voucher", reason: "long_wait", channel: "store", amount: vnd(50_000), customer: "none", order: "none", flags: ["own_purchase"] },
    actor: clerk,
    expect: { outcome: "refused", reason: "forbidden_by_rule", rule: "NO-OWN-PURCHASE" },
  },
  {
    name: "Chưa biết có dấu hiệu gì không: không mở",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(100_000), customer: "none", order: "none" },
    actor: clerk,
    expect: { outcome: "escalated", reason: "fact_unknown", room: 0 },
  },
  {
    name: "Hoàn một phần từ xa khi chưa học định mức: học xong là được",
    request: { gesture: "partial_refund", reason: "not_as_pictured", channel: "hotline", amount: vnd(150_000), customer: "none", order: { value: vnd(700_000), daysSincePurchase: 3 }, flags: [] },
    actor: agent,
    expect: { outcome: "escalated", reason: "training_required" },
  },
  {
    name: "Đã học định mức: 30% giá trị đơn",
    request: { gesture: "partial_refund", reason: "not_as_pictured", channel: "hotline", amount: vnd(210_000), customer: "none", order: { value: vnd(700_000), daysSincePurchase: 3 }, flags: [] },
    actor: { ...agent, courses: ["AUTHORITY-BASICS", "FAIR-AMOUNT"] },
    expect: { outcome: "granted", rule: "PARTIAL-CARE", limit: 210_000 },
  },
  {
    name: "Phiếu thứ ba của một khách trong 30 ngày: trưởng ca quyết",
    request: { gesture: "voucher", reason: "long_wait", channel: "store", amount: vnd(100_000), customer: { ref: "C-1029", tier: "gold" }, order: "none", flags: [] },
    actor: clerk,
    usage: { "CUSTOMER-30D": 2 },
    expect: { outcome: "escalated", reason: "over_budget", binding: "CUSTOMER-30D" },
  },
  {
    name: "Hết hạn mức ngày: còn 50.000",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(100_000), ...walkIn },
    actor: clerk,
    usage: { "PERSON-DAY": 1_950_000 },
    expect: { outcome: "escalated", reason: "over_budget", room: 50_000, binding: "PERSON-DAY" },
  },
  {
    name: "Cửa hàng đã tặng đủ 20 món quà trong tháng: dừng",
    request: { gesture: "gift", reason: "special_day", channel: "store", proactive: true, amount: vnd(80_000), ...walkIn },
    actor: clerk,
    usage: { "SITE-MONTH-GIFT": 20 },
    expect: { outcome: "refused", reason: "over_budget", binding: "SITE-MONTH-GIFT" },
  },
  {
    name: "Chia nhỏ một trường hợp không được thêm",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(200_000), ...walkIn },
    actor: clerk,
    caseTotal: 400_000,
    expect: { outcome: "escalated", reason: "case_total_over_limit", room: 100_000 },
  },
  {
    name: "Gọi hỏi thăm: ai cũng làm được",
    request: { gesture: "courtesy_call", reason: "aftercare", channel: "hotline", proactive: true, ...walkIn },
    actor: agent,
    expect: { outcome: "granted", rule: "COURTESY-ANY" },
  },
  {
    name: "Sửa đồ chưa đạt, tặng phiếu: chưa có quy tắc",
    request: { gesture: "voucher", reason: "alteration_fault", channel: "store", amount: vnd(100_000), ...walkIn },
    actor: clerk,
    expect: { outcome: "escalated", reason: "no_rule_covers" },
  },
  {
    name: "Khách đổi ý: không hoàn tiền, mời đổi món",
    request: { gesture: "refund", reason: "changed_mind", channel: "store", amount: vnd(300_000), ...walkIn },
    actor: clerk,
    expect: { outcome: "refused", reason: "forbidden_by_rule", rule: "NO-CASH-CHANGED-MIND" },
  },
  {
    name: "Khách đang xúc phạm, trên 150.000: có người đứng cùng",
    request: { gesture: "refund", reason: "product_fault", channel: "store", amount: vnd(200_000), customer: "none", order: "none", flags: ["abusive"] },
    actor: clerk,
    expect: { outcome: "escalated", reason: "second_person_required" },
  },
];
