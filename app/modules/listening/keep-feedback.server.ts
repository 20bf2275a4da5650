import type { ActorRef } from "#modules/audit/public.server.ts";
import { newId } from "#kernel/ids.ts";
import { link } from "#modules/thread/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { type Ratings, toneOf } from "./domain/scales.ts";

/** Where feedback belongs and whom it is about, as far as is known. */
export interface Belonging {
  readonly channel: string | null;
  readonly touchpointCode: string | null;
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
  readonly customerId: string | null;
  readonly decisionId: string | null;
  readonly decisionNumber: string | null;
  readonly personId: string | null;
  readonly managerId: string | null;
}

/** One thing a customer said, before it is kept. */
export interface Heard extends Belonging {
  readonly source: string;
  readonly sourceId: string | null;
  readonly answerKey: string | null;
  readonly linkId: string | null;
  readonly receivedAt: Date;
  readonly language: string;
  readonly ratings: Ratings;
  readonly said: string | null;
  readonly felt: string | null;
  readonly unsaid: string | null;
}

/** The columns that follow from the ratings. */
export const ratingColumns = (ratings: Ratings) => ({ ...ratings, tone: toneOf(ratings) });

/** Ties feedback to the customer and the decision it is about. */
async function tie(tx: Tx, id: string, { customerId, decisionId }: Belonging, by: string | null, at: Date): Promise<void> {
  const from = { kind: "feedback", id } as const;
  if (customerId !== null) await link(tx, { from, to: { kind: "customer", id: customerId }, relation: "about", by, at, automatic: true });
  if (decisionId !== null) await link(tx, { from, to: { kind: "decision", id: decisionId }, relation: "about", by, at, automatic: true });
}

/** Tells whoever decided that their customer has answered, and the manager when it went badly. */
async function tell(tx: Tx, id: string, heard: Heard, now: Date): Promise<void> {
  if (heard.decisionId === null || heard.personId === null) return;
  const params = { number: heard.decisionNumber ?? "" };
  await notify(tx, { personId: heard.personId, kind: "feedback.received", params, href: `/listening/${id}`, at: now });
  if (toneOf(heard.ratings) === "low" && heard.managerId !== null) await notify(tx, { personId: heard.managerId, kind: "feedback.low", params, href: `/listening/${id}`, at: now });
}

/** Keeps what a customer said, tied to whom it is about, and tells whom it concerns; the caller writes the audit event. Answers its id. */
export async function keepFeedback(tx: Tx, heard: Heard, by: ActorRef | null, now: Date): Promise<string> {
  const { ratings, ...columns } = heard;
  const id = newId();
  const byId = by?.personId ?? null;
  await tx.insert("Feedback", { id, ...columns, ...ratingColumns(ratings), byId, createdAt: now });
  await tie(tx, id, heard, byId, now);
  await tell(tx, id, heard, now);
  return id;
}

/** The texts of feedback as erasable values of the audit trail. */
export function personalWords(id: string, { customerId, said, felt, unsaid }: Pick<Heard, "customerId" | "said" | "felt" | "unsaid">) {
  const owner = customerId === null ? ({ kind: "feedback", id } as const) : ({ kind: "customer", id: customerId } as const);
  return { owner, values: { said, felt, unsaid } };
}
