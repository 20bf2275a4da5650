import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documents, factSets, requests } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import { referenceEvaluate } from "./reference.ts";

test("the compiled policy answers as the reference does, over random policies and requests", { timeout: 60_000 }, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(documents(), fc.array(fc.tuple(requests, factSets), { minLength: 16, maxLength: 16 }), (document, situations) => {
      const policy = compilePolicy(document);
      for (const [request, facts] of situations) {
        const verdict = policy.evaluate(request, facts);
        const expected = referenceEvaluate(policy.document, request, facts);
        if (!isDeepStrictEqual(verdict, expected)) expect(verdict).toEqual(expected);
        seen.set(verdict.reason, (seen.get(verdict.reason) ?? 0) + 1);
      }
    }),
    { numRuns: 1500 },
  );
  const reasons = ["case_total_over_limit", "fact_unknown", "forbidden_by_rule", "no_rule_covers", "over_budget", "over_case_limit", "second_person_required", "training_required", "within_case_limit"];
  expect([...seen.keys()].sort()).toEqual(reasons);
});
