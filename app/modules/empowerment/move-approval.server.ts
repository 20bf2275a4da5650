import type { ActorRef } from "#modules/audit/public.server.ts";
import { newId } from "#kernel/ids.ts";
import { findPerson } from "#modules/people/public.server.ts";
import { notify } from "#platform/notifications.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { askAt, type Asking, type Question } from "./ask-approver.server.ts";
import { nameIn } from "./vocabulary.ts";
import { askedBefore, closeApproval, questionIn } from "./open-approval.server.ts";
import { recordEvent } from "./record-event.server.ts";

interface Move {
  readonly approval: Row<"Approval">;
  readonly decision: Row<"Decision">;
  /** The level to search from, counted from 0. */
  readonly level: number;
  readonly to: "climbed" | "handed_over";
  readonly actor: ActorRef | null;
  readonly now: Date;
}

/** Tells whoever is asked, and beside a second person every colleague who may confirm. */
async function tellAsked(tx: Tx, question: Question, decision: Row<"Decision">, approvalId: string, asking: Asking, kind: string, now: Date): Promise<void> {
  const params = {
    requester: findPerson(decision.personId)?.name ?? "",
    number: decision.number,
    gesture: nameIn(question.policy.document.gestures, decision.gesture).name,
    dueAt: asking.dueAt.toISOString(),
  };
  for (const personId of new Set([asking.approverId, ...asking.colleagues])) await notify(tx, { personId, kind, params, href: `/approvals/${approvalId}`, at: now });
}

/**
 * Closes a question as moved and puts it to the next person; answers null, and changes nothing, when nobody is left.
 * Throws `state_changed` when it was answered meanwhile.
 */
export async function moveApproval(tx: Tx, { approval, decision, level, to, actor, now }: Move): Promise<string | null> {
  const question = await questionIn(tx, decision, await askedBefore(tx, decision.id, null), now);
  const asking = askAt(question, level, now);
  if (asking === null) return null;
  const id = newId();
  await closeApproval(tx, approval.id, { state: to, answeredAt: now });
  await tx.insert("Approval", {
    id,
    decisionId: decision.id,
    level: asking.level + 1,
    approverId: asking.approverId,
    onBehalfOfId: asking.onBehalfOfId,
    kind: asking.kind,
    state: "pending",
    askedAt: now,
    dueAt: asking.dueAt,
    expiresAt: asking.expiresAt,
  });
  const data = { decisionId: decision.id, number: decision.number, fromId: approval.approverId, toId: asking.approverId, level: asking.level + 1 };
  await recordEvent(tx, { kind: "approval", id }, actor, now, { type: to === "climbed" ? "approval.climbed" : "approval.handed-over", schema: 1, data });
  const kind = to === "handed_over" ? "approval.handed-over" : asking.kind === "second_person" ? "approval.second-person" : "approval.waiting";
  await tellAsked(tx, question, decision, id, asking, kind, now);
  return id;
}
