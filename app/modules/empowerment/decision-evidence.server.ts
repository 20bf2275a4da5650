import type { Actor, PersonActor } from "#access/actor.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { decisionOutcome } from "./domain/decision-outcome.ts";
import { findPolicy } from "./policy-store.server.ts";
import { readableDecisions } from "./queries-decisions.server.ts";
import type { Bilingual } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

/** A decision as somebody cites it: no customer, no amount. */
export interface CitedDecision {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  /** Which gesture, for which reason. */
  readonly text: Bilingual;
  readonly number: string;
}

const COLUMNS = { id: true, personId: true, decidedAt: true, gesture: true, reason: true, policyVersion: true, number: true } as const satisfies Prisma.DecisionSelect;

const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

function cited(row: Prisma.DecisionGetPayload<{ select: typeof COLUMNS }>): CitedDecision {
  const document = findPolicy(row.policyVersion)?.document;
  const [gesture, reason] = [nameIn(document?.gestures ?? [], row.gesture).name, nameIn(document?.reasons ?? [], row.reason).name];
  return { id: row.id, personId: row.personId, at: row.decidedAt, number: row.number, text: { vi: `${gesture.vi}, ${lowered(reason.vi)}`, en: `${gesture.en}, ${lowered(reason.en)}` } };
}

const DAY_MS = 86_400_000;
/** What happened longer ago is not offered any more. */
const RECENT_DAYS = 30;
const OFFERED = 8;

/** Decisions of colleagues that a person may cite: what was done for a customer at their own site, or within their reach. */
function citable(actor: PersonActor): Prisma.DecisionWhereInput {
  const here: Prisma.DecisionWhereInput[] = actor.siteCode === null ? [] : [{ siteCode: actor.siteCode }];
  return { personId: { not: actor.personId }, state: { in: ["granted", "approved", "pending"] }, OR: [...here, readableDecisions(actor)] };
}

/** A decision this person may cite in a thank-you; null for any other. */
export async function citableDecision(actor: PersonActor, id: string): Promise<CitedDecision | null> {
  const row = await db.decision.findFirst({ where: { AND: [{ id }, citable(actor)] }, select: COLUMNS });
  return row === null ? null : cited(row);
}

/** Colleagues' latest decisions inside their own authority, near this person, that turned out well; newest first. */
export async function goodDecisionsNear(actor: PersonActor, now: Date): Promise<CitedDecision[]> {
  const near: Prisma.DecisionWhereInput = { OR: [...(actor.siteCode === null ? [] : [{ siteCode: actor.siteCode }]), { managerId: actor.personId }] };
  const well: Prisma.DecisionWhereInput = { state: "granted", result: "resolved", repeatContactAt: null, overturn: null, OR: [{ csat: null }, { csat: { gt: 2 } }] };
  const rows = await db.decision.findMany({
    where: { AND: [near, well, citable(actor), { decidedAt: { gte: new Date(now.getTime() - RECENT_DAYS * DAY_MS), lte: now } }] },
    select: COLUMNS,
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: OFFERED,
  });
  return rows.map(cited);
}

/** Of these decisions, those the actor may read. */
export async function citedDecisions(actor: Actor, ids: readonly string[]): Promise<CitedDecision[]> {
  const rows = await db.decision.findMany({ where: { AND: [{ id: { in: [...ids] } }, readableDecisions(actor)] }, select: COLUMNS });
  return rows.map(cited);
}

/** What became of these decisions by now, see domain/decision-outcome.ts. */
export async function decisionOutcomes(ids: readonly string[], now: Date): Promise<Map<string, ReturnType<typeof decisionOutcome>>> {
  const rows = await db.decision.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, state: true, decidedAt: true, result: true, csat: true, repeatContactAt: true, overturn: { select: { decisionId: true } } },
  });
  return new Map(rows.map(({ id, overturn, ...row }) => [id, decisionOutcome({ ...row, overturned: overturn !== null }, now)]));
}

/** Decisions taken in [from, to) that turned out well, newest first, with who took them. */
export async function goodDecisions(from: Date, to: Date): Promise<{ id: string; personId: string; at: Date }[]> {
  const rows = await db.decision.findMany({
    where: { decidedAt: { gte: from, lt: to }, state: { in: ["granted", "approved"] }, result: "resolved", repeatContactAt: null, overturn: null, OR: [{ csat: null }, { csat: { gt: 2 } }] },
    select: { id: true, personId: true, decidedAt: true },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, personId, decidedAt }) => ({ id, personId, at: decidedAt }));
}

/** What became of one decision, as an open transaction sees it; `none` for one that does not exist. */
export async function decisionOutcomeIn(tx: Tx, id: string, now: Date): Promise<ReturnType<typeof decisionOutcome>> {
  const row = await tx.find("Decision", { id });
  if (row === null) return "none";
  return decisionOutcome({ ...row, overturned: (await tx.count("DecisionOverturn", { decisionId: id })) > 0 }, now);
}
