import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { LeadCommitment, LeadCycle } from "#db/generated/client.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople, findPerson, lineAbove, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { contentOf } from "./commitments.server.ts";
import { holdsMonth } from "./domain/cycle-months.ts";
import type { ActRef, Ledger } from "./domain/ledger.ts";
import { proofOf } from "./domain/say-do.ts";
import { ledgerIn } from "./facts.server.ts";
import { readableReviews, readsLeader, relationTo } from "./readable.server.ts";
import { type KeptCommitment, readContent } from "./review-content.ts";
import { cycleSpan, monthSpan, type MonthSpan } from "./spans.server.ts";
import type { CommitmentView, CycleView, Figure, LeadingPage, MonthWords, ReviewView, UpwardReader } from "./view-models.ts";

type CycleRow = Pick<LeadCycle, "id" | "startDay" | "endDay" | "closedAt"> & { readonly _count: { readonly participants: number } };
const COUNT = { _count: { select: { participants: true } } } as const;
const DAYS = { cycle: { select: { startDay: true, endDay: true } } } as const;

/** A cycle as it stands on a day. */
export function cycleView({ id, startDay, endDay, closedAt, _count }: CycleRow, today: string): CycleView {
  return { id, from: startDay, to: endDay, closed: closedAt !== null, ended: today > endDay, participants: _count.participants };
}

/** Cycles, newest first. */
export async function cycleList(now: Date): Promise<CycleView[]> {
  const today = localDay(now, organisation().timeZone);
  return (await db.leadCycle.findMany({ include: COUNT, orderBy: { startDay: "desc" }, take: 40 })).map((row) => cycleView(row, today));
}

/** The cycle that a person takes part in on a day of a month: the running one, else the one the month lies in. */
async function cycleOf(personId: string, { month }: MonthSpan): Promise<CycleRow | null> {
  const rows = await db.leadCycle.findMany({ where: { participants: { some: { personId } } }, include: COUNT, orderBy: { startDay: "desc" }, take: 40 });
  return rows.find((cycle) => holdsMonth(cycle, month)) ?? null;
}

interface OwnCycle {
  readonly cycle: CycleView;
  readonly commitments: readonly Pick<LeadCommitment, "id" | "source" | "quantity" | "libraryCode" | "textVi" | "textEn">[];
  readonly agreed: boolean;
}

/** The running cycle that somebody takes part in and its commitments, to write them. */
export async function ownCycle(personId: string, now: Date): Promise<OwnCycle | null> {
  const row = await db.leadCycle.findFirst({
    where: { closedAt: null, participants: { some: { personId } } },
    include: { ...COUNT, commitments: { where: { personId }, orderBy: { position: "asc" } } },
    orderBy: { startDay: "desc" },
  });
  if (row === null) return null;
  return { cycle: cycleView(row, localDay(now, organisation().timeZone)), commitments: row.commitments, agreed: row.commitments.some(({ agreedAt }) => agreedAt !== null) };
}

const shown = (kept: KeptCommitment, agreed: boolean): CommitmentView => ({ ...kept, ...proofOf(kept.source), agreed });

/** A commitment as those below read it: what was promised, and nothing of whether it was kept. */
function promisedAlone({ id, textVi, textEn, source, quantity }: LeadCommitment, agreed: boolean): CommitmentView {
  const kept = { id, text: { vi: textVi, en: textEn }, source: source as KeptCommitment["source"], quantity, missedReason: null };
  return shown({ ...kept, done: { state: "none", value: null } }, agreed);
}

async function wordsOf(personId: string, month: string): Promise<MonthWords | null> {
  const row = await db.leadMonth.findUnique({ where: { personId_month: { personId, month } } });
  if (row === null) return null;
  const { id, words, loyal, at, answer, answeredById, answeredAt } = row;
  const answeredBy = answeredById === null ? null : (findPerson(answeredById)?.name ?? null);
  return { id, words, loyal, at: at.toISOString(), answer, answeredBy, answeredAt: answeredAt?.toISOString() ?? null };
}

/** One's own words of a month, by their id; null for those of anybody else. */
export async function ownMonth(actor: PersonActor, id: string): Promise<{ readonly month: string } | null> {
  return db.leadMonth.findFirst({ where: { id, personId: actor.personId }, select: { month: true } });
}

/** The closed reviews of a leader that the actor may read, newest first. */
async function closedOf(actor: PersonActor, personId: string): Promise<LeadingPage["closed"]> {
  const rows = await db.leadReview.findMany({
    where: { AND: [{ personId }, readableReviews(actor)] },
    select: { id: true, ...DAYS },
    orderBy: { at: "desc" },
  });
  return rows.map(({ id, cycle: { startDay, endDay } }) => ({ id, from: startDay, to: endDay }));
}

