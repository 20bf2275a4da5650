import { describe, expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { PolicyFaults } from "./faults.ts";
import { bare, clerk, documentWith, refund } from "./sample-policy.ts";

/** The faults of a document as "path code". */
function faultsOf(document: unknown): string[] {
  try {
    compilePolicy(document);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFaults)) throw error;
    for (const { message } of error.faults) expect(message).toMatch(/^[A-Z{][^{}]*\.$|^[\w_-]+ is /);
    return error.faults.map(({ path, code }) => `${path} ${code}`);
  }
}

const grant = { code: "R", limit: { perCase: 5 } };
const withRule = (part: Record<string, unknown>) => documentWith([{ ...grant, ...part }]);
const budget = { code: "B", subject: "person", measure: "amount", window: "day", limits: [{ role: "*", limit: 1 }] };
const withBudget = (part: Record<string, unknown>) => documentWith([], { budgets: [{ ...budget, ...part }] });

describe("faults", () => {
  test.each<[string, unknown, string[]]>([
    ["nothing at all", undefined, [" required"]],
    ["a text", "policy", [" wrong_type"]],
    ["an empty object", {}, ["currency required", "timeZone required", "gestures required", "rules required"]],
    ["an unknown currency", { ...documentWith([]), currency: "XXX" }, ["currency unknown_currency"]],
    ["a time zone that is an offset", { ...documentWith([]), timeZone: "+07:00" }, ["timeZone unknown_time_zone"]],
    ["a time zone nobody knows", { ...documentWith([]), timeZone: "Asia/Nowhere" }, ["timeZone unknown_time_zone"]],
    ["an unknown key", { ...documentWith([]), colour: 1 }, ["colour unknown_key"]],
    ["an unknown key deep inside", withRule({ limit: { perCase: 5, perDay: 7 } }), ["rules.0.limit.perDay unknown_key"]],
    ["unknown flags members", withRule({ when: { flags: { none: ["fraud"] } } }), ["rules.0.when.flags.none unknown_key"]],
    ["a gesture twice", documentWith([], { gestures: [...bare.gestures, bare.gestures[0]] }), ["gestures.3.code duplicate_code"]],
    ["a rule twice", documentWith([grant, grant]), ["rules.1.code duplicate_code"]],
    ["a budget twice", documentWith([], { budgets: [budget, budget] }), ["budgets.1.code duplicate_code"]],
    ["a tier twice", documentWith([], { tiers: [{ code: "a" }, { code: "a" }] }), ["tiers.1.code duplicate_code"]],
    ["a role with two rows of a budget", withBudget({ limits: [{ role: "a", limit: 1 }, { role: "a", limit: 2 }] }), ["budgets.0.limits.1.role duplicate_code"]],
    ["a role with two exceptions", documentWith([], { exceptions: [{ role: "a" }, { role: "a", perCase: 1 }] }), ["exceptions.1.role duplicate_code"]],
    ["a code twice in a set", withRule({ when: { reasons: ["fault", "fault"] } }), ["rules.0.when.reasons.1 duplicate_code"]],
    ["a gesture in two case groups", documentWith([], { caseGroups: [["refund", "voucher"], ["refund"]] }), ["caseGroups.1.0 in_two_case_groups"]],
    ["an unknown gesture in a case group", documentWith([], { caseGroups: [["party"]] }), ["caseGroups.0.0 unknown_gesture"]],
    ["an unknown gesture", withRule({ gestures: ["refund", "party"] }), ["rules.0.gestures.1 unknown_gesture"]],
    ["an unknown reason", withRule({ when: { reasons: ["other"] } }), ["rules.0.when.reasons.0 unknown_reason"]],
    ["an unknown channel", withRule({ when: { channels: ["radio"] } }), ["rules.0.when.channels.0 unknown_channel"]],
    ["an unknown tier", withRule({ when: { tiers: ["diamond"] } }), ["rules.0.when.tiers.0 unknown_tier"]],
    ["an unknown flag", withRule({ when: { flags: { any: ["vip"] } } }), ["rules.0.when.flags.any.0 unknown_flag"]],
    ["unknown codes of a budget", withBudget({ gestures: ["party"], reasons: ["other"] }), ["budgets.0.gestures.0 unknown_gesture", "budgets.0.reasons.0 unknown_reason"]],
    ["an empty range", withRule({ who: { level: { min: 4, below: 4 } } }), ["rules.0.who.level empty_range"]],
    ["a range that ends at 0", withRule({ when: { orderValue: { below: 0 } } }), ["rules.0.when.orderValue empty_range"]],
    ["an empty validity", withRule({ validFrom: "2026-02-01", validTo: "2026-02-01" }), ["rules.0.validTo empty_validity"]],
    ["a day no calendar has", withRule({ validFrom: "2026-02-30" }), ["rules.0.validFrom bad_date"]],
    ["a grant without gesture", withRule({ gestures: [] }), ["rules.0.gestures gesture_missing"]],
    ["a grant with gestures left out", withRule({ gestures: null }), ["rules.0.gestures gesture_missing"]],
    ["gestures with and without amount", withRule({ gestures: ["refund", "callback"] }), ["rules.0.gestures mixed_gestures"]],
    ["a grant without limit", withRule({ limit: { perCase: null } }), ["rules.0.limit limit_missing"]],
    ["a limit where there is no amount", withRule({ gestures: ["callback"] }), ["rules.0.limit limit_not_allowed"]],
    ["a limit of a prohibition", withRule({ effect: "prohibit" }), ["rules.0.limit limit_not_allowed"]],
    ["a require rule without duty", withRule({ effect: "require", limit: null, duties: { note: false } }), ["rules.0.duties duty_missing"]],
    ["percentages out of 1 to 100", documentWith([{ ...grant, limit: { percentOfOrder: 0 } }, { ...grant, code: "S", limit: { percentOfOrder: 101 } }]), ["rules.0.limit.percentOfOrder too_small", "rules.1.limit.percentOfOrder too_large"]],
    ["a limit beyond 2^53 - 1", withRule({ limit: { perCase: 2 ** 53 } }), ["rules.0.limit.perCase too_large"]],
    ["a negative limit, a fraction", documentWith([{ ...grant, limit: { perCase: -1 } }, { ...grant, code: "S", limit: { perCase: 0.5 } }]), ["rules.0.limit.perCase too_small", "rules.1.limit.perCase not_an_integer"]],
    ["a limit that is a text", withRule({ limit: { perCase: "5" } }), ["rules.0.limit.perCase wrong_type"]],
    ["a code with a space", withRule({ code: "A B" }), ["rules.0.code bad_code"]],
    ["a code of 65 characters", withRule({ code: "x".repeat(65) }), ["rules.0.code bad_code"]],
    ["an empty code", withRule({ code: "" }), ["rules.0.code bad_code"]],
    ["an unknown effect", withRule({ effect: "allow" }), ["rules.0.effect not_a_choice"]],
    ["an unknown placeholder", withRule({ say: { vi: "{{customer}} {{name}}", en: "{{ me }}" } }), ["rules.0.say.vi unknown_placeholder"]],
    ["an unknown placeholder of a saying", documentWith([], { sayings: { noRule: { en: "{{x}}" } } }), ["sayings.noRule.en unknown_placeholder"]],
    ["an unknown window", withBudget({ window: "year" }), ["budgets.0.window wrong_type"]],
    ["a rolling window of no days", withBudget({ window: { rollingDays: 0 } }), ["budgets.0.window.rollingDays too_small"]],
    ["null in a list", documentWith([], { rules: [null] }), ["rules.0 wrong_type"]],
  ])("%s", (_, document, expected) => {
    expect(faultsOf(document)).toEqual(expected);
  });

  test("all faults are told at once, each with its path", () => {
    const document = documentWith([{ ...grant, limit: { perCase: 1.5 }, colour: 1 }, { ...grant, when: { tiers: ["x"] } }], { currency: "XXX", budgets: [{ ...budget, subject: "shop" }] });
    expect(faultsOf(document).sort()).toEqual([
      "budgets.0.subject not_a_choice",
      "currency unknown_currency",
      "rules.0.colour unknown_key",
      "rules.0.limit.perCase not_an_integer",
      "rules.1.code duplicate_code",
      "rules.1.when.tiers.0 unknown_tier",
    ]);
  });

  test("keys of the prototype are unknown keys, and a cycle or a throwing getter is a fault, not a crash", () => {
    expect(faultsOf(JSON.parse(JSON.stringify(documentWith([])).replace(/\}$/, ',"__proto__":{"rules":[]}}')))).toEqual(["__proto__ unknown_key"]);
    const cycle: Record<string, unknown> = documentWith([]);
    cycle.rules = [cycle];
    expect(faultsOf(cycle)).toContain("rules.0.currency unknown_key");
    expect(faultsOf(Object.defineProperty({}, "rules", { enumerable: true, get: () => { throw new Error("no"); } }))).toEqual([" unreadable"]);
  });
});

