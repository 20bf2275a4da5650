import type { Bet } from "../domain/insights/bet.ts";
import type { Gap, Share, Spread } from "../domain/insights/figures.ts";
import type { Bunching, LimitEdge } from "../domain/insights/limits.ts";
import type { CareSide } from "../domain/insights/same-care.ts";
import type { AuthorityRule, Bilingual, NamedCode, PersonView } from "../view-models.ts";

export type { Bet, BetPoint, BetVerdict } from "../domain/insights/bet.ts";
export type { Gap, Share, Spread } from "../domain/insights/figures.ts";
export type { Bunching, EdgeSide, LimitEdge } from "../domain/insights/limits.ts";

/** The time looked at; amounts of a view are minor units of its currency. */
export interface PeriodView {
  /** Instants, from ≤ x < to. */
  readonly from: string;
  readonly to: string;
  /** null: chosen by day */
  readonly months: number | null;
  readonly timeZone: string;
  readonly currency: string;
  /** false: only what lies within the reader's reach */
  readonly everything: boolean;
}

/** What became of cases; refused by a rule and still open ones stand apart. */
export interface OutcomeCounts {
  readonly alone: number;
  readonly approved: number;
  readonly inFull: number;
  readonly declined: number;
  readonly returned: number;
  readonly expired: number;
  readonly refused: number;
  readonly pending: number;
  readonly overturned: number;
  /** Minor units granted or approved. */
  readonly given: number;
}

/** Shares made of these counts. */
export interface OutcomeShares {
  /** Granted alone ÷ decided: alone, approved, declined, returned with coaching or expired. */
  readonly autonomy: Share;
  /** Approved ÷ approved or declined. */
  readonly approval: Share;
  /** Overturned ÷ granted or approved. */
  readonly overturn: Share;
}

export interface RuleOutcomes extends OutcomeCounts, OutcomeShares {
  /** null: no rule covered the case */
  readonly rule: NamedCode | null;
  /** Whether the version in force still has it. */
  readonly inForce: boolean;
}

export interface ApproverOutcomes {
  readonly person: PersonView;
  readonly answered: number;
  readonly returned: number;
  /** Approved ÷ approved or declined. */
  readonly approval: Share;
  /** Business minutes from the question to the answer. */
  readonly minutes: Spread;
  /** Answered after its time or not at all ÷ all questions put to them. */
  readonly late: Share;
  /** Overturned later ÷ approved. */
  readonly overturn: Share;
}

export interface TimesView {
  /** Business minutes from the decision to when the customer had it. */
  readonly alone: Spread;
  readonly approved: Spread;
}

export interface LifeOverview {
  readonly period: PeriodView;
  readonly total: OutcomeCounts & OutcomeShares;
  readonly months: readonly { readonly month: string; readonly autonomy: Share }[];
  readonly times: TimesView;
  readonly rules: readonly RuleOutcomes[];
  /** null for whoever may not read them */
  readonly approvers: readonly ApproverOutcomes[] | null;
}

export interface GapRow {
  readonly gesture: NamedCode;
  readonly reason: NamedCode;
  readonly channel: NamedCode;
  /** The role of whoever asked. */
  readonly role: string | null;
  readonly count: number;
  /** Asked for and approved, minor units. */
  readonly asked: number;
  readonly given: number;
  /** Approved ÷ approved or declined. */
  readonly approval: Share;
  readonly last: string;
}

export interface UnusedRule {
  readonly rule: NamedCode;
  /** Days of the period on which it was in force. */
  readonly days: number;
  /** Active people it is meant for. */
  readonly people: number;
}

/** People whom the rules give authority and who decided nothing alone; null where fewer than five people are meant. */
export interface UnusedByRole {
  readonly role: string;
  readonly unused: Share | null;
}

export interface GapsView {
  readonly period: PeriodView;
  readonly total: number;
  readonly gaps: readonly GapRow[];
  readonly unusedRules: readonly UnusedRule[];
  readonly unusedByRole: readonly UnusedByRole[];
}

export interface FearTeam {
  /** The team's manager; null: several teams as one, or nobody. */
  readonly manager: PersonView | null;
  readonly teams: number;
  readonly people: number;
  readonly asked: Share;
  readonly reasons: readonly { readonly reason: string | null; readonly count: number }[] | null;
}

