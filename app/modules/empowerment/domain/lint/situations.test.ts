import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { documents, domain, factSets, requests } from "../arbitraries.ts";
import { compilePolicy } from "../compile.ts";
import { allSituations, asking, smallPolicies, type SmallPolicy } from "../grid/arbitraries.ts";
import type { DecisionRequest, Facts } from "../verdict.ts";
import type { Finding, FindingCode } from "./findings.ts";
import { lintPolicy } from "./lint-policy.ts";

// a busy machine takes many times as long
vi.setConfig({ testTimeout: 240_000 });

const hierarchy = ["agent", "lead"];
const RUNS = 60;
const budgeted = smallPolicies(6, 2, ["budgets"]);
const lint = ({ policy }: SmallPolicy) => lintPolicy(policy.document, { hierarchy });
const of = (findings: readonly Finding[], code: FindingCode) => findings.filter((finding) => finding.code === code);
type Situation = { readonly request: DecisionRequest; readonly facts: Facts };
const inRole = (facts: Facts, role: string): Facts => ({ ...facts, actor: { ...facts.actor, roles: [role] } });

/** Small policies with all of their situations. */
function forAll(check: (small: SmallPolicy, situations: readonly Situation[], findings: readonly Finding[]) => void, policies = smallPolicies(6)): void {
  fc.assert(
    fc.property(policies, (small) => {
      const situations = allSituations(small, 1500);
      fc.pre(situations !== null);
      check(small, situations ?? [], lint(small));
    }),
    { numRuns: RUNS },
  );
}

/** Pairs of grants that count together with different limits. */
function clashes({ policy }: Pick<SmallPolicy, "policy">, { request, facts }: Situation): string[] {
  const { verdict, rules } = policy.explain(request, facts);
  if (verdict.limit === null || verdict.reason === "forbidden_by_rule") return [];
  const counting = rules.filter(({ effect, status }) => effect === "grant" && (status === "applied" || status === "stricter_used"));
  return counting.flatMap((a) => counting.filter((b) => a.code < b.code && a.limit !== b.limit).map((b) => `${a.code}+${b.code}`));
}

