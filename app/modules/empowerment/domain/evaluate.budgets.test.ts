import { describe, expect, test } from "vitest";
import { clerk, policyWith, refund } from "./sample-policy.ts";

const grant = { code: "STORE", limit: { perCase: 500 } };
const callback = { code: "CALL", gestures: ["callback"] };
const budget = (code: string, limit: number, rest: Record<string, unknown> = {}) => ({
  ...{ code, subject: "person", measure: "amount", window: "day", limits: [{ role: "*", limit }], onExceed: "escalate" },
  ...rest,
});
const used = (usage: Record<string, number>) => clerk({}, { usage });
const call = { gesture: "callback", reason: "fault", channel: "store", customer: { ref: "C" }, flags: [] };

describe("a gesture with amount", () => {
  test("the least left binds; on a tie the case, then the smaller code", () => {
    const policy = policyWith([grant], { budgets: [budget("B", 500), budget("A", 500)] });
    expect(policy.evaluate(refund(1), clerk()).binding).toBe("case");
    expect(policy.evaluate(refund(1), used({ A: 100, B: 100 }))).toMatchObject({ binding: "A", room: 400, limit: 500 });
    expect(policy.evaluate(refund(1), used({ A: 100, B: 101 }))).toMatchObject({ binding: "B", room: 399 });
  });

  test("over a budget is escalated, unless one that blocks is itself exceeded: then refused and bound by it", () => {
    const policy = policyWith([grant], { budgets: [budget("SOFT", 100), budget("HARD", 300, { onExceed: "block" }), budget("BLOCK", 200, { onExceed: "block" })] });
    expect(policy.evaluate(refund(150), clerk())).toMatchObject({ outcome: "escalated", reason: "over_budget", binding: "SOFT", room: 100 });
    expect(policy.evaluate(refund(301), clerk())).toMatchObject({ outcome: "refused", reason: "over_budget", binding: "BLOCK", room: 100 });
    expect(policy.evaluate(refund(250), clerk())).toMatchObject({ outcome: "refused", binding: "BLOCK" });
    expect(policy.evaluate(refund(9999), clerk())).toMatchObject({ outcome: "refused", binding: "BLOCK" });
  });

  test("a limit lowered below what is consumed leaves 0, never less", () => {
    expect(policyWith([grant], { budgets: [budget("A", 50)] }).evaluate(refund(1), used({ A: 80 }))).toMatchObject({ room: 0, binding: "A", reason: "over_budget" });
  });

  test("a budget by number leaves everything or nothing, beside one by amount", () => {
    const policy = policyWith([grant], { budgets: [budget("COUNT", 3, { measure: "count" }), budget("SUM", 400)] });
    expect(policy.evaluate(refund(400), used({ COUNT: 2 }))).toMatchObject({ outcome: "granted", room: 400, binding: "SUM" });
    expect(policy.evaluate(refund(1), used({ COUNT: 3 }))).toMatchObject({ outcome: "escalated", reason: "over_budget", room: 0, binding: "COUNT" });
  });

  test("a budget counts only the gestures and reasons it names; left out or empty means any", () => {
    const policy = policyWith([grant], { budgets: [budget("V", 0, { gestures: ["voucher"] }), budget("D", 0, { reasons: ["delay"] }), budget("ALL", 9, { gestures: [], reasons: null })] });
    expect(policy.evaluate(refund(1), clerk())).toMatchObject({ room: 9, binding: "ALL" });
    expect(policy.evaluate(refund(1, { reason: "delay" }), clerk())).toMatchObject({ room: 0, binding: "D" });
  });

  test("an unknown customer or site leaves 0 for its budgets and waits for the fact, also where it says block; none does not bind", () => {
    const policy = policyWith([grant], { budgets: [budget("CUST", 300, { subject: "customer", onExceed: "block" }), budget("SITE", 400, { subject: "site" })] });
    expect(policy.evaluate(refund(1, { customer: { tier: "gold" } }), clerk())).toMatchObject({ outcome: "escalated", reason: "fact_unknown", room: 0, binding: "CUST", unknown: ["customer.ref"] });
    expect(policy.evaluate(refund(1), clerk({ site: null }))).toMatchObject({ reason: "fact_unknown", room: 0, binding: "SITE", unknown: ["actor.site"] });
    expect(policy.evaluate(refund(500, { customer: "none" }), clerk({ site: "none" }))).toMatchObject({ outcome: "granted", binding: "case", unknown: [] });
  });

  test("an amount that would not fit either, once the unknown is left out, has the reason it would have", () => {
    const policy = policyWith([grant], { budgets: [budget("CUST", 300, { subject: "customer" }), budget("SUM", 100)] });
    expect(policy.evaluate(refund(100, { customer: null }), clerk()).reason).toBe("fact_unknown");
    expect(policy.evaluate(refund(101, { customer: null }), clerk())).toMatchObject({ reason: "over_budget", binding: "CUST" });
  });

  test("the second person is asked only when it would be granted", () => {
    const policy = policyWith([{ ...grant, duties: { secondPersonAbove: 100 } }], { budgets: [budget("SUM", 300)] });
    expect(policy.evaluate(refund(100), clerk()).outcome).toBe("granted");
    expect(policy.evaluate(refund(101), clerk())).toMatchObject({ outcome: "escalated", reason: "second_person_required", secondPersonAbove: 100, binding: "SUM" });
    expect(policy.evaluateConfirmed(refund(101), clerk())).toMatchObject({ outcome: "granted", secondPersonAbove: 100 });
    expect(policy.evaluate(refund(301), clerk()).reason).toBe("over_budget");
  });
});

describe("a gesture without amount", () => {
  test("it has no limit and no room; granted it binds nothing, and budgets by amount do not count it", () => {
    const policy = policyWith([callback, { ...callback, code: "ALSO" }], { budgets: [budget("SUM", 0)] });
    expect(policy.evaluate(call, clerk())).toMatchObject({ outcome: "granted", reason: "within_case_limit", rule: "ALSO", limit: null, room: null, binding: null });
  });

  test("a full budget by number stops it: refused where one blocks, else escalated, else waiting for the customer", () => {
    const count = (code: string, rest: Record<string, unknown> = {}) => budget(code, 1, { measure: "count", ...rest });
    const budgets = [count("A", { subject: "customer" }), count("B"), count("C", { onExceed: "block" }), count("D", { onExceed: "block" })];
    const policy = policyWith([callback], { budgets });
    const unknown = { ...call, customer: null };
    expect(policy.evaluate(unknown, used({ B: 1, C: 1, D: 1 }))).toMatchObject({ outcome: "refused", reason: "over_budget", binding: "C" });
    expect(policy.evaluate(unknown, used({ B: 1 }))).toMatchObject({ outcome: "escalated", reason: "over_budget", binding: "B" });
    expect(policy.evaluate(unknown, clerk())).toMatchObject({ outcome: "escalated", reason: "fact_unknown", binding: "A", rule: "CALL", limit: null, room: null });
    expect(policy.evaluate(call, clerk()).outcome).toBe("granted");
  });

  test("nothing that grants leaves null, as does a prohibition", () => {
    expect(policyWith([grant]).evaluate(call, clerk())).toMatchObject({ reason: "no_rule_covers", limit: null, room: null, rule: null });
    expect(policyWith([callback, { code: "NO", effect: "prohibit", gestures: [] }]).evaluate(call, clerk())).toMatchObject({ outcome: "refused", limit: null, room: null, rule: "NO" });
  });
});
