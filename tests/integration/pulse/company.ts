import type { SeededPerson } from "#db/seed/builders.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { foldText } from "#kernel/text.ts";
import { answerPulse, closePulse, launchPulse, savePulse } from "#modules/pulse/public.server.ts";
import type { AnswerFields, PulseFields } from "#modules/pulse/schemas.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import { freshCompany, MONDAY_TEN, type TestCompany } from "../empowerment/company.ts";

export const now = MONDAY_TEN;
export const day = (days: number): string => addDays(localDay(now, "Asia/Ho_Chi_Minh"), days);
export const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

export type Clerk = Pick<SeededPerson, "id" | "name">;

export interface PulseCompany extends TestCompany {
  /** Clerks of the first shop's manager and of the second's, who answer to them directly. */
  readonly first: readonly Clerk[];
  readonly second: readonly Clerk[];
  /** Of the same department, beside the two managers. */
  readonly beside: readonly Clerk[];
}

/** People who report to somebody, with the role that lets them answer. */
export async function hire(manager: SeededPerson, count: number, site: string): Promise<Clerk[]> {
  return transaction(async (tx) => {
    const hired: Clerk[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = newId();
      const name = `Nhân Viên ${site} ${index + 1}`;
      await tx.insert("Person", { id, email: `${id}@demo.tam`, name, nameFolded: foldText(name), nameSort: foldText(name), departmentCode: "RETAIL", siteCode: site, managerId: manager.id, createdAt: now, updatedAt: now });
      await tx.insert("RoleAssignment", { id: newId(), personId: id, role: "frontline", scopeKind: "own" });
      hired.push({ id, name });
    }
    return hired;
  });
}

/** The small company with as many clerks more in its two shops. */
export async function pulseCompany(first: number, second: number): Promise<PulseCompany> {
  const company = await freshCompany(now);
  const { manager, manager2, leader } = company.people;
  return { ...company, first: await hire(manager, first, "HN-01"), second: await hire(manager2, second, "HN-02"), beside: await hire(leader, 4, "HN-02") };
}

export const design = (more: Partial<PulseFields> = {}): PulseFields => ({
  titleVi: "Quý này",
  titleEn: "This quarter",
  mode: "anonymous",
  kScores: 5,
  kComments: 8,
  questions: ["LOYAL", "RECOMMEND", "LOYAL-WHERE-NOT"],
  departments: ["RETAIL"],
  sites: [],
  opensOn: day(0),
  closesOn: day(9),
  remindOn: null,
  ...more,
});

/** A pulse that is open now. */
export async function openPulse({ people }: TestCompany, more: Partial<PulseFields> = {}, at = now): Promise<string> {
  const hr = await askedBy(people.hr, at);
  const { id } = await savePulse(design(more), hr, null);
  await launchPulse(id, hr);
  return id;
}

export const answers = (loyal: number, words = ""): AnswerFields => ({ "LOYAL": loyal, "RECOMMEND": loyal * 2, "LOYAL-WHERE-NOT": words });

export async function answer(id: string, person: { readonly id: string }, given: AnswerFields, at = now): Promise<void> {
  await answerPulse(id, given, await askedBy(person, at));
}

export async function close({ people }: TestCompany, id: string, at = now): Promise<void> {
  await closePulse(id, await askedBy(people.hr, at));
}
