import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documents, domain, factSets, requests } from "./arbitraries.ts";
import { compilePolicy, type CompiledPolicy } from "./compile.ts";
import { referenceEvaluate } from "./reference.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

/** Compares both evaluators (deep comparison by vitest is slow, so it only reports). */
function agreedVerdict(policy: CompiledPolicy, request: DecisionRequest, facts: Facts): Verdict {
  const verdict = policy.evaluate(request, facts);
  const expected = referenceEvaluate(policy.document, request, facts);
  if (!isDeepStrictEqual(verdict, expected)) expect(verdict).toEqual(expected);
  return verdict;
}

test("the compiled policy answers as the reference does, over random policies and requests", { timeout: 60_000 }, () => {
  const seen = new Set<string>();
  const situations = fc.array(fc.tuple(requests, factSets), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(documents(), situations, (document, cases) => {
      const policy = compilePolicy(document);
      for (const [request, facts] of cases) seen.add(agreedVerdict(policy, request, facts).reason);
    }),
    { numRuns: 1500 },
  );
  const reasons = ["case_total_over_limit", "fact_unknown", "forbidden_by_rule", "no_rule_covers", "over_budget", "over_case_limit", "second_person_required", "training_required", "within_case_limit"];
  expect([...seen].sort()).toEqual(reasons);
});

test("with more rules than one machine word holds, compiled and reference agree", { timeout: 60_000 }, () => {
  const situations = fc.array(fc.tuple(requests, factSets), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(documents(90), situations, (document, cases) => {
      const policy = compilePolicy(document);
      for (const [request, facts] of cases) agreedVerdict(policy, request, facts);
    }),
    { numRuns: 60 },
  );
});

test("the compiled policy answers as the reference does in every cell of small grids", { timeout: 60_000 }, () => {
  const money = (minor: number) => ({ minor, currency: "VND" });
  const customers = [undefined, "none", { ref: "C" }, { tier: "gold" }, { ref: "C", tier: "standard", lifetimeValue: money(2) }] as const;
  const orders = [undefined, "none", {}, { value: money(3) }, { value: money(9), daysSincePurchase: 2 }] as const;
  const flags = [undefined, [], ["fraud"]] as const;
  const actors = [
    { roles: ["agent"], courses: [] },
    { roles: ["lead", "agent"], courses: ["C1", "C2"], department: "D1", site: "none", level: 2, tenureDays: 3 },
  ];
  const spent = [
    { caseTotal: 0, usage: {} },
    { caseTotal: 2, usage: { B00: 2, B71: 3 } },
  ];
  for (const document of fc.sample(documents(8), { seed: 20261122, numRuns: 12 })) {
    const policy = compilePolicy(document);
    for (const gesture of domain.gestures)
      for (const customer of customers)
        for (const order of orders)
          for (const flagged of flags)
            for (const actor of actors)
              for (const known of spent)
                for (const minor of gesture === "call" ? [0] : [1, 3]) {
                  const request = { gesture, reason: "fault", channel: "store", customer, order, flags: flagged, ...(minor > 0 && { amount: money(minor) }) };
                  agreedVerdict(policy, request, { now: "2026-11-22T03:00:00Z", actor, ...known });
                }
  }
});
