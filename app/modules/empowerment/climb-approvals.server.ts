import { notify } from "#modules/notifications/public.server.ts";
import { isRefusal } from "#platform/http/refusal.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { readHot, transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { askUnasked } from "./ask-unasked.server.ts";
import { expiryAfter } from "./ask-approver.server.ts";
import { endingWords } from "./decline-decision.server.ts";
import { moveApproval } from "./move-approval.server.ts";
import { askedBefore, closeApproval, closeDecision, questionIn } from "./open-approval.server.ts";
import { recordEvent } from "./record-event.server.ts";

const BATCH = 200;

async function expire(tx: Tx, approval: Row<"Approval">, decision: Row<"Decision">, now: Date): Promise<void> {
  const question = await questionIn(tx, decision, await askedBefore(tx, decision.id, approval.id), now);
  const say = endingWords({ approval, decision, question }, null, "expired", now);
  await closeApproval(tx, approval.id, { state: "expired", answeredAt: now, say: JSON.stringify(say) });
  await closeDecision(tx, decision.id, { state: "expired", closedAt: now });
  await recordEvent(tx, { kind: "decision", id: decision.id }, null, now, {
    type: "decision.expired",
    schema: 1,
    data: { number: decision.number, approvalId: approval.id },
  });
  await notify(tx, { personId: decision.personId, kind: "decision.expired", params: { number: decision.number }, href: `/decisions/${decision.id}`, at: now });
}

async function moveOn(tx: Tx, approvalId: string, now: Date): Promise<void> {
  const approval = await tx.find("Approval", { id: approvalId });
  const decision = approval === null ? null : await tx.find("Decision", { id: approval.decisionId });
  if (approval === null || decision === null || approval.state !== "pending" || decision.state !== "pending") return;
  if (approval.expiresAt !== null) {
    if (approval.expiresAt <= now) await expire(tx, approval, decision, now);
    return;
  }
  if (approval.dueAt > now) return;
  const moved = await moveApproval(tx, { approval, decision, level: approval.level, to: "climbed", actor: null, now });
  // Nobody is left above: whoever was asked last keeps it until it expires.
  if (moved === null) await tx.update("Approval", { id: approval.id, state: "pending" }, { expiresAt: expiryAfter(approval.dueAt, decision.siteCode) });
}

/**
 * Moves every question whose time has passed to its next level, and ends those nobody answered in time. Each in a
 * transaction of its own, guarded by its state: run twice or by two processes, each moves once.
 */
export async function climbApprovals(now: Date): Promise<number> {
  let moved = 0;
  for (const { id } of readHot("approval.overdue", { now, limit: BATCH })) {
    try {
      await transaction((tx) => moveOn(tx, id, now));
      moved += 1;
    } catch (error) {
      if (!isRefusal(error) || error.code !== "state_changed") throw error;
    }
  }
  return moved;
}

export const climbJob: JobDefinition = {
  kind: "approvals.climb",
  every: "* * * * *",
  run: async ({ now }) => {
    await climbApprovals(now);
    await askUnasked(now);
  },
};

/** How long a return of the customer counts for a decision. */
const BOUGHT_AGAIN_DAYS = 90;

/** Notes the first purchase of a customer after a decision about them. */
export const boughtAgainJob: JobDefinition = {
  kind: "decisions.bought-again",
  every: "17 * * * *",
  apply: async (tx, { now }) => {
    const after = new Date(now.getTime() - BOUGHT_AGAIN_DAYS * 86_400_000);
    for (const { id, at } of await tx.statement("decision.bought-again", { after, upTo: now })) {
      await tx.update("Decision", { id, boughtAgainAt: null }, { boughtAgainAt: at });
    }
  },
};
