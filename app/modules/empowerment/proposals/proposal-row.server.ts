import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import type { LimitTarget } from "../domain/proposals/change-limit.ts";
import { evidenceShape, type ProposalEvidence } from "../domain/proposals/stored-evidence.ts";

type ProposalRow = Row<"Proposal">;

/** The limit a stored proposal is about. */
export function targetOf({ rule, reason }: Pick<ProposalRow, "rule" | "reason">): LimitTarget {
  return { rule, reason };
}

export function readEvidence(text: string): ProposalEvidence {
  return evidenceShape.parse(JSON.parse(text));
}

/** A proposal that still waits for an answer; 404 when there is none, 409 `state_changed` when it was answered or is stale. */
export async function openProposal(tx: Tx, id: string): Promise<ProposalRow> {
  const row = await tx.find("Proposal", { id });
  if (row === null) throw notFound();
  if (row.state !== "open") throw new Refusal("state_changed");
  return row;
}
