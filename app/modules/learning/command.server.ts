import { appendEvent } from "#modules/audit/public.server.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import type { LearningEvent } from "./events.ts";

interface Subject {
  readonly kind: "course" | "practice" | "certificate" | "export";
  readonly id: string;
}

/** Writes one event of this module. */
export async function recordEvent(tx: Tx, asked: Asked, subject: Subject, event: LearningEvent): Promise<void> {
  await appendEvent(tx, { type: event.type, subject, actor: actorRef(asked), data: event.data, at: asked.now });
}

/** An attempt of one's own, inside a transaction; 404 for anybody else's. */
export async function ownAttempt(tx: Tx, personId: string, id: string): Promise<Row<"LearningAttempt">> {
  const attempt = await tx.find("LearningAttempt", { id, personId });
  if (attempt === null) throw notFound();
  return attempt;
}
