import { describe, expect, test } from "vitest";
import { clerk, policyWith, refund, vnd } from "./sample-policy.ts";

const store = { code: "STORE", limit: { perCase: 500_000 } };

describe("limits of a case", () => {
  test("an amount equal to the limit is granted, one minor unit more is over it", () => {
    const policy = policyWith([store]);
    expect(policy.evaluate(refund(500_000), clerk())).toMatchObject({ outcome: "granted", reason: "within_case_limit", rule: "STORE", limit: 500_000, room: 500_000, binding: "case" });
    expect(policy.evaluate(refund(500_001), clerk())).toMatchObject({ outcome: "escalated", reason: "over_case_limit", room: 500_000, binding: "case" });
  });

  test("splitting a refund gains nothing: what was given in the case counts", () => {
    const policy = policyWith([store]);
    expect(policy.evaluate(refund(400_000), clerk({}, { caseTotal: 100_000 })).outcome).toBe("granted");
    expect(policy.evaluate(refund(400_000), clerk({}, { caseTotal: 400_000 }))).toMatchObject({ reason: "case_total_over_limit", limit: 500_000, room: 100_000 });
    expect(policy.evaluate(refund(1), clerk({}, { caseTotal: 900_000 }))).toMatchObject({ reason: "case_total_over_limit", room: 0 });
    expect(policy.evaluate(refund(600_000), clerk({}, { caseTotal: 400_000 })).reason).toBe("over_case_limit");
  });

  test("a limit of 0 grants nothing", () => {
    expect(policyWith([{ code: "ZERO", limit: { perCase: 0 } }]).evaluate(refund(1), clerk())).toMatchObject({ outcome: "escalated", reason: "over_case_limit", limit: 0, room: 0, rule: "ZERO" });
  });

  test.each([
    [10, 999, 99],
    [1, 99, 0],
    [33, 100, 33],
    [100, 0, 0],
    [99, 9_007_199_254_740_991, 8_917_127_262_193_581],
    [7, 9_007_199_254_740_991, 630_503_947_831_869],
  ])("%i percent of %i is floored to %i", (percentOfOrder, value, limit) => {
    const policy = policyWith([{ code: "SHARE", limit: { percentOfOrder } }]);
    expect(policy.evaluate(refund(1, { order: { value: vnd(value) } }), clerk()).limit).toBe(limit);
  });

  test("a percentage of no order is 0; of an unknown one too, and the amount waits for that fact", () => {
    const policy = policyWith([{ code: "SHARE", limit: { percentOfOrder: 50 } }]);
    expect(policy.evaluate(refund(1, { order: "none" }), clerk())).toMatchObject({ outcome: "escalated", reason: "over_case_limit", limit: 0, unknown: [] });
    expect(policy.evaluate(refund(1, { order: null }), clerk())).toMatchObject({ outcome: "escalated", reason: "fact_unknown", limit: 0, room: 0, unknown: ["order.value"] });
    expect(policy.evaluate(refund(1, { order: { ref: "O" } }), clerk()).reason).toBe("fact_unknown");
  });

  test("with a ceiling beside the percentage, an amount above the ceiling is over it even when the order is unknown", () => {
    const policy = policyWith([{ code: "SHARE", limit: { perCase: 100, percentOfOrder: 50 } }]);
    expect(policy.evaluate(refund(100, { order: null }), clerk()).reason).toBe("fact_unknown");
    expect(policy.evaluate(refund(101, { order: null }), clerk()).reason).toBe("over_case_limit");
  });
});

