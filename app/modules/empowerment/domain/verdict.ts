/** An amount on the wire: a safe integer of minor units and the policy's currency. */
export interface MoneyValue {
  readonly minor: number;
  readonly currency: string;
}

/** A member that may be left out; `null` means absent everywhere. */
type Maybe<T> = T | null | undefined;

/**
 * What somebody asks to do for a customer. Only what is listed may be sent. `amount` is there exactly when the gesture
 * has one (ask with 1 to learn the room); `customer` and `order` are an object, `"none"` (known: a walk-in, no order)
 * or absent (unknown); each of their members and `flags` absent is unknown; `proactive` absent is false.
 */
export interface DecisionRequest {
  readonly gesture: string;
  readonly reason: string;
  readonly channel: string;
  readonly proactive?: Maybe<boolean>;
  readonly amount?: Maybe<MoneyValue>;
  readonly customer?: Maybe<"none" | RequestCustomer>;
  readonly order?: Maybe<"none" | RequestOrder>;
  readonly flags?: Maybe<readonly string[]>;
  readonly case?: Maybe<string>;
  readonly evidence?: Maybe<readonly string[]>;
  readonly note?: Maybe<string>;
  readonly escalate?: Maybe<boolean>;
  readonly escalateReason?: Maybe<EscalateReason>;
  readonly felt?: Maybe<string>;
  readonly expect?: Maybe<{ readonly policyVersion?: Maybe<number>; readonly outcome?: Maybe<Outcome> }>;
  readonly address?: Maybe<{ readonly customer?: Maybe<string>; readonly me?: Maybe<string> }>;
  readonly actor?: Maybe<string>;
  readonly externalRef?: Maybe<string>;
}

export interface RequestCustomer {
  readonly ref?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly tier?: Maybe<string>;
  readonly lifetimeValue?: Maybe<MoneyValue>;
}

export interface RequestOrder {
  readonly ref?: Maybe<string>;
  readonly value?: Maybe<MoneyValue>;
  readonly daysSincePurchase?: Maybe<number>;
}

export const escalateReasons = ["did_not_know", "feared_blame", "system_blocked", "customer_asked", "wanted_advice"] as const;
export type EscalateReason = (typeof escalateReasons)[number];

/** What is known about the person, the case and the counters at one instant. */
export interface Facts {
  /** RFC 3339 instant. */
  readonly now: string;
  readonly actor: {
    /** At least one: those whose scope holds the person's own site and department. */
    readonly roles: readonly string[];
    readonly department?: Maybe<string>;
    readonly site?: Maybe<string>;
    readonly level?: Maybe<number>;
    readonly tenureDays?: Maybe<number>;
    /** Held and in date. */
    readonly courses: readonly string[];
  };
  /** Minor units already granted or approved in this case for the request's case group; absent is 0. */
  readonly caseTotal?: Maybe<number>;
  /** Consumed by budget code for this request's subject and window, in the budget's unit; absent is 0. */
  readonly usage?: Maybe<Readonly<Record<string, Maybe<number>>>>;
}

export const outcomes = ["granted", "escalated", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

/** The one reason that decides. */
export type Reason =
  | "within_case_limit"
  | "second_person_required"
  | "over_case_limit"
  | "case_total_over_limit"
  | "over_budget"
  | "fact_unknown"
  | "training_required"
  | "no_rule_covers"
  | "forbidden_by_rule"
  | "invalid_request";

export interface Verdict {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The role that answers; null when a prohibition decides or the request is invalid. */
  readonly role: string | null;
  /** The rule whose limit counts, the smallest code if several; the prohibiting one; null when no sure grant applies. */
  readonly rule: string | null;
  /** Minor units per case; null for a gesture without amount. */
  readonly limit: number | null;
  /** Minor units that could be granted before this request, by limits and budgets; null for a gesture without amount. */
  readonly room: number | null;
  /** `"case"` or the code of a budget: where least is left. */
  readonly binding: string | null;
  /** Minor units; a second person must confirm more than this. */
  readonly secondPersonAbove: number | null;
  readonly duties: { readonly note: boolean; readonly evidence: boolean };
  /** Dotted paths of absent facts that a rule or budget for this gesture asks about, sorted. */
  readonly unknown: readonly string[];
}

export type RuleStatus = "applied" | "stricter_used" | "overridden" | "restricts" | "not_in_force" | "not_matched";

/** A dimension in which a rule does not surely hold: what is the case (null: unknown) and what the rule asks for. */
export interface FailedDimension {
  readonly dim: string;
  readonly actual: string | number | boolean | readonly string[] | null;
  readonly needed: boolean | readonly string[] | { readonly min?: number | string; readonly below?: number | string };
}

/**
 * What became of one rule for the gesture. Grants: `applied` (the least limit of those left), `stricter_used`,
 * `overridden` (`by` a narrower one), `restricts` (holds only maybe). A prohibition that surely holds is `applied`, one
 * that maybe holds and every `require` rule that may hold `restricts`. `failed` lists what is false or unknown.
 */
export interface RuleEntry {
  readonly code: string;
  readonly effect: "grant" | "prohibit" | "require";
  readonly status: RuleStatus;
  readonly by?: string;
  /** Minor units; of grants that hold surely or maybe, for a gesture with amount. */
  readonly limit?: number;
  /** The duties the rule itself states. */
  readonly duties?: { readonly note?: boolean | undefined; readonly evidence?: boolean | undefined; readonly secondPersonAbove?: number | undefined };
  readonly failed: readonly FailedDimension[];
}

/** A budget that binds the request in the role that answers. An unknown subject leaves 0. */
export interface BudgetEntry {
  readonly code: string;
  readonly subject: "person" | "team" | "site" | "customer";
  readonly unit: "minor" | "count";
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
}

/** The verdict and all it can be recomputed from; rules and budgets in order of their codes. */
export interface Explanation {
  readonly verdict: Verdict;
  readonly caseTotal: number;
  readonly rules: readonly RuleEntry[];
  readonly budgets: readonly BudgetEntry[];
}
