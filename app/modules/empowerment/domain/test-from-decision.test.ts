import fc from "fast-check";
import { expect, test } from "vitest";
import { runPolicyTests } from "../policy-tests.server.ts";
import { documents, factSets, requests } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import { parsePolicy } from "./parse-policy.ts";
import { SOMEBODY, testFromDecision } from "./test-from-decision.ts";
import { outcomes } from "./verdict.ts";

const now = new Date("2030-01-01T00:00:00Z");
const cases = fc.array(fc.tuple(requests, factSets), { minLength: 4, maxLength: 4 });

test("a test made from a decision passes under the policy that decided, however long ago", () => {
  fc.assert(
    fc.property(documents(), cases, (document, decided) => {
      const { evaluate } = compilePolicy(document);
      const tests = decided.map(([request, facts], index) => testFromDecision(`D-${index}`, { request, facts, verdict: evaluate(request, facts) }));
      const results = runPolicyTests(parsePolicy({ ...document, tests }), now);
      expect(results.map(({ passed }) => passed)).toEqual(decided.map(() => true));
    }),
    { numRuns: 200 },
  );
});

test("and fails as soon as another outcome is expected of it, naming the outcome alone", () => {
  fc.assert(
    fc.property(documents(), requests, factSets, fc.constantFrom(...outcomes), (document, request, facts, outcome) => {
      const verdict = compilePolicy(document).evaluate(request, facts);
      const made = testFromDecision("D", { request, facts, verdict }, outcome);
      const [result] = runPolicyTests(parsePolicy({ ...document, tests: [made] }), now);
      expect(result?.passed).toBe(outcome === verdict.outcome);
      if (outcome !== verdict.outcome) expect([result?.field, result?.expected, result?.actual, Object.keys(made.expect)]).toEqual(["outcome", outcome, verdict.outcome, ["outcome"]]);
    }),
  );
});

test("holds no customer, order, case, note or evidence", () => {
  const request = {
    ...{ gesture: "refund", reason: "fault", channel: "store", amount: { minor: 5, currency: "VND" }, flags: ["family"], proactive: true },
    customer: { ref: "C-1029", phone: "0912345678", tier: "gold", lifetimeValue: { minor: 9, currency: "VND" } },
    order: { ref: "O-88", value: { minor: 7, currency: "VND" }, daysSincePurchase: 3 },
    ...{ case: "CASE-7", note: "chị Cúc", evidence: ["anh-chi-cuc"], felt: "worried", address: { customer: "chị" }, externalRef: "POS-9", actor: "x@demo.tam" },
  };
  const facts = { now: "2026-11-22T03:00:00Z", actor: { roles: ["frontline"], courses: [], site: "none", level: null }, caseTotal: 2, usage: { B: 1, C: null } };
  const made = testFromDecision("D-2026-000001", { request, facts, verdict: { outcome: "granted", reason: "within_case_limit", rule: "R" } });
  expect(JSON.stringify(made)).not.toMatch(/C-1029|0912|O-88|CASE-7|Cúc|cuc|worried|chị|POS-9|x@demo/);
  expect(made).toEqual({
    name: "D-2026-000001",
    request: {
      ...{ gesture: "refund", reason: "fault", channel: "store", proactive: true, amount: { minor: 5, currency: "VND" }, flags: ["family"] },
      customer: { ref: SOMEBODY, tier: "gold", lifetimeValue: { minor: 9, currency: "VND" } },
      order: { ref: "ORDER", value: { minor: 7, currency: "VND" }, daysSincePurchase: 3 },
    },
    actor: { roles: ["frontline"], site: "none", courses: [] },
    now: "2026-11-22T03:00:00Z",
    caseTotal: 2,
    usage: { B: 1 },
    expect: { outcome: "granted", reason: "within_case_limit", rule: "R" },
  });
});

test("what is unknown stays unknown, a walk-in a walk-in", () => {
  const facts = { now: "2026-11-22T03:00:00Z", actor: { roles: ["frontline"], courses: [] } };
  const made = (request: object) => testFromDecision("D", { request: { gesture: "call", reason: "fault", channel: "store", ...request }, facts, verdict: { outcome: "escalated", reason: "no_rule_covers", rule: null } });
  expect(made({ customer: "none", order: "none" }).request).toMatchObject({ customer: "none", order: "none" });
  expect(made({}).request).toEqual({ gesture: "call", reason: "fault", channel: "store" });
  expect(made({ customer: { tier: "gold" } }).request).toMatchObject({ customer: { tier: "gold" } });
  expect(made({}).expect).toEqual({ outcome: "escalated", reason: "no_rule_covers" });
});