describe("specificity", () => {
  const wide = { code: "WIDE", limit: { perCase: 1_000_000 } };
  const gold = { ...refund(1), customer: { ref: "C", tier: "gold" } };

  test.each([200_000, 2_000_000])("a narrower rule overrides a wider one, to %i", (perCase) => {
    const policy = policyWith([wide, { code: "GOLD", limit: { perCase }, when: { tiers: ["gold"] } }]);
    expect(policy.evaluate(gold, clerk())).toMatchObject({ limit: perCase, rule: "GOLD" });
  });

  test("two incomparable rules: the stricter counts; their intersection written as a rule overrides both", () => {
    const platinum = { code: "PLATINUM", limit: { perCase: 2_000_000 }, when: { tiers: ["platinum"] } };
    const chat = { code: "CHAT", limit: { perCase: 300_000 }, when: { channels: ["chat"] } };
    const both = { code: "BOTH", limit: { perCase: 1_000_000 }, when: { channels: ["chat"], tiers: ["platinum"] } };
    const request = refund(1, { channel: "chat", customer: { ref: "C", tier: "platinum" } });
    expect(policyWith([platinum, chat]).evaluate(request, clerk())).toMatchObject({ limit: 300_000, rule: "CHAT" });
    expect(policyWith([platinum, chat, both]).evaluate(request, clerk())).toMatchObject({ limit: 1_000_000, rule: "BOTH" });
  });

  test("the same scope twice: the stricter counts, with equal limits the smaller code", () => {
    expect(policyWith([wide, { ...wide, code: "AGAIN", limit: { perCase: 5 } }]).evaluate(refund(1), clerk())).toMatchObject({ limit: 5, rule: "AGAIN" });
    expect(policyWith([{ ...wide, code: "b" }, { ...wide, code: "B" }]).evaluate(refund(1), clerk()).rule).toBe("B");
  });

  test("any is wider than a list of all of today's values, and a maybe against such a list stays a maybe", () => {
    const policy = policyWith([wide, { code: "LISTED", limit: { perCase: 7 }, when: { tiers: ["standard", "gold", "platinum"] } }]);
    expect(policy.evaluate(refund(1), clerk())).toMatchObject({ rule: "LISTED", limit: 7 });
    expect(policy.evaluate(refund(8, { customer: { ref: "C" } }), clerk())).toMatchObject({ reason: "fact_unknown", rule: "LISTED", limit: 7, unknown: ["customer.tier"] });
  });

  test("more courses are narrower, a dated rule is narrower than the same undated one, a lower bound of 0 bounds nothing", () => {
    expect(policyWith([wide, { code: "TAUGHT", limit: { perCase: 9 }, who: { courses: ["A"] } }]).evaluate(refund(1), clerk({ courses: ["A"] })).rule).toBe("TAUGHT");
    expect(policyWith([wide, { code: "TET", limit: { perCase: 2_000_000 }, validFrom: "2026-11-01", validTo: "2026-12-01" }]).evaluate(refund(1), clerk()).rule).toBe("TET");
    const from0 = { code: "FROM0", limit: { perCase: 2_000_000 }, when: { lifetimeValue: { min: 0 }, orderValue: { min: 0 } } };
    expect(policyWith([wide, from0]).evaluate(refund(1, { customer: "none", order: "none" }), clerk())).toMatchObject({ rule: "WIDE", unknown: [] });
  });

  test("an exception keeps the safeguards it does not restate, and may relax those it does", () => {
    const guarded = { ...wide, duties: { note: true, evidence: true, secondPersonAbove: 100 } };
    const policy = policyWith([guarded, { code: "GOLD", limit: { perCase: 2_000_000 }, duties: { evidence: false }, when: { tiers: ["gold"] } }]);
    expect(policy.evaluate(gold, clerk())).toMatchObject({ duties: { note: true, evidence: false }, secondPersonAbove: 100, limit: 2_000_000 });
  });

  test("require rules add duties, and are all that is stated when no sure grant applies", () => {
    const note = { code: "NOTE", effect: "require", gestures: [], duties: { note: true, secondPersonAbove: 50 } };
    const policy = policyWith([{ ...wide, duties: { note: false, secondPersonAbove: 70 } }, note]);
    expect(policy.evaluate(refund(60), clerk())).toMatchObject({ reason: "second_person_required", secondPersonAbove: 50, duties: { note: true, evidence: false } });
    expect(policyWith([note]).evaluate(refund(60), clerk())).toMatchObject({ reason: "no_rule_covers", secondPersonAbove: 50, duties: { note: true, evidence: false } });
  });
});

