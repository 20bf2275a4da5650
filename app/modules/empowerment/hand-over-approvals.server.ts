import type { Leaving } from "#modules/people/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { moveApproval } from "./move-approval.server.ts";

/**
 * What waits on somebody who leaves goes to whoever is next, in the transaction in which they leave. Where nobody is
 * left to ask, the question stays and its clock goes on.
 */
export async function handOverApprovals(tx: Tx, { personId, actor, at }: Leaving): Promise<void> {
  for (const approval of await tx.list("Approval", { approverId: personId, state: "pending" })) {
    const decision = await tx.find("Decision", { id: approval.decisionId });
    if (decision === null || decision.state !== "pending") continue;
    await moveApproval(tx, { approval, decision, level: approval.level - 1, to: "handed_over", actor, now: at });
  }
}
