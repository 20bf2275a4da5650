import type { Actor } from "#access/actor.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { openProposal } from "./proposal-row.server.ts";

export interface RejectedProposal {
  readonly id: string;
  readonly state: "rejected";
}

/**
 * Rejects a proposal, with the reason, which is kept: the same is not proposed again until its evidence has grown by half.
 * Refuses: `forbidden`, `not_found`, `state_changed`; 422 without a note.
 */
export async function rejectProposal(actor: Actor, id: string, input: { readonly note?: string | null | undefined }, options: CommandOptions<RejectedProposal> = {}): Promise<RejectedProposal> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const note = textOrNull(input.note);
  if (note === null) throw invalidInput({ path: "note", code: "required" });
  return transaction(async (tx) => {
    const { rule, reason, kind } = await openProposal(tx, id);
    await tx.update("Proposal", { id, state: "open" }, { state: "rejected", answeredAt: now, answeredById: personId, answerNote: note });
    await recordEvent(tx, { kind: "proposal", id }, actor, now, { type: "proposal.rejected", schema: 1, data: { rule, reason, kind, note } });
    const rejected = { id, state: "rejected" as const };
    await options.remember?.(tx, rejected);
    return rejected;
  });
}
