import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { type Heard, keepFeedback, personalWords } from "./keep-feedback.server.ts";
import { FILE_SOURCE } from "./import-feedback.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { FeedbackFields } from "./schemas.ts";

/** Sources that only this product gives itself. */
const OWN_SOURCES: readonly string[] = ["survey", "staff", FILE_SOURCE];

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberAdded = (tx: Tx, id: string) => Promise<void> | void;

/** Where feedback of a named touchpoint and customer belongs. Refuses 422 `unknown_touchpoint`, `unknown_customer`. */
async function belonging(tx: Tx, { touchpoint, customerRef }: Pick<FeedbackFields, "touchpoint" | "customerRef">) {
  const place = touchpoint === null ? null : await tx.find("Touchpoint", { code: touchpoint });
  if (touchpoint !== null && place === null) throw invalidInput({ path: "touchpoint", code: "unknown_touchpoint" });
  const customer = customerRef === null ? null : await tx.find("Customer", { ref: customerRef });
  if (customerRef !== null && (customer === null || customer.erasedAt !== null)) throw invalidInput({ path: "customerRef", code: "unknown_customer" });
  return { touchpointCode: touchpoint, departmentCode: place?.departmentCode ?? null, customerId: customer?.id ?? null };
}

/**
 * Keeps what a customer said as a colleague typed it in or a system sent it. The same source and number once more change
 * nothing and answer the first. Refuses: `forbidden`; 422 `unknown_touchpoint`, `unknown_customer`, `not_in_future`, `source_reserved`.
 */
export async function addFeedback(fields: FeedbackFields, asked: Asked, remember?: RememberAdded): Promise<{ id: string; added: boolean }> {
  demand(asked, "feedback.add");
  const { actor, now } = asked;
  if (fields.receivedAt !== null && fields.receivedAt > now) throw invalidInput({ path: "receivedAt", code: "not_in_future" });
  if (fields.source !== null && OWN_SOURCES.includes(fields.source)) throw invalidInput({ path: "source", code: "source_reserved" });
  const person = actor?.kind === "person" && asked.source === "screen" ? actor : null;
  const source = fields.source ?? (asked.source === "api" ? "api" : "staff");
  return transaction(async (tx) => {
    const known = fields.sourceId === null ? null : await tx.find("Feedback", { source, sourceId: fields.sourceId });
    if (known !== null) return { id: known.id, added: false };
    const where = await belonging(tx, fields);
    const heard: Heard = {
      ...{ source, sourceId: fields.sourceId, answerKey: null, linkId: null, receivedAt: fields.receivedAt ?? now, channel: fields.channel },
      ...{ ...where, siteCode: person?.siteCode ?? null, departmentCode: where.departmentCode ?? person?.departmentCode ?? null },
      ...{ decisionId: null, decisionNumber: null, personId: null, managerId: person?.managerId ?? null },
      language: fields.language ?? "vi",
      ratings: fields.ratings,
      ...{ said: fields.text, felt: fields.felt, unsaid: fields.unsaid },
    };
    const id = await keepFeedback(tx, heard, actorRef(asked), now);
    const data = { feedbackId: id, source, touchpoint: where.touchpointCode, came: asked.source };
    await recordEvent(tx, { kind: "feedback", id }, actorRef(asked), now, { type: "feedback.added", schema: 1, data }, personalWords(id, heard));
    await remember?.(tx, id);
    return { id, added: true };
  });
}