test("null means absent everywhere in a document", () => {
  const rule = { ...grant, who: null, when: { tiers: null, orderValue: { min: null, below: 9 }, proactive: null }, duties: null, say: null, validFrom: null, validTo: null, extra: null };
  const policy = compilePolicy(documentWith([rule], { budgets: null, sayings: null, tests: null, exceptions: [{ role: "leader", perCase: null }] }));
  expect(policy.document.rules[0]).toEqual({ code: "R", effect: "grant", gestures: ["refund"], limit: { perCase: 5 }, when: { orderValue: { below: 9 } } });
  expect(policy.document.exceptions).toEqual([{ role: "leader" }]);
});

test("a compiled policy no longer depends on the document it came from", () => {
  const document = documentWith([{ ...grant, limit: { perCase: 5 } }]);
  const policy = compilePolicy(document);
  (document.rules as { limit: { perCase: number } }[]).forEach(({ limit }) => (limit.perCase = 900));
  expect(policy.evaluate(refund(6), clerk()).reason).toBe("over_case_limit");
});

test("departments, sites, courses, roles and owners are not the vocabulary's", () => {
  expect(faultsOf(withRule({ who: { roles: ["anyone"], departments: ["D"], sites: ["none"], courses: ["C"] }, owner: "nobody@demo.tam" }))).toEqual([]);
});

