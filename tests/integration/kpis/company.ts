import { installMessages } from "#composition/messages.server.ts";
import { seedSmallCompany, type SmallCompany, type SmallCompanyKey } from "#db/seed/builders.ts";
import { blankDefinition, type KpiDefinition } from "#modules/kpis/definition.ts";
import { putIntoUse, saveDraft } from "#modules/kpis/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Monday 23 November 2026, 10:00 in Hà Nội. */
export const MONDAY_TEN = new Date("2026-11-23T03:00:00Z");

export interface TestCompany extends SmallCompany {
  /** of the database */
  readonly url: string;
  readonly by: (key: SmallCompanyKey, at?: Date) => Promise<Asked>;
}

export async function freshCompany(): Promise<TestCompany> {
  installMessages();
  const { url } = await useTestDatabase();
  const company = await seedSmallCompany(MONDAY_TEN);
  return { ...company, url, by: (key, at = MONDAY_TEN) => askedBy(company.people[key], at) };
}

/** A rate of shops, by month, typed in. */
export function definition(code: string, more: Partial<KpiDefinition> = {}): KpiDefinition {
  return {
    ...blankDefinition(code),
    name: { vi: "Khách hài lòng tại cửa hàng", en: "Customers satisfied in store" },
    why: { vi: "Khách hài lòng thì quay lại", en: "Satisfied customers come back" },
    lens: "customer_outcome",
    measure: { kind: "rate" },
    owners: ["RETAIL"],
    ...more,
  };
}

export async function inUse(company: Pick<TestCompany, "by">, code: string, more: Partial<KpiDefinition> = {}): Promise<void> {
  const hr = await company.by("hr");
  await saveDraft(definition(code, more), hr, { isNew: true });
  await putIntoUse(code, null, hr);
}