describe("conflict", () => {
  test("exactly the pairs of grants that some situation sets against one another", () => {
    const seen = { clean: 0, clashing: 0 };
    forAll((small, situations, findings) => {
      const expected = new Set(situations.flatMap((situation) => clashes(small, situation)));
      const reported = of(findings, "conflict").map(({ rules }) => [...rules].sort().join("+"));
      expect(reported.sort()).toEqual([...expected].sort());
      seen[reported.length > 0 ? "clashing" : "clean"]++;
    });
    expect(Math.min(seen.clean, seen.clashing)).toBeGreaterThan(2);
  });

  test("no situation of a larger policy sets an unreported pair against one another", () => {
    const situations = fc.array(fc.tuple(requests, factSets), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(documents(12), situations, (document, cases) => {
        const policy = compilePolicy(document);
        const reported = of(lintPolicy(policy.document), "conflict").map(({ rules }) => [...rules].sort().join("+"));
        for (const [request, facts] of cases) {
          for (const role of facts.actor.roles) for (const pair of clashes({ policy }, { request, facts: inRole(facts, role) })) expect(reported).toContain(pair);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What a role's grants speak of: per dimension every value one lists, or any; numbers and days from the least to the greatest. */
function isSpokenOf({ policy }: Pick<SmallPolicy, "policy">, { request, facts }: Situation, role: string): boolean {
  const grants = policy.document.rules.filter((rule) => rule.effect === "grant" && rule.gestures?.includes(request.gesture) === true && (rule.who?.roles === undefined || rule.who.roles.includes(role)));
  const customer = typeof request.customer === "object" ? request.customer : null;
  const order = typeof request.order === "object" ? request.order : null;
  const told = (part: unknown, value: unknown) => (part === "none" ? "none" : value);
  const among = (sets: readonly (readonly string[] | undefined)[], fact: unknown) => {
    const listed = sets.map((set) => (set !== undefined && set.length > 0 ? set : null));
    return fact === undefined || listed.includes(null) || (typeof fact === "string" && listed.some((set) => set?.includes(fact)));
  };
  const between = (ranges: readonly ({ min?: number | undefined; below?: number | undefined } | undefined)[], fact: unknown) => {
    const ends = ranges.map((range) => [range?.min ?? 0, range?.below ?? Infinity] as const);
    if (fact === undefined || ends.some(([min, below]) => min === 0 && below === Infinity)) return true;
    return typeof fact === "number" && fact >= Math.min(...ends.map(([min]) => min)) && fact < Math.max(...ends.map(([, below]) => below));
  };
  const day = new Date(new Date(facts.now).getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const days = grants.map(({ validFrom, validTo }) => [validFrom ?? "", validTo ?? "~"] as const);
  const flags = grants.map(({ when }) => when?.flags?.any);
  const { actor } = facts;
  return (
    grants.length > 0 &&
    among(grants.map(({ when }) => when?.reasons), request.reason) &&
    among(grants.map(({ when }) => when?.channels), request.channel) &&
    among(grants.map(({ when }) => (when?.proactive === undefined ? undefined : [String(when.proactive)])), String(request.proactive === true)) &&
    among(grants.map(({ who }) => who?.departments), actor.department) &&
    among(grants.map(({ who }) => who?.sites), actor.site) &&
    among(grants.map(({ when }) => when?.tiers), told(request.customer, customer?.tier ?? undefined)) &&
    between(grants.map(({ when }) => when?.lifetimeValue), told(request.customer, customer?.lifetimeValue?.minor)) &&
    between(grants.map(({ when }) => when?.orderValue), told(request.order, order?.value?.minor)) &&
    between(grants.map(({ when }) => when?.daysSincePurchase), told(request.order, order?.daysSincePurchase ?? undefined)) &&
    between(grants.map(({ who }) => who?.level), actor.level) &&
    between(grants.map(({ who }) => who?.tenureDays), actor.tenureDays) &&
    (request.flags == null || flags.some((set) => set === undefined || set.length === 0) || request.flags.some((flag) => flags.some((set) => set?.includes(flag)))) &&
    days.some(([from]) => from <= day) &&
    days.some(([, to]) => day < to)
  );
}

/** Nothing covers it, whatever it is: all that is asked about is known. */
function isUncovered({ policy }: Pick<SmallPolicy, "policy">, { request, facts }: Situation): boolean {
  const { reason, unknown } = policy.evaluate(request, facts);
  return reason === "no_rule_covers" && unknown.every((path) => path === "customer.ref");
}

describe("gap", () => {
  test("exactly the roles and gestures with a situation that grants speak of and none covers", () => {
    const seen = { none: 0, some: 0 };
    forAll((small, situations, findings) => {
      const { document } = small.policy;
      const named = new Set(document.rules.flatMap(({ effect, who }) => (effect === "grant" ? (who?.roles ?? []) : [])));
      const roles = named.size > 0 ? [...named] : ["temp"];
      const expected = roles.filter((role) => situations.some((situation) => situation.facts.actor.roles[0] === role && isUncovered(small, situation) && isSpokenOf(small, situation, role)));
      const reported = of(findings, "gap").map(({ params }) => String(params["role"]));
      expect(reported.map((role) => (named.size > 0 ? role : "temp")).sort()).toEqual(expected.sort());
      seen[reported.length > 0 ? "some" : "none"]++;
    });
    expect(Math.min(seen.none, seen.some)).toBeGreaterThan(2);
  });
});

describe("limit_not_rising", () => {
  test("exactly where somebody in the higher role may give less in the same situation, holding every course", () => {
    const seen = { rising: 0, falling: 0 };
    forAll((small, situations, findings) => {
      const { document } = small.policy;
      const spoken = (role: string) => document.rules.some(({ who }) => who?.roles?.includes(role)) || document.budgets.some(({ limits }) => limits.some((row) => row.role === role));
      const needed = new Set(document.rules.flatMap(({ who }) => who?.courses ?? []));
      const isKnown = ({ request, facts }: Situation) => small.policy.evaluate(request, facts).unknown.filter((path) => path !== "customer.ref").length === 0 && [...needed].every((course) => facts.actor.courses.includes(course));
      const falls = ({ request, facts }: Situation) => {
        const [low, high] = hierarchy.map((role) => small.policy.evaluate(request, inRole(facts, role)));
        if (low === undefined || high === undefined) return false;
        return low.limit === null ? low.rule !== null && low.reason !== "forbidden_by_rule" && (high.rule === null || high.reason === "forbidden_by_rule") : low.limit > (high.limit ?? 0);
      };
      const expected = hierarchy.every(spoken) && situations.some((situation) => isKnown(situation) && falls(situation));
      const reported = of(findings, "limit_not_rising");
      expect(reported.length).toBe(Number(expected));
      seen[expected ? "falling" : "rising"]++;
      for (const { witness } of reported) expect(witness !== null && falls(witness)).toBe(true);
    });
    expect(Math.min(seen.rising, seen.falling)).toBeGreaterThan(2);
  });
});

describe("budgets", () => {
  test("below a case limit exactly where a rule decides with its whole limit and the budget leaves less", () => {
    let some = 0;
    forAll((small, situations, findings) => {
      const expected = new Set<string>();
      for (const { request, facts } of situations) {
        if (request.customer !== "none" && (request.customer?.ref ?? undefined) === undefined) continue;
        const { verdict, rules, budgets } = small.policy.explain(request, facts);
        const rule = small.policy.document.rules.find(({ code }) => code === verdict.rule);
        if (rule?.effect !== "grant" || verdict.limit === null || rule.limit?.perCase !== verdict.limit || rules.some(({ effect, status }) => effect === "grant" && status === "restricts")) continue;
        if (verdict.unknown.length > 0) continue;
        for (const { code, unit, limit } of budgets) if (unit === "minor" ? limit < verdict.limit : limit === 0 && verdict.limit > 0) expected.add(`${rule.code}/${code}`);
      }
      const reported = of(findings, "budget_below_case_limit").map(({ rules, budgets }) => `${rules[0]}/${budgets?.[0]}`);
      expect(reported.sort()).toEqual([...expected].sort());
      some += reported.length;
    }, budgeted);
    expect(some).toBeGreaterThan(2);
  });

  test("never binding exactly where, all others left out, using it up changes no verdict; or another one is as strict", () => {
    const seen = { free: 0, covered: 0, binding: 0 };
    forAll((small, situations, findings) => {
      for (const { code } of small.document.budgets) {
        const without = compilePolicy({ ...small.document, budgets: [] });
        const alone = compilePolicy({ ...small.document, budgets: small.document.budgets.filter((budget) => budget.code === code) });
        const binds = situations.some(({ request, facts }) => {
          const [free, full] = [without.evaluate(request, facts), alone.evaluate(request, { ...facts, usage: { [code]: 1_000_000 } })];
          return free.room !== full.room || free.outcome !== full.outcome || free.binding !== full.binding;
        });
        const [reported] = of(findings, "budget_never_binds").filter(({ budgets }) => budgets?.[0] === code);
        if (reported?.params["kind"] === "covered") seen.covered++;
        else expect([code, reported === undefined]).toEqual([code, binds]);
        seen[binds ? "binding" : "free"]++;
      }
    }, budgeted);
    expect(Math.min(seen.free, seen.binding)).toBeGreaterThan(2);
  });
});

test("whatever the order of rules, budgets and set members, the findings are the same", () => {
  const turned = <T>(list: readonly T[] | undefined) => list && [...list].reverse();
  fc.assert(
    fc.property(documents(8), (document) => {
      const other = {
        ...document,
        rules: document.rules.toReversed().map((rule) => ({ ...rule, gestures: turned(rule.gestures), who: { ...rule.who, roles: turned(rule.who?.roles), sites: turned(rule.who?.sites) }, when: { ...rule.when, reasons: turned(rule.when?.reasons), tiers: turned(rule.when?.tiers) } })),
        budgets: document.budgets.toReversed().map((budget) => ({ ...budget, limits: turned(budget.limits) })),
      };
      const found = (from: unknown) => lintPolicy(compilePolicy(from).document, { hierarchy, today: "2026-11-22" });
      expect(found(other)).toEqual(found(document));
    }),
    { numRuns: 40 },
  );
});

test("keys are unique", () => {
  fc.assert(
    fc.property(documents(8), (document) => {
      const keys = lintPolicy(compilePolicy(document).document, { hierarchy, today: "2026-11-22" }).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 40 },
  );
});

test("the same request is asked for another amount", () => {
  expect(asking({ gesture: "call", reason: domain.reasons[0], channel: domain.channels[0] }, 5).amount).toBeUndefined();
});
