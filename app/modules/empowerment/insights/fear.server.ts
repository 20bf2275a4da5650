import type { Actor } from "#access/actor.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { type FearGroup, permissionFear, type PersonCases } from "../domain/insights/permission-fear.ts";
import { personView } from "../queries-decisions.server.ts";
import { type Frame, frameFor, type PeriodWish } from "./frame.server.ts";
import type { FearTeam, FearView } from "./view-models.ts";

function casesByPerson({ span }: Frame): PersonCases[] {
  const byPerson = new Map<string, { person: string; team: string | null; alone: number; asked: Record<string, number> }>();
  for (const { team, person, asked, count } of readHot("insights.inside-authority", span)) {
    const key = `${team}\n${person}`;
    const known = byPerson.get(key) ?? { person, team, alone: 0, asked: {} };
    if (asked === null) known.alone += count;
    else known.asked[asked] = count;
    byPerson.set(key, known);
  }
  return [...byPerson.values()];
}

/**
 * Permission fear by team: shown for five people or more, so that no smaller group can be computed; over months that have
 * ended, the days a reader asks for do not count.
 */
export function fearByTeam(actor: Actor, wish: PeriodWish, now?: Date): FearView {
  const frame = frameFor(actor, wish, { now, wholeMonths: true });
  const fear = permissionFear(casesByPerson(frame));
  if (fear === null) return { period: frame.period, fear: null };
  const managers = findPeople(fear.teams.flatMap(({ teams }) => teams).filter((id) => id !== null));
  const view = (group: FearGroup): FearTeam => {
    const [only] = group.teams;
    const manager = group.teams.length === 1 && only != null ? personView(managers, only) : null;
    return { manager, teams: group.teams.length, people: group.people, asked: group.asked, reasons: group.reasons };
  };
  return {
    period: frame.period,
    fear: { teams: fear.teams.map(view), others: fear.others === null ? null : { ...view(fear.others), manager: null }, total: { ...view(fear.total), manager: null } },
  };
}
