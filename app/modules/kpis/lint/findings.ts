import type { Role } from "#access/roles.ts";
import type { KpiDefinition, KpiPoint, KpiStatus, Stage } from "../definition.ts";

export const FINDING_CODES = [
  ...(["no_lens", "no_owner", "no_why", "no_guardrail", "not_influenceable", "no_source", "internal_view", "one_silo", "silent", "small_sample", "target_moved", "only_good_news"] as const),
  ...(["conflict_declared", "conflict_seen", "cost_pushed", "below_customer_share", "outcome_unowned", "rose_while_customer_lost"] as const),
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** `must`: nobody should be measured by it before it is mended; `should`: worth a talk; `pattern`: seen in figures, no proof. */
export const SEVERITIES = ["must", "should", "pattern"] as const;
export type Severity = (typeof SEVERITIES)[number];

const SEVERITY: Readonly<Record<FindingCode, Severity>> = {
  no_lens: "must", no_owner: "must", no_why: "must", no_guardrail: "must", not_influenceable: "must", no_source: "must", below_customer_share: "must", cost_pushed: "must",
  internal_view: "should", one_silo: "should", silent: "should", small_sample: "should", target_moved: "should", only_good_news: "should", conflict_declared: "should", outcome_unowned: "should",
  conflict_seen: "pattern", rose_while_customer_lost: "pattern",
};

/** What a finding stands on: plain data, from which words are made. */
export interface Evidence {
  readonly departments?: readonly string[];
  readonly roles?: readonly Role[];
  readonly stage?: Stage;
  /** Fields without words, as `why.en`. */
  readonly missing?: readonly string[];
  readonly n?: number;
  readonly minimum?: number;
  /** Calendar days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly periods?: number;
  readonly tau?: number;
  readonly changes?: readonly { readonly at: string; readonly from: number | null; readonly to: number | null }[];
  /** First and last value of each of `kpis` in the periods looked at. */
  readonly moved?: readonly { readonly kpi: string; readonly first: number; readonly last: number }[];
  readonly share?: number;
}

export interface Finding {
  /** The same finding has the same key as long as it is about the same things. */
  readonly key: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Codes, the first is whose finding it is. */
  readonly kpis: readonly string[];
  /** Id of the scorecard it is about. */
  readonly scorecard: string | null;
  readonly evidence: Evidence;
}

/** A target that was moved, and what was changed in how work is done for it. */
export interface TargetChange {
  /** Instant, ISO. */
  readonly at: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Id of the operational change behind it. */
  readonly improvement: string | null;
}

/** One KPI with what lint looks at. */
export interface LintKpi {
  readonly definition: KpiDefinition;
  readonly status: KpiStatus;
  readonly changedTargets: readonly TargetChange[];
  /** Ended periods, oldest first; those of another version than the newest are passed over. */
  readonly series: readonly KpiPoint[];
  /** Roles whose scorecards it stands on. */
  readonly scoredOn: readonly Role[];
}

export interface LintScorecard {
  readonly id: string;
  /** Percent of the weights that stand on customer lenses. */
  readonly customerShare: number;
  readonly minimum: number;
}

export function finding(code: FindingCode, kpis: readonly string[], evidence: Evidence = {}, scorecard: string | null = null): Finding {
  const about = [...kpis, ...(scorecard === null ? [] : [scorecard]), ...(code === "outcome_unowned" && evidence.stage !== undefined ? [evidence.stage] : [])];
  return { key: `${code}:${about.join("+")}`, code, severity: SEVERITY[code], kpis, scorecard, evidence };
}

/** What must be mended first, then in order of key. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
