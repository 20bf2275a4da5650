import type { BudgetSubjects } from "../budget-places.ts";
import type { DecisionRequest, Facts, Outcome } from "../verdict.ts";

export const caseStates = ["granted", "pending", "approved", "declined", "returned", "expired", "cancelled", "refused"] as const;
export type CaseState = (typeof caseStates)[number];

/** Whose authority an approval used; amounts in minor units, instants in milliseconds since 1970. */
export interface RecordedApproval {
  readonly at: number;
  /** null for a gesture without amount. */
  readonly amount: number | null;
  /** Whose person and team budgets were taken: the approver, or the requester beside a second person; null: not known. */
  readonly payer: { readonly personId: string; readonly managerId: string | null } | null;
  readonly role: string;
  /** The version the answer went by; null: none is known. */
  readonly version: number | null;
}

/** How a case ended then. */
export interface RecordedEnd {
  readonly outcome: Outcome;
  readonly state: CaseState;
  /** The deciding reason, `escalated_by_choice` where somebody asked though they need not; null: not recorded. */
  readonly reason: string | null;
  readonly rule: string | null;
  /** The role that answered; null: a prohibition, or not recorded. */
  readonly role: string | null;
  /** What was given by the requester alone, in minor units; null for a gesture without amount. */
  readonly granted: number | null;
  readonly approval: RecordedApproval | null;
  readonly cancelledAt: number | null;
  /** Business minutes until an escalated case was answered; null: not escalated, not answered, or not recorded. */
  readonly waitingMinutes: number | null;
  /** The role that was asked where no version tells; null: not recorded. */
  readonly askedRole: string | null;
  readonly usage: Facts["usage"];
  readonly caseTotal: number;
}

/** One request of the past with all that was known when it was decided, and how it ended. */
export interface PastCase {
  readonly id: string;
  /** What people call it: `D-2026-004812`, or the id of the system it comes from. */
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly decidedAt: number;
  /** As it was evaluated; `escalate` where somebody asked by choice. */
  readonly request: DecisionRequest;
  readonly actor: Facts["actor"];
  /** False where the person is not known here, so that the courses they held are not either. */
  readonly actorKnown: boolean;
  readonly subjects: BudgetSubjects;
  readonly departmentCode: string | null;
  readonly caseRef: string | null;
  readonly orderRef: string | null;
  /** Whether a later case has the same `caseRef`; where none has, what was given in it need not be remembered. */
  readonly caseGoesOn: boolean;
  /** The policy version that decided; null: none is known. */
  readonly version: number | null;
  readonly recorded: RecordedEnd;
}

/** What a case had cost when it ended: minor units given, 0 where nothing was or it was taken back. */
export function costThen({ recorded: { state, granted, approval } }: PastCase): number {
  if (state === "granted") return granted ?? 0;
  return state === "approved" ? (approval?.amount ?? 0) : 0;
}

/** The amount asked for in minor units; null for a gesture without amount. */
export function amountAsked({ request }: PastCase): number | null {
  return request.amount?.minor ?? null;
}
