import type { BusinessCalendar } from "#kernel/business-time.ts";
import { businessMinutesBetween } from "#kernel/business-time.ts";
import { quantile } from "#kernel/quantile.ts";

/** One act or one thing that waited, as its module keeps it; by it a figure opens up to where it came from. */
export interface ActRef {
  readonly kind: "decision" | "improvement" | "recognition" | "promise" | "hours" | "leader_decision" | "practice" | "lesson";
  readonly id: string;
}

/** Something somebody was asked to decide. A stand-in's is on the stand-in's desk, never on that of who was away. */
export interface WaitedEvent {
  readonly id: string;
  readonly decisionId: string;
  readonly approverId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** When it left the desk; null: it still lies there. */
  readonly leftAt: Date | null;
  /** answered: by them · passed: it climbed or expired unanswered · away: handed over or withdrawn, nobody's delay */
  readonly end: "open" | "answered" | "passed" | "away";
  readonly siteCode: string | null;
}

/** A decision that was looked at again and changed. */
interface OverturnEvent {
  readonly decisionId: string;
  readonly byId: string;
  /** Who had approved it; null: it was granted without an approver. */
  readonly approvedById: string | null;
  readonly at: Date;
  readonly explained: boolean;
  /** What became of the customer's case afterwards; null: nobody said. */
  readonly result: "resolved" | "partly" | "unresolved" | null;
}

/** An obstacle, pain point or idea that somebody was asked to answer. */
interface FrictionEvent {
  readonly improvementId: string;
  readonly askedId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  /** When they answered; null: not (yet). */
  readonly answeredAt: Date | null;
  /** It went to the next level without their answer. */
  readonly passed: boolean;
  /** It was adopted or verified. */
  readonly changed: boolean;
}

interface ThanksEvent {
  readonly recognitionId: string;
  readonly giverId: string;
  readonly at: Date;
  /** Whether it cites something that can be looked up. */
  readonly evidence: boolean;
}

interface PromiseEvent {
  readonly promiseId: string;
  readonly keeperId: string;
  readonly dueAt: Date;
  readonly state: "open" | "kept" | "broken";
}

interface HoursEvent {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly minutes: number;
  readonly confirmed: boolean;
}

/** A weighty decision of a leader's log. */
interface LoggedEvent {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly lookedAt: boolean;
}

/** Something somebody did to learn, or to let a colleague learn. */
interface PracticeEvent {
  readonly personId: string;
  readonly at: Date;
  readonly what: "lesson" | "scenario" | "field" | "observed";
  readonly id: string;
}

/** Everything that lower modules and this one know of what happened; of anybody, in any order. */
export interface LeadingFacts {
  readonly waited: readonly WaitedEvent[];
  readonly overturned: readonly OverturnEvent[];
  readonly frictions: readonly FrictionEvent[];
  readonly thanks: readonly ThanksEvent[];
  readonly promises: readonly PromiseEvent[];
  readonly hours: readonly HoursEvent[];
  readonly logged: readonly LoggedEvent[];
  readonly practice: readonly PracticeEvent[];
}

