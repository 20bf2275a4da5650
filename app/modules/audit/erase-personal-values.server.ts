import type { Tx } from "#platform/transaction.server.ts";
import type { Subject } from "./append-event.server.ts";

/**
 * Erases every personal value the trail keeps of somebody, salts included; the chain stays whole and verifiable.
 * Answers how many values were erased.
 */
export async function erasePersonalValues(tx: Tx, owner: Subject): Promise<number> {
  return tx.update("AuditPersonalValue", { ownerKind: owner.kind, ownerId: owner.id }, { value: null, salt: null });
}
