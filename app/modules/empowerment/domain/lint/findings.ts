import type { DecisionRequest, Facts } from "../verdict.ts";

export type Severity = "error" | "warning" | "info";

/**
 * What lint can find, with how much it weighs: an error blocks publishing, a warning needs a written acknowledgement.
 * Errors are what the organisation cannot apply, and test cases that fail.
 */
export const severities = {
  /** A department, site, owner or role that the organisation does not have. */
  unknown_code: "error",
  /** A course that the organisation does not have. */
  unknown_course: "error",
  /** A stored test case that does not come out as expected. */
  test_failed: "error",
  /** A rule whose limit never counts: in every situation another one decides. */
  never_decides: "warning",
  /** A rule that decides, but without it everything would come out the same. */
  redundant: "warning",
  /** Two grants that apply together, neither inside the other, with different limits. */
  conflict: "warning",
  /** A situation within what a role's grants for a gesture speak of, that none of them covers. */
  gap: "warning",
  /** A grant that prohibitions take away in every situation. */
  fully_prohibited: "warning",
  /** A higher role may give less than the one below it in the same situation. */
  limit_not_rising: "warning",
  /** Above a limit there is nobody on the way up who may give more. */
  escalation_dead_end: "warning",
  /** The way up asks the same role twice, or goes down. */
  escalation_cycle: "warning",
  /** A budget leaves less than the limit of one case before anything was used. */
  budget_below_case_limit: "warning",
  /** A budget that no decision can ever meet. */
  budget_never_binds: "warning",
  /** A second person is asked for where fewer than two people could confirm. */
  second_person_impossible: "warning",
  /** A role that a grant names and that no row of a budget over the same gesture binds. */
  role_unbound: "warning",
  /** A limit ten times that of its neighbours, or more. */
  slipped_zero: "warning",
  /** A dated rule whose last day has passed: it decides nothing any more, which hurts nobody. */
  never_in_force: "warning",
  /** A rule without name in some language. */
  missing_name: "warning",
  /** A rule without reason in some language. */
  missing_why: "warning",
  /** Words to say, or names of the vocabulary, that lack a language. */
  missing_words: "warning",
  /** A rule whose review was due before today. */
  review_passed: "warning",
  /** What was not looked through because there is too much of it. */
  too_large: "info",
} as const satisfies Readonly<Record<string, Severity>>;

export type FindingCode = keyof typeof severities;

/** Plain data for words: codes, amounts in minor units of the policy's currency, days. */
export type FindingParams = Readonly<Record<string, unknown>>;

/** Concrete facts that show a finding when they are evaluated. */
export interface Witness {
  readonly request: DecisionRequest;
  readonly facts: Facts;
}

export interface Finding {
  /** The same for the same finding about the same rules and budgets, whatever else changes: acknowledgements hang on it. */
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Codes, first the rule the finding is about. */
  readonly rules: readonly string[];
  readonly budgets?: readonly string[];
  readonly params: FindingParams;
  readonly witness: Witness | null;
}

export interface FindingForm {
  readonly code: FindingCode;
  readonly rules?: readonly string[];
  readonly budgets?: readonly string[];
  readonly params?: FindingParams;
  readonly witness?: Witness | null;
  /** What tells it from others of the same code about the same rules: a gesture, a role, a language. */
  readonly about?: readonly string[];
}

/** A finding with its severity and key. */
export function finding({ code, rules = [], budgets, params = {}, witness = null, about = [] }: FindingForm): Finding {
  const key = [code, [...rules].sort().join("+"), [...(budgets ?? [])].sort().join("+"), about.join("+")].join("/");
  return { key, code, severity: severities[code], rules, ...(budgets !== undefined && { budgets }), params, witness };
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const codeOrder = Object.keys(severities);

/** Findings in order: what weighs most first, then by code, then by what they are about. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || codeOrder.indexOf(a.code) - codeOrder.indexOf(b.code) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}