/** A part of a whole with what it was counted from; of nothing there is no share. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** What one leader did in a span of time, counted from events. `null`: nothing there to measure, which is not 0. */
export interface Ledger {
  readonly desk: {
    /** Everything that was theirs to answer, open ones included. */
    readonly n: number;
    /** Business minutes until it left the desk, of what has left it. */
    readonly median: number | null;
    readonly p90: number | null;
    /** Answered after its time, gone on without an answer, or still there past its time. */
    readonly overdue: Share;
    readonly open: number;
    readonly acts: readonly ActRef[];
  };
  /** What they changed of others' decisions, and what became of it. */
  readonly overturning: { readonly n: number; readonly explained: number; readonly resolved: number; readonly unresolved: number; readonly unknown: number; readonly acts: readonly ActRef[] };
  /** What they had approved and somebody else changed. */
  readonly overturned: { readonly n: number; readonly acts: readonly ActRef[] };
  readonly frictions: { readonly inTime: Share; readonly open: number; readonly changed: number; readonly acts: readonly ActRef[]; readonly changes: readonly ActRef[] };
  readonly thanks: { readonly given: number; readonly evidenced: number; readonly acts: readonly ActRef[] };
  readonly hours: { readonly confirmed: number; readonly waiting: number; readonly acts: readonly ActRef[] };
  readonly promises: { readonly kept: Share; readonly acts: readonly ActRef[] };
  readonly log: { readonly n: number; readonly lookedAt: number; readonly acts: readonly ActRef[] };
  /** Their own practice: lessons and scenarios finished, reports of practice with customers, colleagues' practice observed. null: kept before it was counted. */
  readonly practice: { readonly n: number; readonly lessons: number; readonly scenarios: number; readonly field: number; readonly observed: number; readonly acts: readonly ActRef[] } | null;
}

/** A span of time: from ≤ instant < to, seen from `now`. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

type CalendarOf = (siteCode: string | null) => BusinessCalendar;

const byId = (one: ActRef, other: ActRef): number => (one.kind + one.id < other.kind + other.id ? -1 : 1);

/** Each act once, in one order whatever the order of events was. */
function acts(kind: ActRef["kind"], ids: readonly string[]): ActRef[] {
  return [...new Set(ids)].map((id) => ({ kind, id })).sort(byId);
}

/** How one thing waited on a desk. */
export interface Wait {
  readonly decisionId: string;
  readonly end: Exclude<WaitedEvent["end"], "away">;
  /** Business minutes until it left the desk; null: it still lies there. */
  readonly minutes: number | null;
  /** Answered after its time, gone on without an answer, or still there past its time. */
  readonly late: boolean;
}

/** How each thing waited that was asked of one person in a span, those asked last first; what was handed over or withdrawn is nobody's delay. */
export function waitsOf(personId: string, events: readonly WaitedEvent[], { from, to, now }: Span, calendarOf: CalendarOf): Wait[] {
  const theirs = events.filter(({ approverId, askedAt }) => approverId === personId && from <= askedAt && askedAt < to);
  return theirs
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime() || (a.id < b.id ? -1 : 1))
    .flatMap(({ decisionId, end, askedAt, leftAt, dueAt, siteCode }): Wait[] => {
      if (end === "away") return [];
      const minutes = leftAt === null ? null : businessMinutesBetween(askedAt, leftAt, calendarOf(siteCode));
      return [{ decisionId, end, minutes, late: end === "passed" || (leftAt ?? now) > dueAt }];
    });
}

function deskOf(waits: readonly Wait[]): Ledger["desk"] {
  const left = waits.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  return {
    n: waits.length,
    median: quantile(left, 0.5),
    p90: quantile(left, 0.9),
    // What is still there and within its time is neither in time nor late.
    overdue: { part: waits.filter(({ late }) => late).length, of: waits.filter(({ minutes, late }) => minutes !== null || late).length },
    open: waits.length - left.length,
    acts: acts("decision", waits.map(({ decisionId }) => decisionId)),
  };
}

function frictionsOf(events: readonly FrictionEvent[], now: Date): Ledger["frictions"] {
  const judged = events.filter(({ answeredAt, passed, dueAt }) => answeredAt !== null || passed || now > dueAt);
  const inTime = judged.filter(({ answeredAt, passed, dueAt }) => !passed && answeredAt !== null && answeredAt <= dueAt);
  const changed = acts("improvement", events.filter(({ answeredAt, changed: did }) => answeredAt !== null && did).map(({ improvementId }) => improvementId));
  return {
    inTime: { part: inTime.length, of: judged.length },
    open: events.filter(({ answeredAt, passed }) => answeredAt === null && !passed).length,
    changed: changed.length,
    acts: acts("improvement", events.map(({ improvementId }) => improvementId)),
    changes: changed,
  };
}

