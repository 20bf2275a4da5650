import { describe, expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { bare, documentWith, refund } from "../sample-policy.ts";
import type { DecisionRequest } from "../verdict.ts";
import type { PastCase } from "./past-case.ts";
import { escalated, past, run, sum } from "./sample-run.ts";

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