/** Whether somebody leads anybody now. */
export async function leads(personId: string): Promise<boolean> {
  return (await db.person.count({ where: { managerId: personId, active: true } })) > 0;
}

/** A leader's month as the actor may see it: all of it, or what was promised; null for what they may not know of. */
export async function leadingPage(actor: PersonActor, personId: string, wish: string | null, now: Date, upward: UpwardReader): Promise<LeadingPage | null> {
  const relation = relationTo(actor, personId);
  const person = findPerson(personId);
  if (relation === null || person === null) return null;
  const span = monthSpan(wish, now);
  const cycle = await cycleOf(personId, span);
  const isLeader = await leads(personId);
  if (cycle === null && !isLeader) return null;
  const all = relation !== "below";
  const stored = cycle === null ? [] : await db.leadCommitment.findMany({ where: { cycleId: cycle.id, personId }, orderBy: { position: "asc" } });
  const agreed = stored.some(({ agreedAt }) => agreedAt !== null);
  const whole = cycle === null || !all ? null : contentOf(cycle, await ledgerIn(personId, cycleSpan(cycle, now)), stored);
  const words = all ? await wordsOf(personId, span.month) : null;
  const writes = can(actor, "leading.write");
  const running = cycle !== null && cycle.closedAt === null;
  const today = localDay(now, organisation().timeZone);
  return {
    person: { id: person.id, name: person.name },
    relation,
    ...{ month: span.month, earlier: span.earlier, later: span.later },
    ledger: all ? await ledgerIn(personId, span) : null,
    cycle: cycle === null ? null : cycleView(cycle, today),
    commitments: whole === null ? stored.map((one) => promisedAlone(one, agreed)) : whole.commitments.map((one) => shown(one, agreed)),
    sayDo: whole?.sayDo ?? null,
    nextLevel: lineAbove(personId).length > 0,
    words,
    upward: all ? await upward(personId, span) : null,
    closed: all ? await closedOf(actor, personId) : [],
    may: {
      write: relation === "self" && writes && isLeader && words?.answer == null,
      answer: relation === "above" && writes && words !== null && words.answer === null,
      agree: relation === "above" && writes && running && stored.length > 0 && !agreed,
      publish: relation === "self" && writes && running && today <= cycle.endDay && !agreed,
      explain: relation === "self" && writes && running,
    },
  };
}

/** The acts behind one figure. */
export function actsBehind(ledger: Ledger, figure: Figure): readonly ActRef[] {
  return figure === "changes" ? ledger.frictions.changes : (ledger[figure]?.acts ?? []);
}

/** Whether there is any closed review that somebody may read, and so something to take along. */
export async function hasReviews(actor: PersonActor): Promise<boolean> {
  return (await db.leadReview.findFirst({ where: readableReviews(actor), select: { id: true } })) !== null;
}

/** One closed review; null for what the actor may not know of. */
export async function reviewView(actor: PersonActor, id: string): Promise<ReviewView | null> {
  const row = await db.leadReview.findFirst({ where: { id }, include: DAYS });
  if (row === null || !can(actor, "leading.read")) return null;
  if (!readsLeader(actor, row.personId) && row.managerId !== actor.personId) return null;
  const { ledger, commitments, sayDo } = readContent(row.content);
  return {
    ...{ id, manager: row.managerName === "" ? null : row.managerName, titles: JSON.parse(row.titles) as string[] },
    ...{ department: row.departmentCode, site: row.siteCode, teamSize: row.teamSize },
    person: { id: row.personId, name: row.personName },
    ...{ from: row.cycle.startDay, to: row.cycle.endDay, at: row.at.toISOString(), ledger, sayDo },
    commitments: commitments.map((one) => shown(one, true)),
  };
}

interface ReviewRow {
  readonly id: string;
  /** E-mail; empty for somebody who was erased. */
  readonly person: string;
  /** First and last day of the cycle. */
  readonly from: string;
  readonly to: string;
}

/** Closed reviews that somebody may read, those closed last first and never by a figure; at most two thousand. */
export async function reviewList(actor: PersonActor): Promise<ReviewRow[]> {
  const rows = await db.leadReview.findMany({
    where: readableReviews(actor),
    select: { id: true, personId: true, ...DAYS },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 2000,
  });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map(({ id, personId, cycle: { startDay, endDay } }) => ({ id, person: people.get(personId)?.email ?? "", from: startDay, to: endDay }));
}
