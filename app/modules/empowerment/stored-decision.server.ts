import type { BudgetStanding, ReasonData } from "./domain/reasons.ts";
import type { VerdictAnswer } from "./decision-answer.server.ts";
import type { FactSource } from "./known-facts.server.ts";
import type { DecisionRequest, Explanation, Facts } from "./public.ts";

/** What a decision was evaluated on, as stored. */
export interface StoredFacts {
  readonly request: DecisionRequest;
  readonly facts: Facts;
  readonly sources: Readonly<Record<string, FactSource>>;
}

/** The explanation of a decision, as stored, with the answer that was given. */
export type StoredExplanation = Explanation & {
  readonly answer?: Omit<VerdictAnswer, "budgets" | "reasons"> & { readonly budgets: readonly BudgetStanding[]; readonly reasons: readonly ReasonData[] };
};

/** Reads what this module wrote; a decision's facts never change (a trigger sees to it). */
export function storedFacts(text: string): StoredFacts {
  return JSON.parse(text) as StoredFacts;
}

export function storedExplanation(text: string): StoredExplanation {
  return JSON.parse(text) as StoredExplanation;
}

/** A stored list of texts. */
export function storedTexts(text: string): readonly string[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