test("the document of the contract compiles and decides as its example says", () => {
  const words = { vi: "Dạ, {{me}} xin lỗi {{customer}}.", en: "I am sorry, {{customer}}." };
  const document = {
    ...bare,
    ...{ channels: [{ code: "store", name: words }], tiers: [{ code: "standard", name: words }, { code: "gold", name: words }], flags: [{ code: "own_purchase", name: words }] },
    reasons: [{ code: "product_fault", name: { vi: "Lỗi sản phẩm", en: "Faulty product" } }],
    rules: [
      {
        ...{ code: "REFUND-STORE", effect: "grant", gestures: ["refund"], name: words, why: words, serves: { kind: "pain", text: words } },
        who: { roles: ["frontline"], departments: [], sites: [], level: { min: 1, below: 4 }, tenureDays: { min: 60 }, courses: ["AUTHORITY-BASICS"] },
        when: { reasons: ["product_fault"], channels: ["store"], tiers: [], lifetimeValue: { min: 0 }, orderValue: { below: 5_000_001 }, daysSincePurchase: { min: 0, below: 31 }, proactive: false },
        ...{ limit: { perCase: 500_000, percentOfOrder: 100 }, duties: { note: true, evidence: false, secondPersonAbove: 480_000 } },
        ...{ escalation: { to: "supervisor", withinMinutes: 15, fallback: "manager", fallbackAfterMinutes: 15 }, bet: { acceptedLossPerMonth: 5_000_000, because: words } },
        ...{ say: words, owner: "hr@demo.tam", validFrom: null, validTo: null, reviewBy: "2027-03-01" },
      },
      { code: "NO-OWN-PURCHASE", effect: "prohibit", gestures: ["refund"], when: { flags: { any: ["own_purchase"] } }, name: words, why: words },
    ],
    exceptions: [{ role: "supervisor", perCase: 1_000_000 }, { role: "manager", perCase: 5_000_000 }, { role: "leader", perCase: null }],
    budgets: [
      { code: "PERSON-DAY", subject: "person", gestures: ["refund", "voucher"], measure: "amount", window: "day", limits: [{ role: "frontline", limit: 2_000_000 }, { role: "supervisor", limit: 10_000_000 }], onExceed: "escalate" },
      { code: "CUSTOMER-30D", subject: "customer", gestures: ["voucher"], measure: "count", window: { rollingDays: 30 }, limits: [{ role: "*", limit: 3 }], onExceed: "escalate" },
    ],
    sayings: { refused: words, escalated: words, declined: words, expired: words, noRule: words },
    tests: [{ name: "no course", request: { gesture: "refund" }, actor: { role: "frontline", level: 1, tenureDays: 90, courses: [] }, expect: { outcome: "escalated", reason: "training_required" } }],
  };
  const policy = compilePolicy(document);
  const vnd = (minor: number) => ({ minor, currency: "VND" });
  const request = {
    ...{ gesture: "refund", reason: "product_fault", channel: "store", proactive: false, amount: vnd(450_000), case: "CASE-1029" },
    customer: { ref: "C-1029", tier: "gold", lifetimeValue: vnd(18_500_000) },
    order: { ref: "O-88", value: vnd(1_250_000), daysSincePurchase: 6 },
    ...{ flags: [], evidence: [], escalate: false, note: "Seam came apart after one wash" },
  };
  const facts = { now: "2026-11-22T03:00:00Z", actor: { roles: ["frontline"], department: "RETAIL", site: "HN-01", level: 2, tenureDays: 400, courses: ["AUTHORITY-BASICS"] }, caseTotal: 0, usage: { "PERSON-DAY": 450_000 } };
  expect(policy.explain(request, facts)).toMatchObject({
    verdict: {
      ...{ outcome: "granted", reason: "within_case_limit", role: "frontline", rule: "REFUND-STORE", limit: 500_000, room: 500_000, binding: "case" },
      ...{ secondPersonAbove: 480_000, duties: { note: true, evidence: false }, unknown: [] },
    },
    budgets: [{ code: "PERSON-DAY", subject: "person", unit: "minor", limit: 2_000_000, used: 450_000, remaining: 1_550_000 }],
  });
  expect(policy.evaluate({ ...request, amount: vnd(480_001) }, facts).reason).toBe("second_person_required");
  expect(policy.evaluate(request, { ...facts, actor: { ...facts.actor, courses: [] } }).reason).toBe("training_required");
});

test("5,000 rules on one gesture compile and answer", () => {
  const rules = Array.from({ length: 5000 }, (_, at) => ({ code: `R${at}`, gestures: ["refund"], limit: { perCase: 1000 + at }, when: { orderValue: { min: at % 50, below: 1000 + at } }, who: { courses: at % 10 === 0 ? [] : [`C${at % 7}`] } }));
  const policy = compilePolicy(documentWith(rules));
  expect(policy.evaluate(refund(1, { order: { value: { minor: 500, currency: "VND" } } }), clerk({ courses: ["C1", "C3"] }))).toMatchObject({ outcome: "granted", binding: "case" });
}, 20_000);
