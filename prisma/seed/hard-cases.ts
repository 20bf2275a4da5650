import { addDays, instantAt } from "#kernel/period.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { randomFrom } from "./random.ts";

const MONTHS = 6;
const MINUTE = 60_000;

/** The months before that of the day, the nearest first. */
function monthsBefore(today: string): string[] {
  const months: string[] = [];
  for (let first = `${today.slice(0, 7)}-01`; months.length < MONTHS; ) {
    first = `${addDays(first, -1).slice(0, 7)}-01`;
    months.push(first.slice(0, 7));
  }
  return months;
}

/**
 * Care over six months: counts by month and place, some too few to be shown; HR's policy; one case that the demo's
 * supervisor is asked about, and one of the demo's clerk that was answered. Nothing of it stands in the trail.
 */
export async function insertCare(tx: Tx, plan: DemoPlan, now: Date): Promise<void> {
  const random = randomFrom(59);
  await tx.insert("CarePolicy", { id: 1, breakMinutes: 15, handOver: true, updatedById: personIdOf(plan, SIGN_INS.hr.email), updatedAt: plan.start });
  const places = [...new Set(plan.company.people.filter(({ role }) => role === "frontline").map(({ siteCode }) => siteCode))].sort();
  for (const month of monthsBefore(plan.today)) {
    for (const siteCode of places) {
      const asked = siteCode === "HOTLINE" ? random.int(7, 14) : random.weighted([[0, 30], [1, 25], [2, 18], [3, 12], [6, 8], [8, 7]] as const);
      if (asked === 0) continue;
      const checkedIn = asked - random.int(0, Math.min(1, asked - 1));
      await tx.insert("CareCount", { month, siteCode, asked, checkedIn, inTime: Math.max(0, checkedIn - random.int(0, 2)) });
    }
  }
  const { people } = plan.company;
  const supervisor = personIdOf(plan, SIGN_INS.supervisor.email);
  const clerk = personIdOf(plan, SIGN_INS.frontline.email);
  const colleague = people.find(({ managerId, id, leftOn, role }) => managerId === supervisor && id !== clerk && leftOn === null && role === "frontline");
  const asked = new Date(now.getTime() - 12 * MINUTE);
  if (colleague !== undefined) await tx.insert("CareCase", { id: random.idAt(asked), personId: colleague.id, word: "Khách mắng nặng lời trước mặt cả hàng chờ, em vẫn run.", at: asked, askedId: supervisor, level: 1, dueAt: new Date(asked.getTime() + 60 * MINUTE), askedBefore: "[]" });
  const before = instantAt(addDays(plan.today, -6), 16 * 60 + 10, ZONE);
  const manager = people.find(({ id }) => id === clerk)?.managerId ?? supervisor;
  await tx.insert("CareCase", { id: random.idAt(before), personId: clerk, word: null, at: before, askedId: manager, level: 1, dueAt: new Date(before.getTime() + 60 * MINUTE), askedBefore: "[]", checkedInAt: new Date(before.getTime() + 25 * MINUTE), how: JSON.stringify(["talk", "break"]) });
}
