import { notify } from "#modules/notifications/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";

/**
 * Tells everybody who was asked the same, whether they answered or not: a reminder then knows nobody's silence, and leaves
 * none in its trace.
 */
export async function tellAsked(tx: Tx, { id, titleVi, titleEn, closesOn }: Row<"Pulse">, kind: "pulse.opened" | "pulse.reminder" | "pulse.results" | "pulse.again", at: Date): Promise<void> {
  const href = kind === "pulse.results" ? `/pulses/${id}/results` : `/pulse/${id}`;
  for (const { personId } of await tx.list("PulseInvitation", { pulseId: id }, { orderBy: [["personId", "asc"]] })) {
    await notify(tx, { personId, kind, params: { title: { vi: titleVi, en: titleEn }, closesOn: `${closesOn}T00:00:00Z` }, href, at });
  }
}
