import { Refusal } from "#platform/http/refusal.ts";
import type { Tx } from "#platform/transaction.server.ts";

/** Refuses 403 `leads_nobody` unless somebody reports to the person now. */
export async function demandLeader(tx: Tx, personId: string): Promise<void> {
  if ((await tx.count("Person", { managerId: personId, active: true })) === 0) throw new Refusal("leads_nobody", { status: 403 });
}
