import type { HoldReason, Narrowing, Widening } from "../domain/proposals/evidence.ts";
import type { ProposalEvidence } from "../domain/proposals/stored-evidence.ts";
import type { MoneyView, NamedCode, PersonView } from "../view-models.ts";

/** One proposal as a line: what it changes, and the counts it rests on. */
export interface ProposalLine {
  readonly id: string;
  readonly kind: "widen" | "narrow";
  readonly rule: NamedCode;
  /** null: the whole rule */
  readonly reason: NamedCode | null;
  readonly from: MoneyView;
  readonly to: MoneyView;
  readonly hits: number;
  readonly n: number;
  /** Fraction; lower end of the interval. */
  readonly bound: number | null;
  readonly state: "open" | "accepted" | "rejected" | "superseded";
  readonly createdAt: string;
  readonly answeredAt: string | null;
  readonly answeredBy: PersonView | null;
  readonly note: string | null;
  readonly draftVersion: number | null;
  readonly trialBegins: string | null;
  readonly trialEndsAt: string | null;
  readonly trialOutcome: "confirmed" | "returned" | "superseded" | null;
  readonly returnVersion: number | null;
}

/** One rule with a limit, and the verdict of its cases. */
export interface RuleLine {
  readonly rule: NamedCode;
  readonly limit: MoneyView;
  readonly kind: "widen" | "narrow" | "hold";
  readonly hold: HoldReason | null;
  /** Rules that stand in the way of what some reasons ask for. */
  readonly stoppedBy: readonly NamedCode[];
  readonly widening: Widening;
  readonly narrowing: Narrowing;
}

export interface ProposalsPage {
  readonly windowDays: number;
  /** The fewest cases of one mind that can convince. */
  readonly needed: number;
  /** Fraction that the lower end must reach. */
  readonly certainty: number;
  readonly open: readonly ProposalLine[];
  readonly trials: readonly ProposalLine[];
  readonly past: readonly ProposalLine[];
  readonly rules: readonly RuleLine[];
  /** false while no policy is in force */
  readonly hasPolicy: boolean;
  readonly maySearch: boolean;
}

export interface ProposalDetail extends ProposalLine {
  readonly window: { readonly from: string; readonly to: string };
  readonly evidence: ProposalEvidence;
  readonly certainty: number;
  readonly trialDays: number;
  readonly noticeDays: number;
  readonly examples: readonly { readonly id: string; readonly number: string }[];
  /** Versions already published for a coming day, which a draft of the version in force leaves out. */
  readonly coming: readonly { readonly version: number; readonly at: string }[];
  readonly may: { readonly answer: boolean; readonly accept: boolean; readonly confirm: boolean };
  /** Why the reader may not accept or confirm although their role could. */
  readonly barred: "own_authority" | "own_proposal" | null;
}
