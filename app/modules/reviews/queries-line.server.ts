import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { reportsByTeam } from "#modules/improvements/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { thanksByTeam } from "#modules/recognition/public.server.ts";
import { db } from "#platform/db.server.ts";
import { contentOf } from "./commitments.server.ts";
import { linePatterns } from "./domain/line-patterns.ts";
import { ledgersOf } from "./facts.server.ts";
import { cycleSpan, monthSpan } from "./spans.server.ts";
import type { LinePage, LineRow, TurnoutReader } from "./view-models.ts";

/** One's direct reports who lead people, by given name and never by figure: the same month each of them sees. */
export async function linePage(actor: PersonActor, wish: string | null, now: Date, turnouts: TurnoutReader): Promise<LinePage> {
  const span = monthSpan(wish, now);
  const { month, earlier, later } = span;
  if (!can(actor, "leading.read")) return { month, earlier, later, rows: [], patterns: linePatterns([]), pulse: null };
  const reports = await db.person.findMany({
    where: { managerId: actor.personId, active: true, reports: { some: { active: true } } },
    select: { id: true, name: true, _count: { select: { reports: { where: { active: true } } } } },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
  });
  const ids = reports.map(({ id }) => id);
  const cycle = await db.leadCycle.findFirst({ where: { closedAt: null }, orderBy: { startDay: "desc" }, include: { commitments: { where: { personId: { in: ids } }, orderBy: { position: "asc" } } } });
  const [ledgers, over, months, reported, thanked, pulsed] = await Promise.all([
    ledgersOf(ids, span),
    cycle === null ? null : ledgersOf(ids, cycleSpan(cycle, now)),
    db.leadMonth.findMany({ where: { personId: { in: ids }, month }, select: { personId: true, answeredAt: true } }),
    reportsByTeam(ids, span.from, span.to),
    thanksByTeam(ids, span.from, span.to),
    turnouts(ids, addDays(localDay(span.to, organisation().timeZone), -1)),
  ]);
  // A rate of the next larger group says nothing of the team.
  const answered = new Map(pulsed?.teams.flatMap(({ leaderId, own, percent }) => (own && percent !== null ? [[leaderId, percent] as const] : [])) ?? []);
  const rows = reports.flatMap(({ id, name, _count }): LineRow[] => {
    const ledger = ledgers.get(id);
    if (ledger === undefined) return [];
    const stored = cycle?.commitments.filter(({ personId }) => personId === id) ?? [];
    const whole = over?.get(id);
    const written = months.find(({ personId }) => personId === id);
    return [{
      person: { id, name },
      teamSize: _count.reports,
      ledger,
      sayDo: cycle === null || whole === undefined ? null : contentOf(cycle, whole, stored).sayDo,
      toAgree: stored.length > 0 && stored.every(({ agreedAt }) => agreedAt === null),
      words: written === undefined ? "none" : written.answeredAt === null ? "waiting" : "answered",
      silent: (reported.get(id) ?? 0) + (thanked.get(id) ?? 0) === 0,
      answered: answered.get(id) ?? null,
    }];
  });
  return { month, earlier, later, rows, patterns: linePatterns(rows), pulse: pulsed === null ? null : { ...pulsed.pulse, told: answered.size } };
}
