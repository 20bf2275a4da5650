import { notify } from "#modules/notifications/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { pageOf } from "./page-of.ts";

/** Tells the giver and the receivers of something about their recognition, save whoever did it. */
export async function tellConcerned(tx: Tx, row: Row<"Recognition">, told: { readonly kind: string; readonly params: Readonly<Record<string, unknown>>; readonly at: Date; readonly except: string | null }): Promise<void> {
  const receivers = await tx.list("RecognitionRecipient", { recognitionId: row.id });
  const { kind, params, at, except } = told;
  for (const personId of new Set([row.giverId, ...receivers.map((receiver) => receiver.personId)])) {
    if (personId !== except) await notify(tx, { personId, kind, params, href: pageOf(row.id), at });
  }
}
