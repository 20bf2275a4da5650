import type { Ledger } from "./domain/ledger.ts";
import type { Done, ProofSource } from "./domain/say-do.ts";

/** A commitment as a closed review keeps it. */
export interface KeptCommitment {
  readonly id: string;
  readonly text: { readonly vi: string; readonly en: string };
  readonly source: ProofSource;
  readonly quantity: number;
  readonly done: Done;
  readonly missedReason: string | null;
}

/** What a closed review says: figures with what they were counted from, commitments, and no words of others. */
export interface ReviewContent {
  readonly from: string;
  readonly to: string;
  readonly ledger: Ledger;
  readonly commitments: readonly KeptCommitment[];
  readonly sayDo: { readonly part: number; readonly of: number };
}

/** What a closed review keeps; a figure that was not counted when it was closed is null, never 0. */
export function readContent(text: string): ReviewContent {
  const { ledger, ...content } = JSON.parse(text) as Omit<ReviewContent, "ledger"> & { readonly ledger: Omit<Ledger, "practice"> & Partial<Pick<Ledger, "practice">> };
  return { ...content, ledger: { ...ledger, practice: ledger.practice ?? null } };
}
