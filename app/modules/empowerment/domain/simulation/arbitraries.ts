/** Random small histories: a policy, what was asked of it over some days, and how each case ended, kept the naive way. */
import fc from "fast-check";
import { localDay, weekdayOf, addDays } from "#kernel/period.ts";
import type { PolicyBudget, PolicyDocument } from "../../schemas.ts";
import { documents, factSets, requests } from "../arbitraries.ts";
import type { CompiledPolicy } from "../compile.ts";
import type { DecisionRequest, Facts, Verdict } from "../verdict.ts";
import { outcomeOf } from "./become.ts";
import type { PastCase, RecordedEnd } from "./past-case.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-27T15:00:00Z");

/** One thing asked: by whom, how long after the one before, and how it will end if it is escalated or granted. */
export interface Asking {
  readonly request: DecisionRequest;
  readonly actor: Facts["actor"];
  readonly person: number;
  readonly caseRef: string | null;
  readonly orderRef: string | null;
  readonly gap: number;
  readonly byChoice: boolean;
  readonly answer: "approved" | "less" | "declined" | "pending";
  readonly delay: number;
  readonly cancelAfter: number | null;
}

export const askings: fc.Arbitrary<Asking[]> = fc.array(
  fc.record({
    request: requests,
    actor: factSets.map(({ actor }) => actor),
    person: fc.integer({ min: 0, max: 2 }),
    caseRef: fc.option(fc.constantFrom("K-1", "K-2"), { nil: null, freq: 1 }),
    orderRef: fc.option(fc.constantFrom("O-1", "O-2"), { nil: null, freq: 2 }),
    gap: fc.constantFrom(0, 1, HOUR, 7 * HOUR, 23 * HOUR, 24 * HOUR, 40 * HOUR),
    byChoice: fc.boolean(),
    answer: fc.constantFrom("approved", "approved", "less", "declined", "pending"),
    delay: fc.constantFrom(1, HOUR, 26 * HOUR),
    cancelAfter: fc.option(fc.constantFrom(1, 2 * HOUR, 30 * HOUR), { nil: null, freq: 4 }),
  }),
  { minLength: 1, maxLength: 16, size: "max" },
);

/** Policies with case groups and windows short enough to end within a history. */
export const policies = fc
  .tuple(documents(7), fc.array(fc.constantFrom<PolicyBudget["window"]>("day", "week", "month", { rollingDays: 1 }, { rollingDays: 2 }), { minLength: 3, maxLength: 3 }), fc.boolean())
  .map(([document, windows, grouped]) => ({
    ...document,
    caseGroups: grouped ? [["refund", "voucher"]] : [],
    budgets: document.budgets.map((budget, at) => ({ ...budget, window: windows[at] ?? budget.window })),
  }));

/** What was given, as a plain row. */
export interface Given {
  readonly past: PastCase;
  readonly document: PolicyDocument;
  readonly at: number;
  readonly amount: number | null;
  readonly role: string;
  readonly payer: { readonly personId: string; readonly managerId: string | null } | null;
  readonly takenBackAt: number | null;
}

const listed = (set: readonly string[] | undefined, value: string) => set === undefined || set.length === 0 || set.includes(value);

function covers(document: PolicyDocument, budget: PolicyBudget, request: DecisionRequest): boolean {
  const valued = document.gestures.some(({ code, valued: has }) => has && code === request.gesture);
  return listed(budget.gestures, request.gesture) && listed(budget.reasons, request.reason) && (valued || budget.measure === "count");
}

function subject(budget: PolicyBudget, past: PastCase, payer: Given["payer"]): string | null {
  const { siteCode, customerRef } = past.subjects;
  if (budget.subject === "person") return payer?.personId ?? null;
  if (budget.subject === "team") return payer === null ? null : (payer.managerId ?? payer.personId);
  return budget.subject === "site" ? siteCode : customerRef;
}

function inWindow(window: PolicyBudget["window"], at: number, now: number, zone: string): boolean {
  if (typeof window === "object") return at > now - window.rollingDays * 24 * HOUR && at <= now;
  const [a, b] = [localDay(new Date(at), zone), localDay(new Date(now), zone)];
  if (window === "month") return a.slice(0, 7) === b.slice(0, 7);
  const monday = (day: string) => addDays(day, 1 - weekdayOf(day));
  return window === "day" ? a === b : monday(a) === monday(b);
}

const binds = (budget: PolicyBudget, role: string) => budget.limits.some((row) => row.role === role || row.role === "*");

