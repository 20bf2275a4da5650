import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { type Row, transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { mayReadFeedback } from "./readable.server.ts";

/** Feedback the asker may read and answer for. Refuses 404. */
async function reachable(tx: Tx, id: string): Promise<Row<"Feedback">> {
  const row = await tx.find("Feedback", { id });
  if (row === null) throw notFound();
  return row;
}

async function demandReadable(id: string, asked: Asked): Promise<void> {
  demand(asked, "feedback.answer");
  if (asked.actor !== null && !(await mayReadFeedback(asked.actor, id))) throw notFound();
}

/** Marks feedback as read, once; a second time changes nothing. Refuses: `forbidden`, `not_found`. */
export async function markRead(id: string, asked: Asked): Promise<void> {
  await demandReadable(id, asked);
  await transaction(async (tx) => {
    await reachable(tx, id);
    const read = { readAt: asked.now, readById: asked.actor?.personId ?? null };
    if ((await tx.update("Feedback", { id, readAt: null }, read)) === 0) return;
    await recordEvent(tx, { kind: "feedback", id }, actorRef(asked), asked.now, { type: "feedback.read", schema: 1, data: { feedbackId: id } });
  });
}

/**
 * Keeps what the customer was answered, once; it counts as read. Refuses: `forbidden`, `not_found`; 409 `state_changed` when
 * somebody has answered before.
 */
export async function answerFeedback(id: string, answer: string, asked: Asked): Promise<void> {
  await demandReadable(id, asked);
  await transaction(async (tx) => {
    const row = await reachable(tx, id);
    const by = asked.actor?.personId ?? null;
    const read = row.readAt === null ? { readAt: asked.now, readById: by } : {};
    if ((await tx.update("Feedback", { id, answeredAt: null }, { answer, answeredAt: asked.now, answeredById: by, ...read })) !== 1) throw new Refusal("state_changed");
    const owner = row.customerId === null ? ({ kind: "feedback", id } as const) : ({ kind: "customer", id: row.customerId } as const);
    await recordEvent(tx, { kind: "feedback", id }, actorRef(asked), asked.now, { type: "feedback.answered", schema: 1, data: { feedbackId: id } }, { owner, values: { answer } });
  });
}