describe("unknown facts", () => {
  const wide = { code: "WIDE", limit: { perCase: 1_000_000 } };
  const request = refund(1, { customer: { ref: "C" } });

  test("a grant for high lifetime value does not open", () => {
    const policy = policyWith([{ code: "RICH", limit: { perCase: 9 }, when: { lifetimeValue: { min: 10 } } }]);
    expect(policy.evaluate(request, clerk())).toMatchObject({ outcome: "escalated", reason: "fact_unknown", limit: 0, room: 0, rule: null, binding: null, role: "frontline", unknown: ["customer.lifetimeValue"] });
  });

  test("a prohibition for low lifetime value closes: escalated, naming it", () => {
    const policy = policyWith([wide, { code: "POOR", effect: "prohibit", when: { lifetimeValue: { below: 10 } } }]);
    expect(policy.evaluate(request, clerk())).toEqual({
      ...{ outcome: "escalated", reason: "fact_unknown", role: null, rule: "POOR", limit: 0, room: 0, binding: null, secondPersonAbove: null },
      ...{ duties: { note: false, evidence: false }, unknown: ["customer.lifetimeValue"] },
    });
  });

  test("a stricter exception that may hold restricts the general rule", () => {
    const policy = policyWith([wide, { code: "POOR", limit: { perCase: 200_000 }, when: { lifetimeValue: { below: 10 } } }]);
    expect(policy.evaluate(request, clerk())).toMatchObject({ outcome: "granted", limit: 200_000, rule: "POOR" });
    expect(policy.evaluate(refund(200_001, { customer: { ref: "C" } }), clerk()).reason).toBe("fact_unknown");
    expect(policy.evaluate(refund(1_000_001, { customer: { ref: "C" } }), clerk()).reason).toBe("over_case_limit");
  });

  test("a walk-in is known: conditions on a customer do not hold, nothing is unknown", () => {
    const policy = policyWith([wide, { code: "POOR", effect: "prohibit", when: { lifetimeValue: { below: 10 } } }]);
    expect(policy.evaluate(refund(1, { customer: "none" }), clerk())).toMatchObject({ outcome: "granted", unknown: [] });
  });

  test("flags not told may be any, told as none they are none", () => {
    const policy = policyWith([wide, { code: "OWN", effect: "prohibit", when: { flags: { any: ["own_purchase"] } } }]);
    expect(policy.evaluate(refund(1, { flags: null }), clerk())).toMatchObject({ outcome: "escalated", reason: "fact_unknown", unknown: ["flags"] });
    expect(policy.evaluate(refund(1, { flags: [] }), clerk()).outcome).toBe("granted");
    expect(policy.evaluate(refund(1, { flags: ["fraud", "own_purchase"] }), clerk())).toMatchObject({ outcome: "refused", reason: "forbidden_by_rule", rule: "OWN", role: null });
  });
});