/** What is consumed of each budget and the case total, by looking at every row. */
export function lookUp(document: PolicyDocument, past: PastCase, rows: readonly Given[]): { usage: Record<string, number>; caseTotal: number } {
  const now = past.decidedAt;
  const standing = rows.filter(({ at, takenBackAt }) => at <= now && (takenBackAt === null || takenBackAt > now));
  const usage: Record<string, number> = {};
  for (const budget of document.budgets) {
    const own = subject(budget, past, past.subjects);
    if (own === null || !covers(document, budget, past.request)) continue;
    const counted = standing.filter((row) => {
      const charged = budget.subject === "customer" || budget.subject === "site" || (row.payer !== null && binds(budget, row.role));
      return charged && covers(document, budget, row.past.request) && subject(budget, row.past, row.payer) === own && inWindow(budget.window, row.at, now, document.timeZone);
    });
    const used = counted.reduce((sum, { amount }) => sum + (budget.measure === "count" ? 1 : (amount ?? 0)), 0);
    if (used !== 0) usage[budget.code] = used;
  }
  const group = (gesture: string) => document.caseGroups.find((codes) => codes.includes(gesture)) ?? [gesture];
  const caseTotal = standing
    .filter(({ past: other, amount }) => {
      const sameCase = past.caseRef !== null && other.caseRef === past.caseRef;
      const known = past.orderRef !== null && past.subjects.customerRef !== null;
      const sameOrder = known && other.orderRef === past.orderRef && other.subjects.customerRef === past.subjects.customerRef && other.decidedAt > now - 24 * HOUR;
      return amount !== null && group(past.request.gesture).includes(other.request.gesture) && (sameCase || sameOrder);
    })
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return { usage, caseTotal };
}

function placed(asking: Asking, at: number, decidedAt: number, rest: readonly Asking[]): Omit<PastCase, "recorded" | "version"> {
  const { actor, person, caseRef, orderRef } = asking;
  const { customer, order } = asking.request;
  const customerRef = typeof customer === "object" && customer !== null ? (customer.ref ?? null) : null;
  const ordered = typeof order === "object" && order !== null ? { ...order, ...(orderRef === null ? { ref: null } : { ref: orderRef }) } : order;
  const site = actor.site ?? null;
  return {
    ...{ id: `D-${at}`, label: `D-${at}`, decidedAt, actor, actorKnown: true, departmentCode: null, caseRef },
    request: { ...asking.request, ...(ordered === undefined ? {} : { order: ordered }), ...(asking.byChoice && at % 5 === 0 ? { escalate: true } : {}) },
    subjects: { personId: `P-${person}`, managerId: person === 0 ? null : "P-0", siteCode: site === "none" ? null : site, customerRef },
    orderRef: typeof ordered === "object" && ordered !== null ? (ordered.ref ?? null) : null,
    caseGoesOn: caseRef !== null && rest.some((later) => later.caseRef === caseRef),
  };
}

function ending(asking: Asking, decidedAt: number, outcome: Verdict["outcome"], request: DecisionRequest): Pick<RecordedEnd, "state" | "granted" | "approval" | "cancelledAt" | "waitingMinutes"> {
  const amount = request.amount?.minor ?? null;
  const none = { granted: null, approval: null, cancelledAt: null, waitingMinutes: null };
  const cancelledAt = asking.cancelAfter === null ? null : decidedAt + asking.cancelAfter;
  if (outcome === "refused") return { ...none, state: "refused" };
  if (outcome === "granted") return { ...none, state: cancelledAt === null ? "granted" : "cancelled", granted: amount, cancelledAt };
  const waitingMinutes = asking.delay / 60_000;
  if (asking.answer === "pending") return { ...none, state: "pending" };
  if (asking.answer === "declined") return { ...none, state: "declined", waitingMinutes };
  const at = decidedAt + asking.delay;
  const given = amount === null ? null : asking.answer === "less" ? Math.max(1, amount - 1) : amount;
  const approval = { at, amount: given, role: "lead", payer: { personId: "P-9", managerId: "P-8" }, version: 1 };
  if (cancelledAt === null) return { ...none, state: "approved", approval, waitingMinutes };
  return cancelledAt < at ? { ...none, state: "cancelled", cancelledAt } : { ...none, state: "cancelled", approval, cancelledAt, waitingMinutes };
}

/** Records askings one after the other under a policy (version 1), each on what the rows before it say. */
export function recordHistory(policy: CompiledPolicy, asked: readonly Asking[]): PastCase[] {
  const rows: Given[] = [];
  let now = START;
  return asked.map((asking, at) => {
    now += asking.gap;
    const place = placed(asking, at, now, asked.slice(at + 1));
    const blank = { ...place, version: 1, recorded: null as unknown as RecordedEnd };
    const { usage, caseTotal } = lookUp(policy.document, blank, rows);
    const verdict = policy.evaluate(place.request, { now: new Date(now).toISOString(), actor: place.actor, usage, caseTotal });
    const outcome = outcomeOf(place, verdict);
    const reason = outcome === verdict.outcome ? verdict.reason : "escalated_by_choice";
    const end = ending(asking, now, outcome, place.request);
    const past: PastCase = { ...blank, recorded: { ...end, outcome, reason, rule: verdict.rule, role: verdict.role, askedRole: null, usage, caseTotal } };
    const { approval, granted, cancelledAt } = past.recorded;
    const common = { past, document: policy.document, takenBackAt: cancelledAt };
    if (approval !== null) rows.push({ ...common, at: approval.at, amount: approval.amount, role: approval.role, payer: approval.payer });
    else if (outcome === "granted") rows.push({ ...common, at: now, amount: granted, role: verdict.role ?? "", payer: past.subjects });
    return past;
  });
}