export interface FearView {
  readonly period: PeriodView;
  /** null: fewer than five people all together */
  readonly fear: { readonly teams: readonly FearTeam[]; readonly others: FearTeam | null; readonly total: FearTeam } | null;
}

export interface LimitRow extends Bunching {
  readonly rule: NamedCode;
}

export interface LimitsView {
  readonly period: PeriodView;
  readonly bunching: readonly LimitRow[];
  readonly edge: LimitEdge;
}

export interface CareRow {
  readonly reason: NamedCode;
  readonly side: CareSide;
  /** Within which channel tiers and sites are compared. */
  readonly channel: NamedCode | null;
  /** null: a walk-in, or no site */
  readonly group: NamedCode | null;
  readonly n: number;
  readonly others: number;
  readonly amount: Spread;
  readonly asked: Share;
  readonly minutes: Spread;
  readonly amountGap: Gap | null;
  readonly askedGap: Gap | null;
  readonly minutesGap: Gap | null;
  readonly worse: readonly ("amount" | "asked" | "minutes")[];
  readonly explainedBy: readonly NamedCode[];
}

export interface LesserRuleRow {
  readonly lesser: NamedCode;
  readonly greater: NamedCode;
  readonly by: readonly ("tier" | "site" | "channel" | "value")[];
  readonly reasons: readonly NamedCode[];
  readonly lesserLimit: number;
  readonly greaterLimit: number;
  readonly why: Bilingual;
  readonly silent: readonly ("vi" | "en")[];
}

export interface GoodwillRow {
  readonly ref: string;
  /** Masked. */
  readonly name: string | null;
  readonly tier: NamedCode | null;
  readonly count: number;
  readonly given: number;
  readonly reasons: number;
  readonly people: number;
  readonly last: string;
}

export interface CareView {
  readonly period: PeriodView;
  /** Comparisons made; of twenty one differs by chance. */
  readonly compared: number;
  readonly worse: readonly CareRow[];
  readonly lesserRules: readonly LesserRuleRow[];
  /** Customers given something often in the last ninety days; null for whoever may not list customers. */
  readonly goodwill: readonly GoodwillRow[] | null;
}

/** A rule's bet with what came of it; months are calendar months of the period, `given` null where it has no amount. */
export interface BetView extends Bet {
  readonly rule: NamedCode;
  readonly acceptedLossPerMonth: number;
  readonly because: Bilingual;
  readonly reviewBy: string | null;
  readonly months: readonly { readonly month: string; readonly given: number | null; readonly times: number }[];
}

export interface BetsView {
  readonly period: PeriodView;
  readonly bets: readonly BetView[];
}

export interface RuleReviewView {
  readonly id: string;
  readonly at: string;
  readonly by: PersonView;
  readonly version: number;
  readonly decision: "keep" | "change" | "stop";
  readonly note: string;
  readonly reviewBy: string | null;
}

/** Everything about one rule on a page of its own. */
export interface RulePage {
  readonly rule: AuthorityRule & {
    readonly roles: readonly string[];
    readonly owner: string | null;
    readonly serves: { readonly kind: string; readonly text: Bilingual } | null;
    readonly say: Bilingual | null;
    readonly reviewBy: string | null;
  };
  readonly currency: string;
  /** The version the words are of, and whether it is the one in force. */
  readonly version: number;
  readonly inForce: boolean;
  readonly reviews: readonly RuleReviewView[];
  /** The day by which it must be looked at again: the last review's, else the rule's own; null: none is set. */
  readonly reviewDue: string | null;
  /** Whether that day is here or past. */
  readonly due: boolean;
  readonly mayReview: boolean;
  /** null for whoever may not read figures */
  readonly figures: RuleFigures | null;
}

export interface RuleFigures {
  readonly period: PeriodView;
  readonly total: OutcomeCounts & OutcomeShares;
  readonly months: readonly { readonly month: string; readonly autonomy: Share }[];
  readonly times: TimesView;
  readonly bunching: Bunching | null;
  readonly edge: LimitEdge | null;
  /** Pairs of rules in which this one gives less, or more. */
  readonly lesserRules: readonly LesserRuleRow[];
  readonly bet: BetView | null;
}
