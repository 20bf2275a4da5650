import type { Actor } from "#access/actor.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { limitOf } from "../domain/proposals/change-limit.ts";
import { policyInForce } from "../policy-store.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { benefits } from "./beneficiaries.server.ts";
import { targetOf } from "./proposal-row.server.ts";
import { trialStart } from "./trial.server.ts";

export interface ConfirmedProposal {
  readonly id: string;
  readonly trialOutcome: "confirmed";
}

/**
 * Ends a trial for good: the limit stays. Four eyes: neither whoever accepted the proposal (403 `own_proposal`) nor
 * somebody whose own wider limit it is (403 `own_authority`).
 * Refuses also: `forbidden`, `not_found`; 409 `state_changed` while no trial runs, and where the limit has been changed.
 */
export async function confirmProposal(actor: Actor, id: string, input: { readonly note?: string | null | undefined }, options: CommandOptions<ConfirmedProposal> = {}): Promise<ConfirmedProposal> {
  demand(actor, "policies.publish");
  const now = instantOf(options);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const { document } = policyInForce(now);
  return transaction(async (tx) => {
    const row = await tx.find("Proposal", { id });
    if (row === null) throw notFound();
    const running = row.state === "accepted" && row.trialOutcome === null && row.trialEndsAt !== null && trialStart(row.trialEndsAt) <= now;
    if (!running || limitOf(document, targetOf(row)) !== Number(row.toLimit)) throw new Refusal("state_changed");
    if (row.answeredById === personId) throw new Refusal("own_proposal", { status: 403 });
    if (row.kind === "widen" && benefits(document, targetOf(row), personId, now)) throw new Refusal("own_authority", { status: 403 });
    await tx.update("Proposal", { id, trialOutcome: null }, { trialOutcome: "confirmed", trialClosedAt: now, trialClosedById: personId });
    const { rule, reason } = row;
    await recordEvent(tx, { kind: "proposal", id }, actor, now, { type: "proposal.confirmed", schema: 1, data: { rule, reason, limit: Number(row.toLimit), note: textOrNull(input.note) } });
    const confirmed = { id, trialOutcome: "confirmed" as const };
    await options.remember?.(tx, confirmed);
    return confirmed;
  });
}
