import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type CompiledPolicy, compilePolicy } from "../compile.ts";
import { bare, clerk, documentWith, policyWith, refund, vnd } from "../sample-policy.ts";
import type { DecisionRequest, Facts } from "../verdict.ts";
import { answerHistory, type RecordedAnswer, SharedApprovals } from "./answers.ts";
import { askings, type Given, lookUp, policies, recordHistory } from "./arbitraries.ts";
import { becomes, givenThen } from "./become.ts";
import { doubtOf } from "./judge.ts";
import { amountAsked, costThen, type PastCase, type RecordedEnd } from "./past-case.ts";
import type { SimulationMode, SimulationReport } from "./report.ts";
import { simulate, type SimulationInput } from "./simulate.ts";

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

const always = { from: 0, to: 8.64e15 };
const nothingKnown = answerHistory([]);

function answersOf(cases: readonly PastCase[]) {
  const answers = cases.filter(({ recorded }) => recorded.outcome === "escalated").map(({ decidedAt, recorded }): RecordedAnswer => {
    const { rule, approval, state, waitingMinutes } = recorded;
    return { rule, approved: approval !== null ? true : state === "declined" ? false : null, waitingMinutes, elapsed: approval === null ? null : approval.at - decidedAt };
  });
  return answerHistory(answers);
}

function run(draft: CompiledPolicy, cases: readonly PastCase[], more: Partial<SimulationInput> = {}): SimulationReport {
  return simulate(cases, { draft, versions: new Map([[1, draft]]), mode: "stateful", answers: answersOf(cases), ...always, ...more });
}

const sum = (matrix: SimulationReport["transitions"]) => Object.values(matrix).flatMap((row) => Object.values(row)).reduce((a, b) => a + b, 0);
const diagonal = ({ granted, escalated, refused }: SimulationReport["transitions"]) => granted.granted + escalated.escalated + refused.refused;

const modes = fc.constantFrom<SimulationMode>("stateful", "stateless");
const histories = fc.tuple(policies, askings).map(([document, asked]) => {
  const policy = compilePolicy(document);
  return { policy, cases: recordHistory(policy, asked) };
});

