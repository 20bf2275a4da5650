import { describe, expect, test } from "vitest";
import { policyWith, refund, vnd } from "../sample-policy.ts";
import { answerHistory, type RecordedAnswer } from "./answers.ts";
import { approved, escalated, noon, nothingKnown, past, run } from "./sample-run.ts";

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
