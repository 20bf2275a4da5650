import { addDays, daysBetween, instantAt, type Day } from "#kernel/period.ts";
import { factsByMeasure } from "#composition/learning-effect.server.ts";
import { workFactOf } from "#modules/empowerment/public.server.ts";
import { courseVerdict, GOOD_WAY, type Learner, transfer, TRANSFER_MEASURES } from "#modules/learning/domain/transfer.ts";
import type { PersonPlan } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { DemoPlan } from "../demo-plan.ts";
import type { Random } from "../random.ts";

/** Somebody takes a course on a day of the demo. */
export interface Taking {
  readonly person: PersonPlan;
  readonly day: Day;
}

const DAY_MS = 86_400_000;
/** The days in which those of the course that helped learnt it, counted back: there is work to see on either side. */
const FROM = 120;
const TO = 45;
const WINDOW_DAYS = 90;
const LEAST_CASES = 4;
const LEAST_RISE = 0.1;

interface Case {
  readonly at: number;
  readonly alone: number;
}

/** Decisions of each person: 1 where they decided alone. */
function casesByPerson({ simulation }: DemoPlan): Map<string, Case[]> {
  const cases = new Map<string, Case[]>();
  for (const { personId, decidedAt, outcome } of simulation.history.decisions) {
    if (outcome === "refused") continue;
    const list = cases.get(personId) ?? [];
    list.push({ at: (decidedAt as Date).getTime(), alone: outcome === "granted" ? 1 : 0 });
    cases.set(personId, list);
  }
  return cases;
}

const share = (cases: readonly Case[]) => cases.reduce((sum, { alone }) => sum + alone, 0) / cases.length;

function riseAround(cases: readonly Case[], pivot: number): number | null {
  const before = cases.filter(({ at }) => at < pivot && at >= pivot - WINDOW_DAYS * DAY_MS);
  const after = cases.filter(({ at }) => at >= pivot && at < pivot + WINDOW_DAYS * DAY_MS);
  return before.length < LEAST_CASES || after.length < LEAST_CASES ? null : share(after) - share(before);
}

export const clerksOf = ({ company, today }: DemoPlan): PersonPlan[] => company.people.filter(({ role, leftOn, startedOn }) => role === "frontline" && leftOn === null && daysBetween(startedOn, today) > 30);

/**
 * Who took the course that helped, and when: clerks whose share of cases decided alone rises most, on the day it does. The
 * decisions stand as they were played; only the day of learning follows them, so that what the comparison finds is there.
 */
export function takersWhoGrew(plan: DemoPlan, most: number): Taking[] {
  const cases = casesByPerson(plan);
  const found = clerksOf(plan).flatMap((person) => {
    const own = cases.get(person.id) ?? [];
    const days = Array.from({ length: Math.floor((FROM - TO) / 5) + 1 }, (_, index) => addDays(plan.today, -FROM + 5 * index));
    const rises = days.flatMap((day) => {
      const rise = riseAround(own, instantAt(day, 12 * 60, ZONE).getTime());
      return rise === null ? [] : [{ person, day, rise }];
    });
    return rises.sort((a, b) => b.rise - a.rise || (a.day < b.day ? -1 : 1)).slice(0, 1);
  });
  return found.filter(({ rise }) => rise >= LEAST_RISE).sort((a, b) => b.rise - a.rise || (a.person.email < b.person.email ? -1 : 1)).slice(0, most);
}

/** Some of them, on days drawn without looking at what they decided. */
export function takersAtRandom(people: readonly PersonPlan[], part: number, plan: DemoPlan, random: Random): Taking[] {
  return people.filter(() => random.chance(part)).map((person) => {
    const earliest = daysBetween(person.startedOn, plan.today) - 10;
    return { person, day: addDays(plan.today, -random.int(3, Math.max(4, Math.min(180, earliest)))) };
  });
}

/** Draws of takers that are looked at before one is taken as it is. */
const MOST_DRAWS = 40;

/**
 * Some of them, on days drawn again until nothing at work shows an effect: a course of which the comparison says so. The
 * decisions stand as they were played.
 */
export function takersWithoutEffect(people: readonly PersonPlan[], part: number, plan: DemoPlan, random: Random): Taking[] {
  const facts = factsByMeasure(plan.simulation.history.decisions.flatMap(({ state, byChoice, csat, customerId, repeatContactAt, ...row }) =>
    state === "cancelled" ? [] : [workFactOf({ personId: row.personId, decidedAt: row.decidedAt as Date, outcome: row.outcome, state, byChoice: byChoice === true, csat: csat ?? null, customerId: customerId ?? null, repeatContactAt: (repeatContactAt as Date | null | undefined) ?? null })],
  ));
  const now = instantAt(plan.today, 12 * 60, ZONE).getTime();
  let drawn: Taking[] = [];
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    drawn = takersAtRandom(people, part, plan, random);
    const days = new Map(drawn.map(({ person, day }) => [person.id, instantAt(day, 14 * 60, ZONE).getTime()]));
    const learners = people.map(({ id }): Learner => ({ person: id, trainedAt: days.get(id) ?? null }));
    // A little stricter than the comparison itself, whose hours are not drawn yet.
    const found = TRANSFER_MEASURES.map((measure) => transfer(facts[measure], learners, { now, better: GOOD_WAY[measure], worthwhile: 0.13 }));
    if (courseVerdict(found) === "no_effect") return drawn;
  }
  return drawn;
}

/** Whoever holds a course by the company's records learnt it on the day they hold it from. */
export function takersByRecord(plan: DemoPlan, code: string): (Taking & { readonly validTo: Day | null })[] {
  return plan.company.people.flatMap((person) => person.courses.filter((held) => held.code === code).map(({ validFrom, validTo }) => ({ person, day: validFrom, validTo })));
}
