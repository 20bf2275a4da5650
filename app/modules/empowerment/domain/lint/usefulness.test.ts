import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compilePolicy, type CompiledPolicy } from "../compile.ts";
import { allSituations, asking, smallPolicies, type SmallPolicy } from "../grid/arbitraries.ts";
import type { DecisionRequest, Facts, Verdict } from "../verdict.ts";
import { lintPolicy } from "./lint-policy.ts";

// a busy machine takes many times as long
vi.setConfig({ testTimeout: 240_000 });

const amounts = [1, 2, 3, 4, 5, 6, 7];
const without = ({ document }: SmallPolicy, code: string) => compilePolicy({ ...document, rules: document.rules.filter((rule) => rule.code !== code) });

type Compare = (before: Verdict, after: Verdict) => boolean;
const sameDecision: Compare = (a, b) => a.outcome === b.outcome && a.rule === b.rule && a.limit === b.limit;
const sameEffect: Compare = (a, b) =>
  a.outcome === b.outcome && a.reason === b.reason && a.limit === b.limit && a.room === b.room && a.secondPersonAbove === b.secondPersonAbove && a.duties.note === b.duties.note && a.duties.evidence === b.duties.evidence;

function isSame(one: CompiledPolicy, other: CompiledPolicy, request: DecisionRequest, facts: Facts, same: Compare): boolean {
  return (request.amount === undefined ? [1] : amounts).every((minor) => same(one.evaluate(asking(request, minor), facts), other.evaluate(asking(request, minor), facts)));
}

const USELESS = ["never_decides", "fully_prohibited"];

test("a rule is reported as never deciding exactly when leaving it out changes no decision anywhere, as redundant when it changes no verdict", () => {
  const seen = { unused: 0, redundant: 0, used: 0 };
  fc.assert(
    fc.property(smallPolicies(), (small) => {
      const situations = allSituations(small, 700);
      fc.pre(situations !== null);
      const findings = lintPolicy(small.policy.document);
      for (const rule of small.document.rules) {
        const other = without(small, rule.code);
        const changed = (same: Compare) => (situations ?? []).some(({ request, facts }) => !isSame(small.policy, other, request, facts, same));
        const decides = changed(sameDecision);
        const reported = findings.filter(({ rules, code }) => rules[0] === rule.code && [...USELESS, "redundant"].includes(code)).map(({ code }) => code);
        if (rule.effect !== "require") expect([rule.code, reported.some((code) => USELESS.includes(code))]).toEqual([rule.code, !decides]);
        if (decides || rule.effect === "require") expect([rule.code, reported.includes("redundant")]).toEqual([rule.code, !changed(sameEffect)]);
        seen.unused += Number(reported.some((code) => USELESS.includes(code)));
        seen.redundant += Number(reported.includes("redundant"));
        seen.used += Number(reported.length === 0);
      }
    }),
    { numRuns: 60 },
  );
  expect(Object.values(seen).every((count) => count > 0)).toBe(true);
});
