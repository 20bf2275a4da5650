import { db } from "#platform/db.server.ts";

/** What these people were asked to approve or confirm in [from, to). Answers of a stand-in are the stand-in's. */
export async function deskFacts(personIds: readonly string[], from: Date, to: Date) {
  const rows = await db.approval.findMany({
    where: { approverId: { in: [...personIds] }, askedAt: { gte: from, lt: to } },
    select: { id: true, decisionId: true, approverId: true, askedAt: true, dueAt: true, answeredAt: true, state: true, decision: { select: { siteCode: true } } },
  });
  return rows.map(({ id, decisionId, approverId, askedAt, dueAt, answeredAt, state, decision }) => ({
    ...{ id, decisionId, approverId, askedAt, dueAt, siteCode: decision.siteCode },
    leftAt: state === "pending" ? null : (answeredAt ?? dueAt),
    end: endOf(state),
  }));
}

function endOf(state: string): "open" | "answered" | "passed" | "away" {
  if (state === "pending") return "open";
  if (state === "climbed" || state === "expired") return "passed";
  return state === "handed_over" || state === "cancelled" ? "away" : "answered";
}

const RESULTS = ["resolved", "partly", "unresolved"] as const;

/** Decisions that these people looked at again and changed in [from, to), or that they had approved and others changed. */
export async function overturnFacts(personIds: readonly string[], from: Date, to: Date) {
  const ids = [...personIds];
  const rows = await db.decisionOverturn.findMany({
    where: { at: { gte: from, lt: to }, OR: [{ byId: { in: ids } }, { decision: { approvedById: { in: ids } } }] },
    select: { decisionId: true, byId: true, at: true, note: true, decision: { select: { approvedById: true, result: true } } },
  });
  return rows.map(({ decisionId, byId, at, note, decision: { approvedById, result } }) => ({
    ...{ decisionId, byId, at, approvedById },
    explained: (note ?? "").trim() !== "",
    result: RESULTS.find((known) => known === result) ?? null,
  }));
}

/** Of these decisions, which were care unasked and which answered a trouble of the customer. */
export async function decisionKinds(ids: readonly string[]): Promise<Map<string, "proactive" | "reactive">> {
  const rows = await db.decision.findMany({ where: { id: { in: [...ids] } }, select: { id: true, proactive: true } });
  return new Map(rows.map(({ id, proactive }) => [id, proactive ? "proactive" : "reactive"]));
}
