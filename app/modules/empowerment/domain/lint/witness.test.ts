import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { documents } from "../arbitraries.ts";
import { compilePolicy, type CompiledPolicy } from "../compile.ts";
import { smallPolicies } from "../grid/arbitraries.ts";
import type { Finding, Witness } from "./findings.ts";
import { lintPolicy } from "./lint-policy.ts";

// a busy machine takes many times as long
vi.setConfig({ testTimeout: 240_000 });

const RUNS = 80;
const context = { hierarchy: ["agent", "lead"], today: "2026-11-22" };
const policies = fc.oneof(documents(10), smallPolicies(7, 3).map(({ document }) => document)).map((document) => compilePolicy(document));
const without = ({ document }: CompiledPolicy, code: string | undefined) => compilePolicy({ ...document, rules: document.rules.filter((rule) => rule.code !== code) });

/** Whether evaluating a finding's situation shows what it says; null for a code that needs none. */
function isShown(policy: CompiledPolicy, { code, rules, budgets = [], params }: Finding, { request, facts }: Witness): boolean | null {
  const explanation = policy.explain(request, facts);
  const { verdict } = explanation;
  const [rule, other] = rules;
  const entry = explanation.rules.find((candidate) => candidate.code === rule);
  switch (code) {
    case "never_decides":
    case "fully_prohibited":
      return entry?.failed.length === 0 && verdict.rule !== rule;
    case "redundant": {
      const { rule: _, unknown: __, ...rest } = verdict;
      const { rule: ___, unknown: ____, ...same } = without(policy, rule).evaluate(request, facts);
      return JSON.stringify(rest) === JSON.stringify(same);
    }
    case "conflict": {
      const looser = explanation.rules.find((candidate) => candidate.code === other);
      const counting = ["applied", "stricter_used"];
      return counting.includes(entry?.status ?? "") && counting.includes(looser?.status ?? "") && (entry?.limit ?? 0) < (looser?.limit ?? 0) && verdict.limit !== null;
    }
    case "gap":
      return verdict.reason === "no_rule_covers";
    case "limit_not_rising": {
      const above = policy.evaluate(request, { ...facts, actor: { ...facts.actor, roles: [String(params["higher"])] } });
      return verdict.rule === rule && (verdict.limit === null ? above.rule !== verdict.rule : (above.limit ?? 0) < verdict.limit);
    }
    case "budget_below_case_limit":
      return verdict.rule === rule && (verdict.room ?? 0) < (verdict.limit ?? 0) && explanation.budgets.some((budget) => budget.code === budgets[0] && budget.remaining < (verdict.limit ?? 0));
    case "role_unbound":
      return entry !== undefined && explanation.budgets.every((budget) => budget.code !== budgets[0]) && (params["roles"] as string[]).includes(facts.actor.roles[0] ?? "");
    case "slipped_zero":
      return entry !== undefined && entry.status !== "not_matched";
    case "escalation_dead_end":
      return verdict.rule === rule && verdict.outcome !== "granted";
    default:
      return null;
  }
}

test("every finding's situation shows it when it is evaluated", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(policies, (policy) => {
      for (const finding of lintPolicy(policy.document, context)) {
        if (finding.witness === null) continue;
        const shown = isShown(policy, finding, finding.witness);
        if (shown === null) continue;
        expect([finding.key, shown, finding.witness]).toEqual([finding.key, true, finding.witness]);
        seen.set(finding.code, (seen.get(finding.code) ?? 0) + 1);
      }
    }),
    { numRuns: RUNS },
  );
  expect([...seen.keys()].sort()).toEqual(
    expect.arrayContaining(["budget_below_case_limit", "conflict", "escalation_dead_end", "gap", "limit_not_rising", "never_decides", "redundant", "role_unbound"]),
  );
});
