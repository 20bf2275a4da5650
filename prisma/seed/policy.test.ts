import { expect, test } from "vitest";
import { compilePolicy, inspectPolicy } from "#modules/empowerment/public.ts";
import { runPolicyTests } from "#modules/empowerment/policy-tests.server.ts";
import { POLICY, policyDays, policyVersions } from "./policy.ts";
import { smallPolicy } from "./small-policy.ts";

const today = "2026-11-23";
const versions = policyVersions(policyDays(today));
const now = new Date("2026-11-23T03:00:00Z");
const numbers = Object.values(POLICY);

test.each(numbers)("version %i has no fault and passes its own test cases", (number) => {
  const { document, faults } = inspectPolicy(versions[number]);
  expect(faults).toEqual([]);
  expect(document && runPolicyTests(document, now).filter(({ passed }) => !passed)).toEqual([]);
});

test("the small policy has no fault and passes its own test cases", () => {
  const { document, faults } = inspectPolicy(smallPolicy);
  expect(faults).toEqual([]);
  expect(document && runPolicyTests(document, now).filter(({ passed }) => !passed)).toEqual([]);
});

test("the version in force has what a retailer would look for", () => {
  const document = versions[POLICY.inForce];
  const rules = document.rules;
  expect(rules.length).toBeGreaterThanOrEqual(28);
  expect(document.gestures.length).toBeGreaterThanOrEqual(9);
  expect(document.tests?.length).toBeGreaterThanOrEqual(8);
  expect(new Set(rules.map(({ effect }) => effect))).toEqual(new Set(["grant", "prohibit", "require"]));
  expect(rules.some(({ who }) => who?.courses?.length)).toBe(true);
  expect(rules.some(({ validFrom, validTo }) => validFrom && validTo)).toBe(true);
  expect(rules.some(({ limit }) => limit?.percentOfOrder)).toBe(true);
  expect(rules.some(({ duties }) => duties?.secondPersonAbove)).toBe(true);
  expect(rules.some(({ bet }) => bet)).toBe(true);
  expect(document.budgets?.some(({ onExceed }) => onExceed === "block")).toBe(true);
  expect(new Set(document.budgets?.map(({ subject }) => subject))).toEqual(new Set(["person", "team", "site", "customer"]));
  expect(new Set(document.budgets?.map(({ measure }) => measure))).toEqual(new Set(["amount", "count"]));
});

test("every rule has its name, why and lens in both languages, an owner and a review date", () => {
  for (const number of numbers) {
    for (const rule of versions[number].rules) {
      for (const words of [rule.name, rule.why, rule.serves?.text]) {
        expect(words?.vi, rule.code).toBeTruthy();
        expect(words?.en, rule.code).toBeTruthy();
      }
      expect(rule.owner, rule.code).toBeTruthy();
      expect(rule.reviewBy, rule.code).toBeTruthy();
    }
  }
});

test("words to say are in both languages, never blame the machinery and hold no exclamation mark", () => {
  const said = numbers.flatMap((number) => [
    ...versions[number].rules.map((rule) => rule.say),
    ...Object.values(versions[number].sayings ?? {}),
  ]);
  for (const words of said) {
    if (words === undefined) continue;
    expect(words.vi).toMatch(/^Dạ, .*ạ[.?]$/);
    expect(words.en).toBeTruthy();
    expect(`${words.vi} ${words.en}`).not.toMatch(/!|hệ thống|theo quy định|thông cảm|unfortunately|as per|kindly/i);
  }
});

test("an answer of the version in force is the same whatever the order of its rules", () => {
  const document = versions[POLICY.inForce];
  const turned = { ...document, rules: [...document.rules].reverse() };
  const request = { gesture: "refund", reason: "product_fault", channel: "store", amount: { minor: 1, currency: "VND" }, customer: { ref: "C-1", tier: "platinum" }, order: "none", flags: [] } as const;
  const facts = { now: now.toISOString(), actor: { roles: ["frontline"], department: "RETAIL", site: "HN-01", level: 3, tenureDays: 900, courses: [] } };
  expect(compilePolicy(turned).evaluate(request, facts)).toEqual(compilePolicy(document).evaluate(request, facts));
});
