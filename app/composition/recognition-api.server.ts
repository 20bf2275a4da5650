import type { Actor } from "#access/actor.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { RecogniseBody } from "#modules/recognition/api-schemas.ts";
import { recognise } from "#modules/recognition/public.server.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { evidenceSources } from "./recognition-evidence.server.ts";

/** Ids of receivers by e-mail. Throws 422 `unknown_person` at each that is nobody's. */
function receiverIds(emails: readonly string[]): string[] {
  const found = emails.map((email) => findPersonByEmail(email)?.id ?? null);
  const faults = found.flatMap((id, index) => (id === null ? [{ path: `receivers.${index}`, code: "unknown_person" }] : []));
  if (faults.length > 0) throw invalidInput(...faults);
  return found.filter((id) => id !== null);
}

/** `POST /recognitions`: answers the id. */
export async function postRecognition(actor: Actor, { receivers, visibility, evidence, ...body }: RecogniseBody, remember: Remember | null): Promise<{ id: string }> {
  const fields = { ...body, receiverIds: receiverIds(receivers), visibility: visibility ?? "public", evidence: evidence ?? [] } as const;
  const asked = askedOverApi(actor);
  return recognise(fields, asked, evidenceSources, (tx, id) => remember?.(tx, { status: 201, body: { id }, location: `/api/v1/recognitions/${id}` }));
}