function promisesOf(events: readonly PromiseEvent[], now: Date): Ledger["promises"] {
  const due = events.filter(({ state, dueAt }) => state !== "open" || dueAt < now);
  return { kept: { part: due.filter(({ state }) => state === "kept").length, of: due.length }, acts: acts("promise", due.map(({ promiseId }) => promiseId)) };
}

function practiceOf(events: readonly PracticeEvent[]): NonNullable<Ledger["practice"]> {
  const idsOf = (...wanted: PracticeEvent["what"][]) => [...new Set(events.filter(({ what }) => wanted.includes(what)).map(({ id }) => id))];
  const [lessons, scenarios, field, observed] = [idsOf("lesson"), idsOf("scenario"), idsOf("field"), idsOf("observed")];
  return {
    n: lessons.length + scenarios.length + field.length + observed.length,
    ...{ lessons: lessons.length, scenarios: scenarios.length, field: field.length, observed: observed.length },
    acts: [...acts("lesson", [...lessons, ...scenarios]), ...acts("practice", [...field, ...observed])],
  };
}

/**
 * The ledger of one leader over a span, from events of anybody in any order. What waited counts by when it was asked,
 * promises by when they were due, everything else by when it was done. Waits are business minutes of the place where the
 * question arose.
 */
export function ledgerOf(personId: string, facts: LeadingFacts, { from, to, now }: Span, calendarOf: CalendarOf): Ledger {
  const inSpan = (at: Date) => from <= at && at < to;
  const overturning = facts.overturned.filter(({ byId: by, at }) => by === personId && inSpan(at));
  const overturned = facts.overturned.filter(({ approvedById, byId: by, at }) => approvedById === personId && by !== personId && inSpan(at));
  const thanks = facts.thanks.filter(({ giverId, at }) => giverId === personId && inSpan(at));
  const evidenced = thanks.filter(({ evidence }) => evidence);
  const hours = facts.hours.filter((event) => event.personId === personId && inSpan(event.at));
  const minutes = (confirmed: boolean) => hours.filter((event) => event.confirmed === confirmed).reduce((sum, event) => sum + event.minutes, 0);
  const logged = facts.logged.filter((event) => event.personId === personId && inSpan(event.at));
  const resultIs = (...wanted: OverturnEvent["result"][]) => overturning.filter(({ result }) => wanted.includes(result)).length;
  return {
    desk: deskOf(waitsOf(personId, facts.waited, { from, to, now }, calendarOf)),
    overturning: {
      n: overturning.length,
      explained: overturning.filter(({ explained }) => explained).length,
      resolved: resultIs("resolved"),
      unresolved: resultIs("unresolved", "partly"),
      unknown: resultIs(null),
      acts: acts("decision", overturning.map(({ decisionId }) => decisionId)),
    },
    overturned: { n: overturned.length, acts: acts("decision", overturned.map(({ decisionId }) => decisionId)) },
    frictions: frictionsOf(facts.frictions.filter(({ askedId, askedAt }) => askedId === personId && inSpan(askedAt)), now),
    thanks: { given: thanks.length, evidenced: evidenced.length, acts: acts("recognition", evidenced.map(({ recognitionId }) => recognitionId)) },
    hours: { confirmed: minutes(true), waiting: minutes(false), acts: acts("hours", hours.map(({ id }) => id)) },
    promises: promisesOf(facts.promises.filter(({ keeperId, dueAt }) => keeperId === personId && inSpan(dueAt)), now),
    log: { n: logged.length, lookedAt: logged.filter(({ lookedAt }) => lookedAt).length, acts: acts("leader_decision", logged.map(({ id }) => id)) },
    practice: practiceOf(facts.practice.filter((event) => event.personId === personId && inSpan(event.at))),
  };
}
