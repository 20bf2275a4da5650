import { addFeedback } from "#modules/listening/public.server.ts";
import type { FeedbackFields } from "#modules/listening/schemas.ts";
import type { Asked } from "#platform/acting.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";

/** `POST /feedback`: keeps what a customer said; the same source and number once more answer the first. */
export function postFeedback(fields: FeedbackFields, asked: Asked, remember: Remember | null): Promise<{ id: string; added: boolean }> {
  return addFeedback(fields, asked, (tx, id) => remember?.(tx, { status: 201, body: { id, added: true }, location: `/api/v1/feedback/${id}` }));
}
