import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type CompiledPolicy, compilePolicy } from "../compile.ts";
import { policyWith, refund } from "../sample-policy.ts";
import type { Facts } from "../verdict.ts";
import { SharedApprovals } from "./answers.ts";
import { askings, type Given, lookUp, policies, recordHistory } from "./arbitraries.ts";
import { becomes, givenThen } from "./become.ts";
import { doubtOf } from "./judge.ts";
import { amountAsked, costThen, type PastCase } from "./past-case.ts";
import type { SimulationMode, SimulationReport } from "./report.ts";
import { always, answersOf, escalated, noon, nothingKnown, past, run, sum } from "./sample-run.ts";
import { simulate } from "./simulate.ts";

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

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
