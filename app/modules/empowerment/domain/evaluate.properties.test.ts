import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { documents, factSets, requests, type RandomDocument } from "./arbitraries.ts";
import { compilePolicy } from "./compile.ts";
import type { DecisionRequest, Facts, Verdict } from "./verdict.ts";

const situations = fc.array(fc.tuple(requests, factSets), { minLength: 6, maxLength: 6 });
const numRuns = 300;

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

/** Holds a property over random policies, six situations each. */
function forAll(check: (document: RandomDocument, request: DecisionRequest, facts: Facts) => void): void {
  fc.assert(
    fc.property(documents(), situations, (document, cases) => {
      for (const [request, facts] of cases) check(document, request, facts);
    }),
    { numRuns },
  );
}

/** Holds a property that compares a policy with a changed one. */
function forChanged<C>(
  changes: fc.Arbitrary<C>,
  change: (document: RandomDocument, by: C) => RandomDocument,
  check: (before: Verdict, after: Verdict, request: DecisionRequest) => void,
  situation: (facts: Facts) => Facts = (facts) => facts,
): void {
  fc.assert(
    fc.property(documents(), situations, changes, (document, cases, by) => {
      const before = compilePolicy(document);
      const after = compilePolicy(change(document, by));
      for (const [request, facts] of cases) check(before.evaluate(request, situation(facts)), after.evaluate(request, situation(facts)), request);
    }),
    { numRuns },
  );
}

const room = (verdict: Verdict) => verdict.room ?? 0;
const withAmount = (request: DecisionRequest, minor: number) => ({ ...request, amount: { minor, currency: "VND" } });
const oneRole = (facts: Facts): Facts => ({ ...facts, actor: { ...facts.actor, roles: facts.actor.roles.slice(0, 1) } });

