import { addBusinessMinutes } from "#kernel/business-time.ts";
import { addDays, instantAt, localDay, type Day } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Insert } from "#platform/transaction.server.ts";
import { SECOND_HR, SIGN_INS } from "../company.ts";
import { ZONE } from "../company/places.ts";
import { POLICY } from "../policy.ts";
import type { Random } from "../random.ts";
import type { DecisionRow } from "./history.ts";
import type { Staff } from "./staff.ts";

interface Overturning {
  readonly rule: string;
  /** Which decisions under the rule may be meant. */
  readonly meant: (decision: DecisionRow) => boolean;
  readonly count: number;
  readonly reason: "wrong_facts" | "outside_purpose" | "abuse" | "better_for_customer";
  readonly notes: readonly string[];
}

const OVERTURNED: readonly Overturning[] = [
  {
    rule: "VOUCHER-LATE", count: 9, reason: "better_for_customer",
    meant: ({ result }) => result === "unresolved",
    notes: [
      "Khách cần chiếc đầm chứ không cần phiếu. Đã cho giao gấp từ cửa hàng gần nhất, phiếu khách giữ.",
      "Đơn nằm ở kho hai ngày mà chưa ai gọi khách. Đã chuyển sang giao gấp và xin lỗi khách.",
      "Phiếu không thay được lời hẹn. Đã đổi sang hoàn phí giao và giao lại trong ngày.",
    ],
  },
  {
    rule: "REFUND-STORE", count: 3, reason: "wrong_facts",
    meant: ({ result }) => result === "partly",
    notes: ["Hóa đơn ghi giá đã giảm, khoản hoàn cao hơn số khách trả. Đã giải thích và thống nhất lại với khách.", "Món khách mang tới không nằm trong đơn đã chọn; đã tìm đúng đơn và tính lại cùng khách."],
  },
  {
    rule: "VOUCHER-TRAINED", count: 2, reason: "outside_purpose",
    meant: ({ result }) => result === "resolved",
    notes: ["Phiếu tặng cho lần chờ dưới năm phút. Hẹn nhau: dưới mười phút thì một lời xin lỗi và ly nước là đủ."],
  },
];

const REVIEWS = [
  {
    rule: "REFUND-REMOTE", daysAgo: 46, by: SIGN_INS.hr.email, decision: "keep", nextInDays: 24,
    note: "Giữ 300.000 ₫ thêm một quý. Phần xin duyệt vì lỗi sản phẩm đang nhiều lên, theo dõi xem người duyệt đồng ý bao nhiêu.",
  },
  {
    rule: "GIFT-PROACTIVE", daysAgo: 46, by: SECOND_HR.email, decision: "change", nextInDays: 0,
    note: "Nâng từ 100.000 ₫ lên 120.000 ₫ để mua được khăn lụa thay vì móc khóa. Xem lại sau một tháng rưỡi: khách có quay lại mua không.",
  },
] as const;

/** What was looked at again afterwards: decisions changed by somebody above, rules judged at their review date. */
export class Hindsight {
  readonly overturns: Insert<"DecisionOverturn">[] = [];
  readonly reviews: Insert<"RuleReview">[] = [];
  readonly events: AuditEventInput[] = [];

  constructor(
    private readonly staff: Staff,
    private readonly now: Date,
    private readonly random: Random,
  ) {}

  overturn(decisions: readonly DecisionRow[]): void {
    for (const { rule, meant, count, reason, notes } of OVERTURNED) {
      const open = decisions.filter((decision) => decision.rule === rule && decision.state === "granted" && decision.givenAt != null && meant(decision));
      for (const decision of this.random.shuffle(open).slice(0, count)) this.change(decision, reason, this.random.pick(notes));
    }
  }

  private change(decision: DecisionRow, reason: Overturning["reason"], note: string): void {
    const above = decision.managerId == null ? undefined : this.staff.person(decision.managerId);
    if (above === undefined || decision.resultAt == null) return;
    const at = addBusinessMinutes(decision.resultAt, this.random.int(60, 1_400), this.staff.calendar(above.siteCode));
    const day = localDay(at, ZONE);
    if (at > this.now || !this.staff.isActive(above, day) || this.staff.absenceOf(above.id, day)) return;
    this.overturns.push({ decisionId: decision.id, byId: above.id, at, reason, note });
    this.events.push({ type: "decision.overturned", subject: { kind: "decision", id: decision.id }, actor: { personId: above.id }, data: { number: decision.number, reason }, at });
  }

  review(today: Day): void {
    for (const { rule, daysAgo, by, decision, nextInDays, note } of REVIEWS) {
      const at = instantAt(addDays(today, -daysAgo), 10 * 60, ZONE);
      const { id: byId } = this.staff.named(by);
      const reviewBy = addDays(today, nextInDays);
      this.reviews.push({ id: this.random.idAt(at), rule, version: POLICY.inForce, at, byId, decision, note, reviewBy });
      this.events.push({ type: "rule.reviewed", subject: { kind: "rule", id: rule }, actor: { personId: byId }, data: { rule, version: POLICY.inForce, decision, reviewBy }, at });
    }
  }
}
