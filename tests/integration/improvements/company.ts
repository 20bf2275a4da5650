import { records } from "#composition/improvements.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { answerImprovement, beginTrial, improvementDetail, planImprovement, reportImprovement, saveProcedure } from "#modules/improvements/public.server.ts";
import { planFields, procedureFields, reportFields } from "#modules/improvements/schemas.ts";
import type { ImprovementView } from "#modules/improvements/view-models.ts";
import type { Asked } from "#platform/acting.server.ts";
import { type Insert, transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Monday 23 November 2026, 10:00 in Hà Nội; the small company works every day from 9:00 to 21:30. */
export const MONDAY_TEN = new Date("2026-11-23T03:00:00Z");
export const later = (minutes: number) => new Date(MONDAY_TEN.getTime() + minutes * 60_000);
export const days = (count: number) => later(count * 1_440);

export interface TestCompany extends SmallCompany {
  readonly by: (key: SmallCompanyKey, at?: Date) => Promise<Asked>;
  readonly see: (key: SmallCompanyKey, id: string, at?: Date) => Promise<ImprovementView | null>;
}

export async function freshCompany(): Promise<TestCompany> {
  installMessages();
  await useTestDatabase();
  const company = await seedSmallCompany(MONDAY_TEN);
  return {
    ...company,
    by: (key, at = MONDAY_TEN) => askedBy(company.people[key], at),
    see: async (key, id, at = MONDAY_TEN) => improvementDetail(await actorOf(company.people[key]), id, at, records),
  };
}

export const NOTHING = { decisionId: null, feedbackId: null, rule: null, ruleOwner: null } as const;
export const friction = (more: object = {}) =>
  reportFields.parse({ what: "Khách phải ký hai bản giấy khi đổi cỡ", cost: "Chờ thêm 12 phút ở quầy", often: "daily", ...more });

export const plan = (ownerId: string, more: object = {}) =>
  planFields.parse({
    text: "Bỏ bản giấy thứ hai",
    lensKind: "pain",
    lensText: "Khách vội mà phải đứng ký",
    evidence: "Ba khách nói trong tuần",
    way: "mechanism",
    burden: { staff: { minutes: 4, uses: 60, people: 6 }, customer: { minutes: 12, uses: 1, people: 360 } },
    burdenAfter: { staff: { minutes: 1, uses: 60, people: 6 }, customer: { minutes: 2, uses: 1, people: 360 } },
    measure: { code: "granted_at_once", rule: "REFUND-STORE", target: 70 },
    steps: [{ text: "Sửa mẫu phiếu", ownerId, dueDay: "2026-12-01" }],
    ...more,
  });

/** A friction of the clerk that the manager has answered and planned. */
export async function planned(company: TestCompany, more: object = {}): Promise<string> {
  const { id } = await reportImprovement(friction(), NOTHING, await company.by("frontline"));
  await answerImprovement(id, { answer: "improve", words: "Gọn lại còn một bản", law: null, department: null }, await company.by("manager", later(30)));
  await planImprovement(id, plan(company.people.supervisor.id, more), await company.by("manager", later(60)), records);
  return id;
}

export async function onTrial(company: TestCompany, more: object = {}): Promise<string> {
  const id = await planned(company, more);
  await beginTrial(id, {}, await company.by("manager", later(90)));
  return id;
}

export async function aProcedure(company: TestCompany, more: object = {}): Promise<string> {
  const fields = { code: "DOI-CO", nameVi: "Phiếu đổi cỡ hai bản", nameEn: "Size exchange slip in two copies", department: "RETAIL", owner: "manager2@demo.tam", since: "2021-03-01", burden: { staff: null, customer: null }, law: null, reviewBy: "2027-01-31" };
  return saveProcedure(null, procedureFields.parse({ ...fields, ...more }), await company.by("hr"));
}

/** Decisions under REFUND-STORE one minute apart, `hits` of them granted at once, the others approved. */
export async function decisions(company: TestCompany, from: Date, hits: number, n: number): Promise<void> {
  const { frontline } = company.people;
  await transaction(async (tx) => {
    const first = await tx.count("Decision", {});
    for (let index = 0; index < n; index += 1) {
      const at = new Date(from.getTime() + index * 60_000);
      const row: Insert<"Decision"> = {
        ...{ id: newId(), number: `D-2026-${String(first + index + 1).padStart(6, "0")}`, sequence: first + index + 1, personId: frontline.id, managerId: frontline.managerId, siteCode: "HN-01", departmentCode: "RETAIL" },
        ...{ gesture: "refund", reason: "product_fault", channel: "store", proactive: false, amount: 100_000n, currency: "VND", caseGroup: "refund", facts: "{}", policyVersion: 1, rule: "REFUND-STORE" },
        ...{ outcome: index < hits ? "granted" : "escalated", state: index < hits ? "granted" : "approved", reasonCode: "within_case_limit", explanation: "{}", decidedAt: at, closedAt: at, approvedAmount: 100_000n },
        ...{ givenAt: new Date(at.getTime() + (index < hits ? 5 : 45) * 60_000), result: "resolved", csat: 5 },
      };
      await tx.insert("Decision", row);
    }
  });
}
