import type { ActorRef } from "#modules/audit/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { newId } from "#kernel/ids.ts";
import { findPerson } from "#modules/people/public.server.ts";
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

interface Put {
  readonly id: string;
  readonly decision: Row<"Decision">;
  readonly question: Question;
  readonly asking: Asking & { readonly level: number };
  /** Of the notification. */
  readonly kind: string;
  readonly now: Date;
}

/** Puts a question to somebody and tells them; beside a second person every colleague who may confirm. */
export async function putQuestion(tx: Tx, { id, decision, question, asking, kind, now }: Put): Promise<void> {
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
  const params = {
    requester: findPerson(decision.personId)?.name ?? "",
    number: decision.number,
    gesture: nameIn(question.policy.document.gestures, decision.gesture).name,
    dueAt: asking.dueAt.toISOString(),
  };
  for (const personId of new Set([asking.approverId, ...asking.colleagues])) await notify(tx, { personId, kind, params, href: `/approvals/${id}`, at: now });
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
  const data = { decisionId: decision.id, number: decision.number, fromId: approval.approverId, toId: asking.approverId, level: asking.level + 1 };
  await recordEvent(tx, { kind: "approval", id }, actor, now, { type: to === "climbed" ? "approval.climbed" : "approval.handed-over", schema: 1, data });
  const kind = to === "handed_over" ? "approval.handed-over" : asking.kind === "second_person" ? "approval.second-person" : "approval.waiting";
  await putQuestion(tx, { id, decision, question, asking, kind, now });
  return id;
}
