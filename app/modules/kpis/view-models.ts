import type { Signal } from "#kernel/xmr.ts";
import type { Bilingual, Cadence, Direction, KpiDefinition, KpiStatus, Lens, Unit } from "./definition.ts";
import type { Health, Reading, TargetStanding } from "./domain/reading.ts";

/** A department, site or KPI with its name in both languages. */
export interface NamedView {
  readonly code: string;
  readonly name: Bilingual;
}

/** A figure with what it rests on. */
export interface FigureView {
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p90: number | null;
}

/** Whether figures come as agreed: computed and fed in time, late by some periods, or never yet. */
export interface TimelinessView {
  readonly code: "in_time" | "late" | "silent" | "never";
  /** Periods that are over and due, and have no figure, since the last one that came. */
  readonly missing: number;
  /** The last period that came. */
  readonly last: string | null;
}

export interface KpiRow {
  readonly code: string;
  readonly name: Bilingual;
  readonly why: Bilingual;
  readonly lens: Lens | null;
  readonly owners: readonly NamedView[];
  readonly status: KpiStatus;
  readonly unit: Unit;
  readonly cadence: Cadence;
  readonly direction: Direction;
  readonly target: number | null;
  /** The last whole period; null: nothing came yet. */
  readonly figure: FigureView | null;
  readonly reading: Reading["code"];
  /** Of a signal: which, and whether it is what one wants. */
  readonly signal: { readonly side: "above" | "below"; readonly good: boolean | null } | null;
  readonly standing: TargetStanding;
  readonly health: Health;
  readonly timeliness: TimelinessView;
  readonly hasDraft: boolean;
  /** The latest values, gaps as null. */
  readonly recent: readonly (number | null)[];
}

export interface PointView {
  readonly start: string;
  readonly end: string;
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly version: number;
  readonly signals: readonly { readonly signal: Signal; readonly side: "above" | "below" }[];
}

export interface SegmentView {
  /** Indexes of points; `end` not included. */
  readonly start: number;
  readonly end: number;
  readonly centre: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because: "first" | "definition" | "change";
}

/** Something that changed, at its day: an operational change, a policy, the way of counting, a target. */
export interface ChangeView {
  readonly day: string;
  readonly kind: "improvement" | "policy" | "definition" | "target";
  /** Its number or name; null for a definition or target. */
  readonly title: string | null;
  readonly href: string | null;
  readonly verified: boolean;
  /** Of a target. */
  readonly from: number | null;
  readonly to: number | null;
  readonly note: string | null;
  /** Of a definition. */
  readonly version: number | null;
}

export interface GuardrailView {
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly points: readonly { readonly start: string; readonly value: number | null; readonly n: number }[];
  readonly reading: Reading["code"];
  readonly good: boolean | null;
}

export interface CorrectionView {
  readonly at: string;
  readonly period: string;
  readonly by: string | null;
  readonly saidBy: string | null;
  readonly reason: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface RecountView {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly of: number;
}

export interface KpiView {
  readonly code: string;
  readonly status: KpiStatus;
  readonly version: number;
  readonly hasDraft: boolean;
  readonly definition: KpiDefinition;
  readonly owners: readonly NamedView[];
  readonly latest: FigureView | null;
  readonly points: readonly PointView[];
  readonly segments: readonly SegmentView[];
  readonly reading: Reading;
  readonly standing: TargetStanding;
  readonly health: Health;
  readonly timeliness: TimelinessView;
  readonly guardrails: readonly GuardrailView[];
  readonly changes: readonly ChangeView[];
  readonly corrections: readonly CorrectionView[];
  readonly recount: RecountView | null;
  readonly scope: { readonly department: string | null; readonly site: string | null };
  readonly may: { readonly design: boolean; readonly feed: boolean };
}

/** One place of the tree: company, department or site, with what it is answerable for. */
export interface TreeNode {
  readonly kind: "company" | "department" | "site";
  readonly code: string | null;
  readonly name: Bilingual | null;
  readonly kpis: readonly KpiRow[];
  readonly below: readonly TreeNode[];
}
