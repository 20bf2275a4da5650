import type { MoneyValue, Outcome, Reason } from "../verdict.ts";
import type { Doubt } from "./judge.ts";
import type { CaseState } from "./past-case.ts";

export const simulationModes = ["stateful", "stateless"] as const;
/** `stateful`: counters and case totals grow under the draft; `stateless`: they are what was recorded. */
export type SimulationMode = (typeof simulationModes)[number];

export const simulationSources = ["recorded", "imported"] as const;
/** `recorded`: decisions of this installation; `imported`: cases of another system. */
export type SimulationSource = (typeof simulationSources)[number];

/** Numbers by outcome then (rows) and under the draft (columns). */
export type Matrix = Readonly<Record<Outcome, Readonly<Record<Outcome, number>>>>;

/** One side of a comparison; `cost` in minor units of the report's currency. */
export interface Side extends Readonly<Record<Outcome, number>> {
  readonly cost: number;
}

/** Cases of one rule, department, site, role or gesture; `code` null: none. */
export interface GroupRow {
  readonly code: string | null;
  readonly before: Side;
  readonly after: Side;
  /** Business minutes; negative where more wait. */
  readonly waitingMinutesSaved: number;
}

/** One case with both verdicts; amounts in minor units of the report's currency. */
export interface CaseExample {
  readonly id: string;
  readonly label: string;
  readonly decidedAt: string;
  readonly gesture: string;
  readonly reason: string;
  /** null for a gesture without amount. */
  readonly amount: number | null;
  readonly site: string | null;
  readonly before: {
    readonly outcome: Outcome;
    readonly state: CaseState;
    readonly reason: string | null;
    readonly rule: string | null;
    readonly given: number;
    readonly waitingMinutes: number | null;
  };
  readonly after: {
    readonly outcome: Outcome;
    readonly reason: Reason;
    readonly rule: string | null;
    readonly limit: number | null;
    readonly room: number | null;
    readonly binding: string | null;
  };
}

/** A case whose recorded version answers otherwise now than it did. */
export interface Irreproducible {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly recorded: { readonly outcome: Outcome; readonly reason: string | null; readonly rule: string | null };
  readonly replayed: { readonly outcome: Outcome; readonly reason: string; readonly rule: string | null };
}

/** The first gate: the recorded versions on the recorded cases. */
export interface Reproduction {
  /** Cases whose version is known. */
  readonly cases: number;
  readonly same: number;
  /** Cases without a known version: nothing to hold them against. */
  readonly withoutVersion: number;
  /** At most 20 of those that differ. */
  readonly different: readonly Irreproducible[];
}

export interface NotJudged extends Doubt {
  readonly cases: number;
}

/** What the figures rest on besides the records. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly params: Readonly<Record<string, string | number | MoneyValue | readonly string[]>>;
}

export type AssumptionCode =
  /** What was asked for followed the limits of then. Always there. */
  | "past_requests"
  /** Whoever asked by choice asks again. */
  | "choice_kept"
  /** What was taken back is taken back again. */
  | "cancelled_kept"
  /** An approver gave less than asked for; where the draft grants, the lesser amount is kept. */
  | "approved_amount_kept"
  /** Who approved then approves again, whatever their budgets say under the draft. */
  | "approvers_kept"
  /** Cases newly escalated are approved in the recorded share of their rule, in full. */
  | "approved_as_recorded"
  /** No answer was recorded, so all of them are taken to be approved. */
  | "approved_without_record"
  /** They wait as long as the median of their rule. */
  | "median_wait"
  /** No wait was recorded, so nobody can tell how long they wait. */
  | "wait_unknown"
  /** Up to the first day everything happened as recorded. */
  | "history_kept"
  /** Counters and case totals are those recorded. */
  | "recorded_counters"
  /** Budgets that no version had then count from 0 in every case. */
  | "new_budgets"
  /** No flag was recorded, so none is taken to have been there. */
  | "no_flags"
  /** A gesture is proactive by its kind. */
  | "proactive_by_kind"
  /** People as they are today. */
  | "people_as_today"
  /** People not known here are taken to hold a role, and nothing else is known of them. */
  | "as_role";

/** How much approvers have to answer, by the role asked first; `null` role: not recorded. */
export interface ApproverLoad {
  readonly role: string | null;
  readonly before: number;
  readonly after: number;
  readonly perWeekBefore: number;
  readonly perWeekAfter: number;
}

/** What a draft would have made of past cases. */
export interface SimulationReport {
  /** Decided in the period. */
  readonly cases: number;
  /** Those the draft answers; every figure below is of these. */
  readonly judged: number;
  readonly notJudged: readonly NotJudged[];
  readonly reproduced: Reproduction;
  readonly currency: string;
  readonly transitions: Matrix;
  /** Amounts asked for, in minor units. */
  readonly amounts: Matrix;
  /** Given, and not taken back. */
  readonly cost: { readonly before: MoneyValue; readonly after: MoneyValue };
  /** Business minutes: those that need not wait any more less those that now must; null where no wait was recorded. */
  readonly waitingMinutesSaved: number | null;
  readonly waiting: {
    /** Escalated then, granted under the draft. */
    readonly freed: number;
    readonly minutesSaved: number;
    /** Not escalated then, escalated under the draft. */
    readonly added: number;
    readonly minutesAdded: number;
    /** Of both, those whose wait nobody recorded or can tell. */
    readonly unknown: number;
  };
  readonly weeks: number;
  readonly approvers: readonly ApproverLoad[];
  readonly byRule: readonly GroupRow[];
  readonly byDepartment: readonly GroupRow[];
  readonly bySite: readonly GroupRow[];
  readonly byRole: readonly GroupRow[];
  readonly byGesture: readonly GroupRow[];
  /** At most 20, spread over the transitions, those that change first. */
  readonly examples: readonly CaseExample[];
  readonly assumptions: readonly Assumption[];
}