describe("order", () => {
  test("rules, budgets and set members in any order give the same verdict and explanation", () => {
    const turned = <T>(list: readonly T[] | undefined) => list && [...list].reverse();
    forAll((document, request, facts) => {
      const other = {
        ...document,
        rules: document.rules.toReversed().map((rule) => ({
          ...rule,
          gestures: turned(rule.gestures),
          who: { ...rule.who, roles: turned(rule.who?.roles), sites: turned(rule.who?.sites), courses: turned(rule.who?.courses) },
          when: { ...rule.when, reasons: turned(rule.when?.reasons), tiers: turned(rule.when?.tiers) },
        })),
        budgets: document.budgets.toReversed().map((budget) => ({ ...budget, limits: turned(budget.limits) })),
      };
      const asked = { ...request, flags: turned(request.flags ?? undefined) };
      const known = { ...facts, actor: { ...facts.actor, roles: facts.actor.roles.toReversed(), courses: facts.actor.courses.toReversed() } };
      expect(compilePolicy(other).explain(asked, known)).toEqual(compilePolicy(document).explain(request, facts));
    });
  });

  test("the same question always has the same answer, whatever was asked in between", () => {
    fc.assert(
      fc.property(documents(), situations, (document, cases) => {
        const policy = compilePolicy(document);
        const first = cases.map(([request, facts]) => JSON.stringify(policy.explain(request, facts)));
        const again = cases.toReversed().map(([request, facts]) => JSON.stringify(policy.explain(request, facts)));
        expect(again.toReversed()).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});

describe("amounts and limits", () => {
  test("granted for an amount, granted for each smaller one", () => {
    forAll((document, request, facts) => {
      const policy = compilePolicy(document);
      const minor = request.amount?.minor;
      if (minor === undefined || policy.evaluate(request, facts).outcome !== "granted") return;
      for (let less = 1; less < minor; less++) expect(policy.evaluate(withAmount(request, less), facts).outcome).toBe("granted");
    });
  });

  test("the whole room is granted or needs a second person, one minor unit more is neither", () => {
    forAll((document, request, facts) => {
      const policy = compilePolicy(document);
      const verdict = policy.evaluate(request, oneRole(facts));
      if (verdict.room === null || verdict.room === 0) return;
      expect(["within_case_limit", "second_person_required"]).toContain(policy.evaluate(withAmount(request, verdict.room), oneRole(facts)).reason);
      expect(["within_case_limit", "second_person_required"]).not.toContain(policy.evaluate(withAmount(request, verdict.room + 1), oneRole(facts)).reason);
    });
  });

  test("limit and room do not depend on the amount asked", () => {
    forAll((document, request, facts) => {
      if (request.amount === undefined) return;
      const policy = compilePolicy(document);
      const [asked, least] = [policy.evaluate(request, oneRole(facts)), policy.evaluate(withAmount(request, 1), oneRole(facts))];
      expect([asked.limit, asked.room, asked.rule]).toEqual([least.limit, least.room, least.rule]);
    });
  });

  test("raising one number of the policy never loses a grant", () => {
    const raise = fc.record({ at: fc.nat(8), by: fc.integer({ min: 1, max: 5 }), what: fc.constantFrom("perCase", "percent", "second", "budget") });
    forChanged(raise, raised, (before, after) => {
      if (before.outcome === "granted") expect(after.outcome).toBe("granted");
      expect(room(after)).toBeGreaterThanOrEqual(before.outcome === "granted" ? room(before) : 0);
    }, oneRole);
  });

  test("the more is consumed the less is left", () => {
    forAll((document, request, facts) => {
      const policy = compilePolicy(document);
      const before = policy.evaluate(request, oneRole(facts));
      const more = policy.evaluate(request, { ...oneRole(facts), caseTotal: (facts.caseTotal ?? 0) + 1 });
      const usage = { B00: 1, ...facts.usage };
      const used = policy.evaluate(request, { ...oneRole(facts), usage: { ...usage, B00: usage.B00 + 1 } });
      expect(room(more)).toBeLessThanOrEqual(room(before));
      expect(room(used)).toBeLessThanOrEqual(room(before));
      if (before.outcome !== "granted") expect([more.outcome, used.outcome]).not.toContain("granted");
    });
  });
});

describe("grants and prohibitions", () => {
  test("without a grant nothing is granted", () => {
    forAll((document, request, facts) => {
      const policy = compilePolicy({ ...document, rules: document.rules.filter(({ effect }) => effect !== "grant") });
      const verdict = policy.evaluate(request, facts);
      expect(verdict.outcome).not.toBe("granted");
      expect(room(verdict)).toBe(0);
    });
  });

  test("a granted amount lies within the limit of a grant that applies, within room and every budget", () => {
    forAll((document, request, facts) => {
      const { verdict, rules, budgets, caseTotal } = compilePolicy(document).explain(request, facts);
      if (verdict.outcome !== "granted") return;
      const amount = request.amount?.minor ?? 0;
      expect(rules.some(({ effect, status }) => effect === "grant" && status === "applied")).toBe(true);
      expect(rules.filter(({ effect, failed }) => effect === "prohibit" && failed.length === 0)).toEqual([]);
      expect(amount).toBeLessThanOrEqual(verdict.room ?? 0);
      expect(amount + caseTotal).toBeLessThanOrEqual(verdict.limit ?? caseTotal);
      for (const { unit, remaining } of budgets) expect(remaining).toBeGreaterThanOrEqual(unit === "count" ? 1 : amount);
    });
  });

  test("adding a prohibition never makes a grant of anything else", () => {
    const prohibition = documents(9).map(({ rules }) => rules.find(({ effect }) => effect === "prohibit")).filter((rule) => rule !== undefined);
    forChanged(prohibition, (document, rule) => ({ ...document, rules: [...document.rules, { ...rule, code: "AAA" }] }), (before, after) => {
      if (before.outcome !== "granted") expect(after.outcome).not.toBe("granted");
      if (after.rule === "AAA") expect(room(after)).toBe(0);
    });
  });

  test("leaving out a rule that does not match changes nothing but the near misses", () => {
    forAll((document, request, facts) => {
      const { verdict, rules } = compilePolicy(document).explain(request, oneRole(facts));
      const idle = rules.find(({ status, failed }) => (status === "not_matched" || status === "not_in_force") && failed.length > 1);
      if (idle === undefined) return;
      const without = compilePolicy({ ...document, rules: document.rules.filter(({ code }) => code !== idle.code) });
      expect({ ...without.evaluate(request, oneRole(facts)), unknown: [] }).toEqual({ ...verdict, unknown: [] });
    });
  });

  test("adding a grant changes only what it surely or maybe covers", () => {
    const grant = documents(9).map(({ rules }) => rules.find(({ effect }) => effect === "grant")).filter((rule) => rule !== undefined);
    fc.assert(
      fc.property(documents(), situations, grant, (document, cases, rule) => {
        const before = compilePolicy(document);
        const after = compilePolicy({ ...document, rules: [...document.rules, { ...rule, code: "ZZZ" }] });
        for (const [request, facts] of cases) {
          const { verdict, rules } = after.explain(request, oneRole(facts));
          const status = rules.find(({ code }) => code === "ZZZ")?.status ?? "not_matched";
          if (status !== "not_matched" && status !== "not_in_force") continue;
          const gap = (reason: string) => (reason === "training_required" ? "no_rule_covers" : reason);
          const old = before.evaluate(request, oneRole(facts));
          expect({ ...verdict, unknown: [], reason: gap(verdict.reason) }).toEqual({ ...old, unknown: [], reason: gap(old.reason) });
        }
      }),
      { numRuns },
    );
  });
});

describe("unknown facts", () => {
  const forget = fc.constantFrom("customer", "customer.ref", "customer.tier", "customer.lifetimeValue", "order", "order.value", "order.daysSincePurchase", "flags", "actor.department", "actor.site", "actor.level", "actor.tenureDays");

  test("forgetting facts never raises limit or room and never gains a grant", () => {
    fc.assert(
      fc.property(documents(), situations, fc.uniqueArray(forget, { minLength: 1, maxLength: 4 }), (document, cases, paths) => {
        const policy = compilePolicy(document);
        for (const [request, facts] of cases) {
          const known = policy.evaluate(request, facts);
          const [asked, about] = forgotten(request, facts, paths);
          const vague = policy.evaluate(asked, about);
          expect(room(vague)).toBeLessThanOrEqual(room(known));
          if (known.outcome !== "granted") expect(vague.outcome).not.toBe("granted");
          const alone = [policy.evaluate(asked, oneRole(about)), policy.evaluate(request, oneRole(facts))] as const;
          expect(alone[0].limit ?? 0).toBeLessThanOrEqual(alone[1].limit ?? 0);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("absent facts that are asked about are listed, sorted, each once; where nothing is absent none is", () => {
    forAll((document, request, facts) => {
      const { unknown } = compilePolicy(document).evaluate(request, facts);
      expect(unknown).toEqual([...new Set(unknown)].sort());
      const told = { ...request, customer: "none" as const, order: "none" as const, flags: [] };
      const known = { ...facts, actor: { department: "none", site: "none", level: 0, tenureDays: 0, ...definedOf(facts.actor) } } as Facts;
      expect(compilePolicy(document).evaluate(told, known).unknown).toEqual([]);
    });
  });
});

function raised(document: RandomDocument, { at, by, what }: { at: number; by: number; what: string }): RandomDocument {
  if (what === "budget") {
    return { ...document, budgets: document.budgets.map((budget, n) => (n === at ? { ...budget, limits: budget.limits.map((row) => ({ ...row, limit: row.limit + by })) } : budget)) };
  }
  return {
    ...document,
    rules: document.rules.map((rule, n) => {
      if (n !== at) return rule;
      const { perCase, percentOfOrder } = rule.limit ?? {};
      const above = rule.duties?.secondPersonAbove;
      if (what === "perCase" && perCase !== undefined) return { ...rule, limit: { ...rule.limit, perCase: perCase + by } };
      if (what === "percent" && percentOfOrder !== undefined) return { ...rule, limit: { ...rule.limit, percentOfOrder: Math.min(100, percentOfOrder + by) } };
      if (what === "second" && above !== undefined) return { ...rule, duties: { ...rule.duties, secondPersonAbove: above + by } };
      return rule;
    }),
  };
}

function forgotten(request: DecisionRequest, facts: Facts, paths: readonly string[]): [DecisionRequest, Facts] {
  const copy = structuredClone({ request, actor: facts.actor }) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  for (const path of paths) {
    const [head = "", key] = path.split(".");
    const owner = head === "actor" ? copy.actor : copy.request;
    if (key === undefined) delete owner?.[head];
    else if (head === "actor") delete owner?.[key];
    else if (typeof owner?.[head] === "object") delete owner[head][key];
  }
  return [copy.request as unknown as DecisionRequest, { ...facts, actor: copy.actor as unknown as Facts["actor"] }];
}

function definedOf(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
