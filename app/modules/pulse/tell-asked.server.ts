import { notify } from "#modules/notifications/public.server.ts";
import { findPerson } from "#modules/people/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";

/**
 * Tells everybody who was asked the same, whether they answered or not: a reminder then knows nobody's silence, and leaves
 * none in its trace. Results about a person are told to that person alone.
 */
export async function tellAsked(tx: Tx, { id, titleVi, titleEn, closesOn, subjectId }: Row<"Pulse">, kind: "pulse.opened" | "pulse.reminder" | "pulse.results" | "pulse.again", at: Date): Promise<void> {
  const href = kind === "pulse.results" ? `/pulses/${id}/results` : `/pulse/${id}`;
  const asked = (await tx.list("PulseInvitation", { pulseId: id }, { orderBy: [["personId", "asc"]] })).map(({ personId }) => personId);
  const name = subjectId === null ? null : (findPerson(subjectId)?.name ?? null);
  const title = name === null ? { vi: titleVi, en: titleEn } : { vi: `${titleVi}: ${name}`, en: `${titleEn}: ${name}` };
  for (const personId of kind === "pulse.results" && subjectId !== null ? [subjectId] : asked) {
    await notify(tx, { personId, kind, params: { title, closesOn }, href, at });
  }
}
