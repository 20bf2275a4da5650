import type { Tx } from "#platform/transaction.server.ts";
import { limitOf } from "../domain/proposals/change-limit.ts";
import type { PolicyDocument } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { targetOf } from "./proposal-row.server.ts";

/** How long a changed limit is tried before it returns to its base, unless somebody confirms it. */
export const TRIAL_DAYS = 90;
const DAY_MS = 86_400_000;

/** When a trial began, from its end. */
export function trialStart(endsAt: Date): Date {
  return new Date(endsAt.getTime() - TRIAL_DAYS * DAY_MS);
}

/**
 * Begins the trials of the proposals that a version brings into force, in the transaction that publishes it. A limit that
 * was edited in the draft is no longer the one proposed: its trial is closed at once.
 */
export async function startTrials(tx: Tx, version: number, document: PolicyDocument, effectiveFrom: Date, now: Date): Promise<void> {
  for (const row of await tx.list("Proposal", { draftVersion: version, state: "accepted", trialOutcome: null })) {
    const kept = limitOf(document, targetOf(row)) === Number(row.toLimit);
    const endsAt = new Date(effectiveFrom.getTime() + TRIAL_DAYS * DAY_MS);
    await tx.update("Proposal", { id: row.id, trialOutcome: null }, kept ? { trialEndsAt: endsAt } : { trialOutcome: "superseded", trialClosedAt: now });
    const subject = { kind: "proposal", id: row.id } as const;
    const { rule, reason } = row;
    if (kept) await recordEvent(tx, subject, null, now, { type: "proposal.trial-began", schema: 1, data: { rule, reason, version, until: endsAt.toISOString() } });
    else await recordEvent(tx, subject, null, now, { type: "proposal.trial-superseded", schema: 1, data: { rule, reason, version } });
  }
}
