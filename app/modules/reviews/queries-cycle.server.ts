import { localDay } from "#kernel/period.ts";
import { departments, organisation, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { monthsBegun } from "./domain/cycle-months.ts";
import { cycleView } from "./queries-leading.server.ts";
import type { CyclePage, MonthState, ParticipantView } from "./view-models.ts";

/** Who takes part in a cycle and how far each has come, for HR and internal audit; null for no such cycle. */
export async function cyclePage(id: string, now: Date): Promise<CyclePage | null> {
  const row = await db.leadCycle.findUnique({
    where: { id },
    include: { participants: true, commitments: { select: { personId: true, agreedAt: true } }, reviews: { select: { id: true, personId: true } }, _count: { select: { participants: true } } },
  });
  if (row === null) return null;
  const today = localDay(now, organisation().timeZone);
  const months = monthsBegun(row, today);
  const personIds = row.participants.map(({ personId }) => personId);
  const [people, written, places, shops] = await Promise.all([
    db.person.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true }, orderBy: [{ nameSort: "asc" }, { id: "asc" }] }),
    db.leadMonth.findMany({ where: { personId: { in: personIds }, month: { in: months } }, select: { personId: true, month: true, answeredAt: true } }),
    departments(),
    sites(),
  ]);
  const named = new Map([...places, ...shops].map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));
  const stateOf = (personId: string, managerId: string | null, month: string): MonthState => {
    const found = written.find((one) => one.personId === personId && one.month === month);
    if (found === undefined) return "none";
    return found.answeredAt !== null ? "answered" : managerId === null ? "alone" : "waiting";
  };
  const rows = people.flatMap((person): ParticipantView[] => {
    const part = row.participants.find(({ personId }) => personId === person.id);
    if (part === undefined) return [];
    const promised = row.commitments.filter(({ personId }) => personId === person.id);
    return [{
      person,
      place: named.get(part.siteCode ?? part.departmentCode ?? "") ?? null,
      teamSize: part.teamSize,
      commitments: promised.length === 0 ? "none" : promised.every(({ agreedAt }) => agreedAt !== null) ? "agreed" : part.managerId === null ? "alone" : "published",
      months: months.map((month) => stateOf(person.id, part.managerId, month)),
      reviewId: row.reviews.find(({ personId }) => personId === person.id)?.id ?? null,
    }];
  });
  const published = rows.filter(({ commitments }) => commitments !== "none");
  return {
    cycle: cycleView(row, today),
    months: months.map((month, index) => ({ month, written: rows.filter((one) => one.months[index] !== "none").length, running: today.startsWith(month) })),
    promised: { published: published.length, toAgree: published.filter(({ commitments }) => commitments !== "alone").length, agreed: published.filter(({ commitments }) => commitments === "agreed").length },
    rows,
  };
}