describe("replaying the version that decided", () => {
  test("reproduces every case, changes nothing and saves nothing", () => {
    fc.assert(
      fc.property(histories, modes, ({ policy, cases }, mode) => {
        const report = run(policy, cases, { mode });
        expect(report.reproduced).toEqual({ cases: cases.length, same: cases.length, withoutVersion: 0, different: [] });
        expect(report.notJudged).toEqual([]);
        expect([report.judged, diagonal(report.transitions)]).toEqual([cases.length, cases.length]);
        expect(report.cost.after).toEqual(report.cost.before);
        expect([report.waiting.minutesSaved, report.waiting.minutesAdded, report.waitingMinutesSaved]).toEqual([0, 0, 0]);
        for (const { before, after } of report.approvers) expect(after).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test("tells a record that its version would not make", () => {
    const policy = policyWith([{ code: "R", limit: { perCase: 500_000 } }]);
    const [honest, changed] = [past({ request: refund(100_000) }), past({ request: refund(900_000), id: "D-2", label: "D-2", recorded: { reason: "within_case_limit", rule: "R" } })];
    const { reproduced } = run(policy, [honest, changed]);
    expect([reproduced.cases, reproduced.same]).toEqual([2, 1]);
    expect(reproduced.different).toEqual([
      { id: "D-2", label: "D-2", version: 1, recorded: { outcome: "granted", reason: "within_case_limit", rule: "R" }, replayed: { outcome: "escalated", reason: "over_case_limit", rule: "R" } },
    ]);
  });
});

/** What a run should answer, by looking at every earlier row for each case. */
function bruteForce(draft: CompiledPolicy, recorder: CompiledPolicy, cases: readonly PastCase[], from: number) {
  const rows: Given[] = [];
  const approvals = new SharedApprovals(answersOf(cases));
  const transitions = { granted: { granted: 0, escalated: 0, refused: 0 }, escalated: { granted: 0, escalated: 0, refused: 0 }, refused: { granted: 0, escalated: 0, refused: 0 } };
  const rooms = new Map<string, unknown>();
  let cost = 0;
  let left = 0;
  for (const past of cases) {
    const book = ({ giving, takenBackAt }: Pick<ReturnType<typeof becomes>, "giving" | "takenBackAt">) => {
      if (giving !== null) rows.push({ past, document: draft.document, takenBackAt, ...giving });
    };
    if (past.decidedAt < from) {
      book(givenThen(past));
      continue;
    }
    const facts = (known: { usage: Facts["usage"]; caseTotal: number }): Facts => ({ now: new Date(past.decidedAt).toISOString(), actor: past.actor, ...known });
    const verdict = draft.evaluate(past.request, facts(lookUp(draft.document, past, rows)));
    const then = recorder.evaluate(past.request, facts({ usage: past.recorded.usage, caseTotal: past.recorded.caseTotal }));
    if (doubtOf(draft, past, verdict, then.unknown) !== null) {
      left += 1;
      book(givenThen(past));
      continue;
    }
    const become = becomes(past, verdict, approvals);
    book(become);
    transitions[past.recorded.outcome][become.outcome] += 1;
    rooms.set(past.id, [verdict.limit, verdict.room, verdict.binding, verdict.reason]);
    cost += become.cost;
  }
  return { transitions, rooms, cost, left };
}

describe("a stateful run", () => {
  test("answers what looking at every earlier case would, down to each room", () => {
    fc.assert(
      fc.property(policies, policies, askings, fc.nat(12), (one, other, asked, skipped) => {
        const [recorder, draft] = [compilePolicy(one), compilePolicy(other)];
        const cases = recordHistory(recorder, asked);
        const from = cases[Math.min(skipped, cases.length - 1)]?.decidedAt ?? 0;
        const report = run(draft, cases, { versions: new Map([[1, recorder]]), from });
        const expected = bruteForce(draft, recorder, cases, from);
        expect(report.transitions).toEqual(expected.transitions);
        expect(report.cost.after.minor).toBe(expected.cost);
        expect(report.cases - report.judged).toBe(expected.left);
        const rooms = report.examples.map(({ id, after: { limit, room, binding, reason } }) => [id, [limit, room, binding, reason]] as const);
        expect(new Map(rooms)).toEqual(expected.rooms);
        expect(report.reproduced.same).toBe(report.reproduced.cases);
      }),
      { numRuns: 400 },
    );
  });

  test("loosening a limit can exhaust a monthly budget sooner", () => {
    const budgets = [{ code: "MONTH", subject: "person", measure: "amount", window: "month", limits: [{ role: "*", limit: 1_000_000 }], onExceed: "escalate" }];
    const cases = [900_000, 300_000].map((minor, at) => past({ id: `D-${at}`, label: `D-${at}`, decidedAt: noon + at * 3_600_000, request: refund(minor), caseRef: null, orderRef: null, ...(minor === 900_000 ? escalated({ state: "declined" }) : {}) }));
    const tight = policyWith([{ code: "R", limit: { perCase: 500_000 } }], { budgets });
    const loose = policyWith([{ code: "R", limit: { perCase: 900_000 } }], { budgets });
    expect(run(tight, cases).transitions).toMatchObject({ granted: { granted: 1 }, escalated: { escalated: 1 } });
    expect(run(loose, cases).transitions).toMatchObject({ granted: { escalated: 1 }, escalated: { granted: 1 } });
    expect(run(loose, cases, { mode: "stateless" }).transitions).toMatchObject({ granted: { granted: 1 }, escalated: { granted: 1 } });
  });

  test("begins with what had happened before the period", () => {
    const budgets = [{ code: "WEEK", subject: "customer", measure: "count", window: { rollingDays: 7 }, limits: [{ role: "*", limit: 1 }], onExceed: "block" }];
    const draft = policyWith([{ code: "R", limit: { perCase: 500_000 } }], { budgets });
    const cases = [past({ id: "D-1", decidedAt: noon - 86_400_000 }), past({ id: "D-2" })];
    expect(run(draft, cases, { from: noon }).transitions.granted).toEqual({ granted: 0, escalated: 0, refused: 1 });
    expect(run(draft, cases.slice(1), { from: noon }).transitions.granted).toEqual({ granted: 1, escalated: 0, refused: 0 });
  });

  test("refuses cases out of order", () => {
    expect(() => run(policyWith([]), [past({ decidedAt: 2 }), past({ decidedAt: 1 })])).toThrow(RangeError);
  });
});

describe("the figures", () => {
  test("add up to the sample, whatever is cut", () => {
    fc.assert(
      fc.property(policies, policies, askings, modes, (one, other, asked, mode) => {
        const [recorder, draft] = [compilePolicy(one), compilePolicy(other)];
        const cases = recordHistory(recorder, asked);
        const report = run(draft, cases, { versions: new Map([[1, recorder]]), mode });
        const notJudged = report.notJudged.reduce((total, { cases: left }) => total + left, 0);
        expect(report.judged + notJudged).toBe(report.cases);
        expect(sum(report.transitions)).toBe(report.judged);
        if (notJudged === 0) {
          expect(sum(report.amounts)).toBe(cases.reduce((total, each) => total + (amountAsked(each) ?? 0), 0));
          expect(report.cost.before.minor).toBe(cases.reduce((total, each) => total + costThen(each), 0));
        }
        for (const rows of [report.byRule, report.byDepartment, report.bySite, report.byRole, report.byGesture]) {
          const of = (side: "before" | "after") => rows.reduce((total, row) => total + row[side].granted + row[side].escalated + row[side].refused, 0);
          expect([of("before"), of("after")]).toEqual([report.judged, report.judged]);
          expect(rows.reduce((total, row) => total + row.after.cost, 0)).toBe(report.cost.after.minor);
          expect(rows.reduce((total, row) => total + row.waitingMinutesSaved, 0)).toBeCloseTo(report.waiting.minutesSaved - report.waiting.minutesAdded);
        }
        expect(report.examples.length).toBe(Math.min(20, report.judged));
        expect(report.assumptions[0]).toEqual({ code: "past_requests", params: {} });
      }),
      { numRuns: 200 },
    );
  });
});

const noon = Date.parse("2026-11-22T05:00:00Z");

type Wish = Partial<Omit<PastCase, "recorded">> & { readonly recorded?: Partial<RecordedEnd> };

/** A granted refund of a known customer's order, a case of its own; version 1. */
function past({ recorded = {}, ...more }: Wish = {}): PastCase {
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
function escalated(recorded: Partial<RecordedEnd>): { recorded: Partial<RecordedEnd> } {
  return { recorded: { outcome: "escalated", reason: "over_case_limit", granted: null, ...recorded } };
}

const approved = (amount: number, waitingMinutes: number): Partial<RecordedEnd> => ({
  ...{ state: "approved", waitingMinutes },
  approval: { at: noon + waitingMinutes * 60_000, amount, role: "supervisor", payer: { personId: "P-2", managerId: "P-3" }, version: 1 },
});

describe("what becomes of a case", () => {
  const limit = (perCase: number, more: Record<string, unknown> = {}) => policyWith([{ code: "R", limit: { perCase }, ...more }]);

  test("an approved one that is granted now waits no more, at the amount that was approved", () => {
    const cases = [past({ request: refund(800_000), ...escalated(approved(700_000, 42)) })];
    const report = run(limit(1_000_000), cases, { versions: new Map([[1, limit(500_000)]]) });
    expect(report.transitions.escalated.granted).toBe(1);
    expect(report.waitingMinutesSaved).toBe(42);
    expect(report.cost).toEqual({ before: vnd(700_000), after: vnd(700_000) });
    expect(report.assumptions).toContainEqual({ code: "approved_amount_kept", params: { cases: 1, amount: vnd(100_000) } });
  });

  test("a declined one that is granted now costs what was asked for", () => {
    const cases = [past({ request: refund(800_000), ...escalated({ state: "declined", waitingMinutes: 30 }) })];
    const report = run(limit(1_000_000), cases);
    expect([report.cost.before.minor, report.cost.after.minor, report.waitingMinutesSaved]).toEqual([0, 800_000, 30]);
  });

  test("a granted one that is escalated now is approved in the recorded share of its rule and waits the median", () => {
    const answers = answerHistory([
      ...Array.from({ length: 3 }, (_, at): RecordedAnswer => ({ rule: "R", approved: true, waitingMinutes: 10 * (at + 1), elapsed: 600_000 })),
      { rule: "R", approved: false, waitingMinutes: 200, elapsed: null },
      { rule: "OTHER", approved: false, waitingMinutes: 900, elapsed: null },
    ]);
    const cases = Array.from({ length: 8 }, (_, at) => past({ id: `D-${at}`, request: refund(400_000), subjects: { personId: "P-1", managerId: null, siteCode: null, customerRef: `C-${at}` } }));
    const report = run(limit(100_000), cases, { answers });
    expect(report.transitions.granted.escalated).toBe(8);
    expect(report.cost.after.minor).toBe(6 * 400_000);
    expect(report.waitingMinutesSaved).toBe(-8 * 25);
    expect(report.assumptions).toContainEqual({ code: "approved_as_recorded", params: { cases: 8, assumed: 6, answered: 5, approved: 3 } });
  });

  test("no wait was recorded: none is claimed", () => {
    const report = run(limit(100_000), [past({ request: refund(400_000) })], { answers: nothingKnown });
    expect(report.waitingMinutesSaved).toBe(null);
    expect(report.waiting).toEqual({ freed: 0, minutesSaved: 0, added: 1, minutesAdded: 0, unknown: 1 });
  });

  test("one asked by choice goes up again, and one taken back costs nothing", () => {
    const choice = past({ request: { ...refund(100_000), escalate: true }, ...escalated({ reason: "escalated_by_choice", state: "declined", waitingMinutes: 9 }) });
    const cancelled = past({ id: "D-2", decidedAt: noon + 1, recorded: { state: "cancelled", cancelledAt: noon + 60_000 } });
    const report = run(limit(500_000), [choice, cancelled]);
    expect(report.transitions).toMatchObject({ escalated: { escalated: 1 }, granted: { granted: 1 } });
    expect([report.cost.before.minor, report.cost.after.minor]).toEqual([0, 0]);
    expect(report.assumptions.map(({ code }) => code)).toEqual(expect.arrayContaining(["choice_kept", "cancelled_kept"]));
  });

  test("approvers are counted by the role asked first, per week", () => {
    const escalation = { to: "manager", withinMinutes: 15 };
    const cases = [past({ request: refund(800_000), ...escalated(approved(800_000, 5)) }), past({ id: "D-2", request: refund(300_000) })];
    const draft = limit(900_000, { duties: { secondPersonAbove: 200_000 } });
    const report = run(draft, cases, { versions: new Map([[1, limit(500_000, { escalation })]]), from: noon, to: noon + 14 * 86_400_000 });
    expect(report.approvers).toEqual([
      { role: "second_person", before: 0, after: 2, perWeekBefore: 0, perWeekAfter: 1 },
      { role: "manager", before: 1, after: 0, perWeekBefore: 0.5, perWeekAfter: 0 },
    ]);
  });
});

describe("what cannot be judged", () => {
  const plain = documentWith([{ code: "R", limit: { perCase: 500_000 } }]);
  const version = compilePolicy(plain);
  const judge = (draft: Record<string, unknown>, cases: readonly PastCase[], versions = new Map([[1, version]])) => run(compilePolicy(draft), cases, { versions });
  const withoutValue = past({ request: { ...refund(400_000), customer: { ref: "C-1", tier: "gold" } } });

  test("a fact that the draft asks about and nobody recorded: never as denied", () => {
    const draft = documentWith([{ code: "R", limit: { perCase: 500_000 }, when: { lifetimeValue: { min: 1_000_000 } } }]);
    const report = judge(draft, [withoutValue, past({ id: "D-2" })]);
    expect([report.cases, report.judged, sum(report.transitions)]).toEqual([2, 1, 1]);
    expect(report.notJudged).toEqual([{ reason: "fact_not_recorded", params: { facts: ["customer.lifetimeValue"] }, cases: 1 }]);
  });

  test("but a case granted whatever that fact is, is judged", () => {
    const draft = documentWith([
      { code: "R", limit: { perCase: 500_000 } },
      { code: "R-RICH", limit: { perCase: 2_000_000 }, when: { lifetimeValue: { min: 1_000_000 } } },
    ]);
    expect(judge(draft, [withoutValue]).transitions.granted.granted).toBe(1);
  });

  test("and a fact that the version of then asked about in vain stays unknown", () => {
    const asking = compilePolicy(documentWith([{ code: "R", limit: { perCase: 500_000 }, when: { lifetimeValue: { min: 2_000_000 } } }]));
    const draft = documentWith([{ code: "R", limit: { perCase: 500_000 }, when: { lifetimeValue: { min: 1_000_000 } } }]);
    const report = judge(draft, [past({ request: withoutValue.request, ...escalated({ reason: "fact_unknown", rule: null }) })], new Map([[1, asking]]));
    expect(report.transitions.escalated.escalated).toBe(1);
  });

  test.each<[string, Record<string, unknown>, Partial<DecisionRequest>, Record<string, string>]>([
    ["unknown_gesture", { gestures: bare.gestures.filter(({ code }) => code !== "voucher"), caseGroups: [] }, { gesture: "voucher" }, { code: "voucher" }],
    ["unknown_reason", { reasons: bare.reasons.slice(0, 1) }, { reason: "delay" }, { code: "delay" }],
    ["unknown_channel", { channels: bare.channels.slice(0, 1) }, { channel: "chat" }, { code: "chat" }],
    ["unknown_tier", { tiers: bare.tiers.slice(0, 1) }, { customer: { ref: "C-1", tier: "platinum" } }, { code: "platinum" }],
    ["unknown_flag", { flags: [] }, { flags: ["fraud"] }, { code: "fraud" }],
    ["currency_mismatch", { currency: "USD" }, { customer: { ref: "C-1" }, order: { ref: "O-1" } }, { currency: "USD" }],
  ])("%s: the draft has no word for it", (reason, rest, asked, params) => {
    const report = judge(documentWith([{ code: "R", limit: { perCase: 500_000 } }], rest), [past({ request: refund(100_000, asked) })]);
    expect(report.notJudged).toEqual([{ reason, params, cases: 1 }]);
    expect(report.judged).toBe(0);
  });

  test("training of somebody who is not known here", () => {
    const draft = documentWith([{ code: "R", limit: { perCase: 500_000 }, who: { courses: ["BASICS"] } }]);
    expect(judge(draft, [past({ version: null, actorKnown: false })]).notJudged).toEqual([{ reason: "courses_not_recorded", params: {}, cases: 1 }]);
    expect(judge(draft, [past({ version: null })]).transitions.granted.escalated).toBe(1);
  });

  test("cases without a version are judged and held against nothing", () => {
    const report = judge(plain, [past({ version: null })]);
    expect([report.judged, report.reproduced.cases, report.reproduced.withoutVersion]).toEqual([1, 0, 1]);
  });
});

test("a run can be ended from outside after any case", () => {
  const cases = Array.from({ length: 5 }, (_, at) => past({ id: `D-${at}` }));
  const seen: number[] = [];
  const stop = new Error("stop");
  const each = (done: number) => {
    seen.push(done);
    if (done === 3) throw stop;
  };
  const policy = policyWith([]);
  expect(() => simulate(cases, { draft: policy, versions: new Map(), mode: "stateful", answers: nothingKnown, ...always }, each)).toThrow(stop);
  expect(seen).toEqual([1, 2, 3]);
});