describe("prohibitions, courses and days", () => {
  test("a sure prohibition goes before one that maybe holds, each with the smallest code", () => {
    const policy = policyWith([
      { code: "A", effect: "prohibit", when: { lifetimeValue: { min: 1 } } },
      { code: "C", effect: "prohibit", gestures: [] },
      { code: "B", effect: "prohibit", when: { channels: ["store"] } },
    ]);
    expect(policy.evaluate(refund(1, { customer: null }), clerk())).toMatchObject({ outcome: "refused", rule: "B" });
  });

  test("a grant that lacks its course alone asks for training", () => {
    const policy = policyWith([{ code: "TAUGHT", limit: { perCase: 9 }, who: { courses: ["A", "B"] } }]);
    expect(policy.evaluate(refund(1), clerk({ courses: ["A"] })).reason).toBe("training_required");
    expect(policy.evaluate(refund(1, { channel: "chat" }), clerk({ roles: ["lead"], courses: ["B", "A"] })).outcome).toBe("granted");
    const two = policyWith([{ code: "TAUGHT", limit: { perCase: 9 }, who: { courses: ["A"] }, when: { channels: ["chat"] } }]);
    expect(two.evaluate(refund(1), clerk()).reason).toBe("no_rule_covers");
  });

  test("the first day begins and the last ends at local midnight, while the server counts in UTC", () => {
    const policy = policyWith([{ code: "TET", limit: { perCase: 9 }, validFrom: "2026-11-22", validTo: "2026-11-23" }]);
    const at = (now: string) => policy.evaluate(refund(1), clerk({}, { now })).outcome;
    expect(at("2026-11-21T16:59:59.999Z")).toBe("escalated");
    expect(at("2026-11-21T17:00:00.000Z")).toBe("granted");
    expect(at("2026-11-22T23:59:59.999+07:00")).toBe("granted");
    expect(at("2026-11-22T17:00:00Z")).toBe("escalated");
  });

  test("days in zones that skip midnight, skip a day or turn the clock back", () => {
    const outcome = (timeZone: string, validFrom: string, now: string) =>
      policyWith([{ code: "R", limit: { perCase: 9 }, validFrom }], { timeZone }).evaluate(refund(1), clerk({}, { now })).outcome;
    expect(outcome("America/Sao_Paulo", "2018-11-04", "2018-11-04T02:59:59Z")).toBe("escalated");
    expect(outcome("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")).toBe("granted");
    expect(outcome("Pacific/Apia", "2011-12-30", "2011-12-30T09:59:59Z")).toBe("escalated");
    expect(outcome("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")).toBe("granted");
    expect(outcome("Europe/Berlin", "2026-10-26", "2026-10-25T22:59:59Z")).toBe("escalated");
    expect(outcome("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z")).toBe("granted");
  });
});

describe("several roles", () => {
  const rules = [
    { code: "CLERK", limit: { perCase: 100 }, who: { roles: ["frontline"] } },
    { code: "LEAD", limit: { perCase: 300 }, who: { roles: ["supervisor"] } },
  ];

  test("the role with the better outcome answers, then the one with more room; limits are never added", () => {
    const both = clerk({ roles: ["frontline", "supervisor"] });
    expect(policyWith(rules).evaluate(refund(50), both)).toMatchObject({ role: "supervisor", room: 300, rule: "LEAD" });
    expect(policyWith(rules).evaluate(refund(400), both)).toMatchObject({ outcome: "escalated", reason: "over_case_limit", role: "supervisor" });
  });

  test("a budget row of its own binds a role, else that for all, else the budget does not bind", () => {
    const budget = { code: "DAY", subject: "person", measure: "amount", window: "day", limits: [{ role: "supervisor", limit: 10 }] };
    const policy = policyWith(rules, { budgets: [budget] });
    expect(policy.evaluate(refund(50), clerk({ roles: ["supervisor", "frontline"] }))).toMatchObject({ outcome: "granted", role: "frontline", room: 100, binding: "case" });
    const all = policyWith(rules, { budgets: [{ ...budget, limits: [{ role: "*", limit: 20 }, { role: "supervisor", limit: 10 }] }] });
    expect(all.evaluate(refund(1), clerk({ roles: ["supervisor"] })).room).toBe(10);
    expect(all.evaluate(refund(1), clerk()).room).toBe(20);
  });

  test("a reason other than a gap goes before a gap, then the role's name", () => {
    const policy = policyWith([{ code: "T", limit: { perCase: 1 }, who: { roles: ["z"], courses: ["A"] } }]);
    expect(policy.evaluate(refund(1), clerk({ roles: ["a", "z"] }))).toMatchObject({ reason: "training_required", role: "z" });
    expect(policy.evaluate(refund(1), clerk({ roles: ["b", "B", "c"] }))).toMatchObject({ reason: "no_rule_covers", role: "B" });
  });

  test("a prohibition in any role held decides", () => {
    const policy = policyWith([...rules, { code: "NO", effect: "prohibit", who: { roles: ["frontline"] } }]);
    expect(policy.evaluate(refund(1), clerk({ roles: ["supervisor", "frontline"] }))).toMatchObject({ outcome: "refused", role: null });
    expect(policy.evaluate(refund(1), clerk({ roles: ["supervisor"] })).outcome).toBe("granted");
  });
});
