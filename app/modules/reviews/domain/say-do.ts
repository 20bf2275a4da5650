import type { Ledger, Share } from "./ledger.ts";

interface Source {
  /** How a value of it reads. */
  readonly unit: "percent" | "minutes" | "count" | "hours";
  /** Whether the promised quantity is the least or the most. */
  readonly bound: "least" | "most";
  /** What the ledger says; null: nothing there to measure. */
  readonly value: (ledger: Ledger) => number | null;
}

const percentOf = ({ part, of }: Share): number | null => (of === 0 ? null : (100 * part) / of);
const partOf = (part: number, of: number): Share => ({ part, of });

const TABLE = {
  answers_in_time: { unit: "percent", bound: "least", value: ({ desk: { overdue } }) => percentOf(partOf(overdue.of - overdue.part, overdue.of)) },
  median_wait: { unit: "minutes", bound: "most", value: ({ desk }) => desk.median },
  slowest_wait: { unit: "minutes", bound: "most", value: ({ desk }) => desk.p90 },
  overturns_explained: { unit: "percent", bound: "least", value: ({ overturning: { explained, n } }) => percentOf(partOf(explained, n)) },
  frictions_in_time: { unit: "percent", bound: "least", value: ({ frictions }) => percentOf(frictions.inTime) },
  changes_made: { unit: "count", bound: "least", value: ({ frictions }) => (frictions.acts.length === 0 ? null : frictions.changed) },
  thanks_with_evidence: { unit: "count", bound: "least", value: ({ thanks }) => thanks.evidenced },
  customer_hours: { unit: "hours", bound: "least", value: ({ hours }) => hours.confirmed / 60 },
  promises_kept: { unit: "percent", bound: "least", value: ({ promises }) => percentOf(promises.kept) },
  decisions_logged: { unit: "count", bound: "least", value: ({ log }) => log.n },
  decisions_looked_at: { unit: "percent", bound: "least", value: ({ log }) => percentOf(partOf(log.lookedAt, log.n)) },
  practice_done: { unit: "count", bound: "least", value: ({ practice }) => practice?.n ?? null },
} as const satisfies Record<string, Source>;

/** Where the proof of a commitment comes from: one figure of the ledger. */
export type ProofSource = keyof typeof TABLE;
export const PROOF_SOURCES = Object.keys(TABLE) as [ProofSource, ...ProofSource[]];

/** How a proof source counts. */
export function proofOf(source: ProofSource): Pick<Source, "unit" | "bound"> {
  const { unit, bound } = TABLE[source];
  return { unit, bound };
}

interface Promised {
  readonly source: ProofSource;
  /** percent, minutes, acts or hours over the whole cycle, as the source counts */
  readonly quantity: number;
}

export interface Done {
  /** none: nothing arose by which it could be seen, neither kept nor missed */
  readonly state: "kept" | "missed" | "none";
  readonly value: number | null;
}

/** Whether a commitment was kept, from facts alone. */
export function doneOf({ source, quantity }: Promised, ledger: Ledger): Done {
  const { bound, value: read } = TABLE[source];
  const value = read(ledger);
  if (value === null) return { state: "none", value };
  return { state: (bound === "least" ? value >= quantity : value <= quantity) ? "kept" : "missed", value };
}

/** Kept of those that could be seen; of none there is no share. */
export function sayDo(done: readonly Done[]): Share {
  const seen = done.filter(({ state }) => state !== "none");
  return { part: seen.filter(({ state }) => state === "kept").length, of: seen.length };
}
