import type { CompiledPolicy } from "../compile.ts";
import type { DecisionRequest, Facts, RequestCustomer, RequestOrder } from "../verdict.ts";
import { caseStates, type CaseState, type PastCase, type RecordedApproval, type RecordedEnd } from "./past-case.ts";

/** What a file says of one case; see contracts.md §4. `"none"` as reference: known to be a walk-in, or without an order. */
export interface ImportedRow {
  readonly sourceId: string;
  readonly decidedAt: Date;
  readonly actorEmail: string | null;
  readonly gesture: string;
  readonly reason: string;
  readonly channel: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly customerRef: string | null;
  readonly customerTier: string | null;
  readonly customerLifetimeValue: number | null;
  readonly orderRef: string | null;
  readonly orderValue: number | null;
  readonly daysSincePurchase: number | null;
  readonly outcome: string;
  readonly approverEmail: string | null;
  readonly approvedAmount: number | null;
  readonly caseRef: string | null;
}

/** Somebody a file names, as they are today. */
export interface KnownPerson {
  readonly personId: string;
  readonly managerId: string | null;
  readonly siteCode: string | null;
  readonly departmentCode: string | null;
  readonly actor: Facts["actor"];
}

/** Outcomes a file may give: those of contracts.md §3, or the state a case ended in. */
export const importedOutcomes = ["granted", "escalated", "refused", ...caseStates.filter((state) => state !== "granted" && state !== "refused")] as const;

/** The state of an imported case: one that only says `escalated` was approved where an approver or an amount is named. */
export function importedState({ outcome, approverEmail, approvedAmount }: Pick<ImportedRow, "outcome" | "approverEmail" | "approvedAmount">): CaseState {
  if (outcome !== "escalated") return outcome as CaseState;
  if (approvedAmount !== null) return approvedAmount > 0 ? "approved" : "declined";
  return approverEmail === null ? "declined" : "approved";
}

/** Who had most to say, of the roles that approve. */
const rankOf = ["leader", "manager", "supervisor", "frontline"];

/** The role somebody approved in: the highest they hold; null: nobody known, or none that approves. */
function approvingRole(person: KnownPerson | undefined): string | null {
  return rankOf.find((role) => person?.actor.roles.includes(role) === true) ?? null;
}

/**
 * An imported case as one to replay. What the file leaves out is unknown; no flag is taken to have been there, a gesture
 * is proactive by its kind, and somebody whom nobody here knows holds `asRole` and nothing else.
 */
export function importedCase(row: ImportedRow, draft: CompiledPolicy, people: ReadonlyMap<string, KnownPerson>, asRole: string): PastCase {
  const known = row.actorEmail === null ? undefined : people.get(row.actorEmail);
  const customerRef = row.customerRef === "none" ? null : row.customerRef;
  const orderRef = row.orderRef === "none" ? null : row.orderRef;
  return {
    id: row.sourceId,
    label: row.sourceId,
    decidedAt: row.decidedAt.getTime(),
    request: requestOf(row, draft),
    actor: known?.actor ?? { roles: [asRole], courses: [] },
    actorKnown: known !== undefined,
    subjects: { personId: known?.personId ?? `email:${row.actorEmail ?? row.sourceId}`, managerId: known?.managerId ?? null, siteCode: known?.siteCode ?? null, customerRef },
    departmentCode: known?.departmentCode ?? null,
    caseRef: row.caseRef,
    orderRef,
    caseGoesOn: row.caseRef !== null,
    version: null,
    recorded: endOf(row, people),
  };
}

function requestOf(row: ImportedRow, draft: CompiledPolicy): DecisionRequest {
  const currency = row.currency ?? draft.document.currency;
  const money = (minor: number) => ({ minor, currency });
  const proactive = draft.document.gestures.some(({ code, kind }) => code === row.gesture && kind === "proactive");
  return {
    ...{ gesture: row.gesture, reason: row.reason, channel: row.channel, proactive, flags: [] },
    ...(row.amount === null ? {} : { amount: money(row.amount) }),
    ...(row.caseRef === null ? {} : { case: row.caseRef }),
    ...part("customer", row.customerRef, customerOf(row, money)),
    ...part("order", row.orderRef, orderOf(row, money)),
  };
}

/** `"none"`, what is known, or left out where nothing is. */
function part<K extends string, T extends object>(key: K, ref: string | null, known: T): { readonly [Key in K]?: T | "none" } {
  if (ref === "none") return { [key]: "none" } as { [Key in K]: "none" };
  return Object.keys(known).length === 0 ? {} : ({ [key]: known } as { [Key in K]: T });
}

function customerOf({ customerRef, customerTier, customerLifetimeValue }: ImportedRow, money: (minor: number) => { minor: number; currency: string }): RequestCustomer {
  return {
    ...(customerRef === null ? {} : { ref: customerRef }),
    ...(customerTier === null ? {} : { tier: customerTier }),
    ...(customerLifetimeValue === null ? {} : { lifetimeValue: money(customerLifetimeValue) }),
  };
}

function orderOf({ orderRef, orderValue, daysSincePurchase }: ImportedRow, money: (minor: number) => { minor: number; currency: string }): RequestOrder {
  return {
    ...(orderRef === null ? {} : { ref: orderRef }),
    ...(orderValue === null ? {} : { value: money(orderValue) }),
    ...(daysSincePurchase === null ? {} : { daysSincePurchase }),
  };
}

function endOf(row: ImportedRow, people: ReadonlyMap<string, KnownPerson>): RecordedEnd {
  const state = importedState(row);
  const outcome = state === "granted" || state === "cancelled" ? "granted" : state === "refused" ? "refused" : "escalated";
  const at = row.decidedAt.getTime();
  const approver = row.approverEmail === null ? undefined : people.get(row.approverEmail);
  const role = approvingRole(approver);
  const payer = approver === undefined || role === null ? null : { personId: approver.personId, managerId: approver.managerId };
  const approval: RecordedApproval | null = state === "approved" ? { at, amount: row.amount === null ? null : (row.approvedAmount ?? row.amount), role: role ?? "", payer, version: null } : null;
  return {
    ...{ outcome, state, reason: null, rule: null, role: null, waitingMinutes: null, usage: {}, caseTotal: 0 },
    granted: outcome === "granted" ? (row.approvedAmount ?? row.amount) : null,
    approval,
    cancelledAt: state === "cancelled" ? at : null,
    askedRole: outcome === "escalated" ? role : null,
  };
}
