import type { CompiledPolicy } from "../compile.ts";
import { clerk, refund } from "../sample-policy.ts";
import type { DecisionRequest } from "../verdict.ts";
import { answerHistory, type RecordedAnswer } from "./answers.ts";
import type { PastCase, RecordedEnd } from "./past-case.ts";
import type { SimulationReport } from "./report.ts";
import { simulate, type SimulationInput } from "./simulate.ts";

export const always = { from: 0, to: 8.64e15 };
export const nothingKnown = answerHistory([]);

/** The answers that these cases had, as a run assumes them of others. */
export function answersOf(cases: readonly PastCase[]) {
  const answers = cases.filter(({ recorded }) => recorded.outcome === "escalated").map(({ decidedAt, recorded }): RecordedAnswer => {
    const { rule, approval, state, waitingMinutes } = recorded;
    return { rule, approved: approval !== null ? true : state === "declined" ? false : null, waitingMinutes, elapsed: approval === null ? null : approval.at - decidedAt };
  });
  return answerHistory(answers);
}

/** A stateful run over all time, held against the draft itself unless told otherwise. */
export function run(draft: CompiledPolicy, cases: readonly PastCase[], more: Partial<SimulationInput> = {}): SimulationReport {
  return simulate(cases, { draft, versions: new Map([[1, draft]]), mode: "stateful", answers: answersOf(cases), ...always, ...more });
}

/** How many cases a matrix holds. */
export const sum = (matrix: SimulationReport["transitions"]) => Object.values(matrix).flatMap((row) => Object.values(row)).reduce((a, b) => a + b, 0);

export const noon = Date.parse("2026-11-22T05:00:00Z");

type Wish = Partial<Omit<PastCase, "recorded">> & { readonly recorded?: Partial<RecordedEnd> };

/** A granted refund of a known customer's order, a case of its own; version 1. */
export function past({ recorded = {}, ...more }: Wish = {}): PastCase {
  const request: DecisionRequest = more.request ?? refund(100_000);
  const amount = request.amount?.minor ?? null;
  return {
    ...{ id: "D-1", label: "D-1", decidedAt: noon, request, actor: clerk().actor, actorKnown: true },
    ...{ subjects: { personId: "P-1", managerId: "P-2", siteCode: "HN-01", customerRef: "C-1" }, departmentCode: "RETAIL", caseRef: null, orderRef: null, caseGoesOn: false, version: 1 },
    ...more,
    recorded: {
      ...{ outcome: "granted", state: "granted", reason: "within_case_limit", rule: "R", role: "frontline", granted: amount, approval: null, cancelledAt: null },
      ...{ waitingMinutes: null, askedRole: null, usage: {}, caseTotal: 0, ...recorded },
    },
  };
}

/** Recorded as escalated over the limit. */
export function escalated(recorded: Partial<RecordedEnd>): { recorded: Partial<RecordedEnd> } {
  return { recorded: { outcome: "escalated", reason: "over_case_limit", granted: null, ...recorded } };
}

/** Approved by the supervisor after so many minutes. */
export const approved = (amount: number, waitingMinutes: number): Partial<RecordedEnd> => ({
  ...{ state: "approved", waitingMinutes },
  approval: { at: noon + waitingMinutes * 60_000, amount, role: "supervisor", payer: { personId: "P-2", managerId: "P-3" }, version: 1 },
});
