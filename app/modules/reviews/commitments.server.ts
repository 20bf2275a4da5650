import type { LeadCommitment } from "#db/generated/client.ts";
import type { Ledger } from "./domain/ledger.ts";
import { doneOf, type ProofSource, sayDo } from "./domain/say-do.ts";
import type { KeptCommitment, ReviewContent } from "./review-content.ts";

type Stored = Pick<LeadCommitment, "id" | "textVi" | "textEn" | "source" | "quantity" | "missedReason">;

/** A commitment with what a ledger says of it. */
export function keptOf({ id, textVi, textEn, source, quantity, missedReason }: Stored, ledger: Ledger): KeptCommitment {
  const promised = { source: source as ProofSource, quantity };
  return { id, text: { vi: textVi, en: textEn }, ...promised, done: doneOf(promised, ledger), missedReason };
}

/** What a review of a cycle says, from a ledger over its days. */
export function contentOf({ startDay, endDay }: { readonly startDay: string; readonly endDay: string }, ledger: Ledger, stored: readonly Stored[]): ReviewContent {
  const commitments = stored.map((one) => keptOf(one, ledger));
  return { from: startDay, to: endDay, ledger, commitments, sayDo: sayDo(commitments.map(({ done }) => done)) };
}
