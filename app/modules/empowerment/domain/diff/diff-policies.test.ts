import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { compilePolicy, type CompiledPolicy } from "../compile.ts";
import { allSituations, asking, smallPolicies, type SmallPolicy } from "../grid/arbitraries.ts";
import { generatedPolicy } from "../lint/generated-policy.ts";
import { bare, documentWith } from "../sample-policy.ts";
import type { DecisionRequest, Facts, Verdict } from "../verdict.ts";
import { diffPolicies, type GestureChange, type PolicyDiff } from "./diff-policies.ts";

// a busy machine takes many times as long
vi.setConfig({ testTimeout: 240_000 });

const RUNS = 60;
type Rule = SmallPolicy["document"]["rules"][number];

/** Two versions of a small policy: rules and budgets come, go and change. */
const pairs = fc
  .tuple(smallPolicies(6, 2), fc.infiniteStream(fc.nat(5)), fc.infiniteStream(fc.integer({ min: 0, max: 6 })))
  .map(([small, draw, numbers]) => {
    const kind = () => draw.next().value as number;
    const number = () => numbers.next().value as number;
    const altered = (rule: Rule): Rule => {
      const how = kind();
      if (how === 0 && rule.limit?.perCase !== undefined) return { ...rule, limit: { ...rule.limit, perCase: number() } };
      if (how === 1 && rule.effect !== "require") return { ...rule, duties: { note: number() > 3, secondPersonAbove: number() } };
      if (how === 2 && rule.effect === "grant") return { ...rule, duties: { evidence: number() > 3 } };
      return rule;
    };
    const before = { ...small.document, rules: small.document.rules.filter(() => kind() > 0), budgets: small.document.budgets.filter(() => kind() > 0) };
    const after = {
      ...small.document,
      rules: small.document.rules.filter(() => kind() > 0).map(altered),
      budgets: small.document.budgets.filter(() => kind() > 0).map((budget) => (kind() > 2 ? budget : { ...budget, limits: budget.limits.map((row) => ({ ...row, limit: number() })) })),
    };
    return { small, before: compilePolicy(before), after: compilePolicy(after) };
  });

const rank = { granted: 2, escalated: 1, refused: 0 } as const;
const amounts = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether the second policy allows more than the first in a situation, as its verdicts say. */
function allowsMore(first: CompiledPolicy, second: CompiledPolicy, request: DecisionRequest, facts: Facts): boolean {
  const verdicts = amounts.map((minor) => [first.evaluate(asking(request, minor), facts), second.evaluate(asking(request, minor), facts)] as const);
  const [a, b] = verdicts[0] as readonly [Verdict, Verdict];
  const kind = (verdict: Verdict) => (verdict.role === null ? "barred" : verdict.rule === null ? "asks" : "gives");
  const alike = kind(a) === kind(b) && (a.outcome === "refused") === (b.outcome === "refused");
  return (
    verdicts.some(([one, other]) => rank[other.outcome] > rank[one.outcome]) ||
    (b.room ?? 0) > (a.room ?? 0) ||
    (alike && ((a.duties.note && !b.duties.note) || (a.duties.evidence && !b.duties.evidence)))
  );
}

const changeOf = (more: boolean, less: boolean): GestureChange["change"] => (more ? (less ? "incomparable" : "more") : less ? "less" : "equal");
const mirrored = { equal: "equal", more: "less", less: "more", incomparable: "incomparable" } as const;

describe("two versions", () => {
  test("each role is more, less or equally permitted exactly as its verdicts in every situation say", () => {
    const seen = { equal: 0, more: 0, less: 0, incomparable: 0 };
    fc.assert(
      fc.property(pairs, ({ small, before, after }) => {
        const situations = allSituations(small, 900);
        fc.pre(situations !== null);
        const { gestures } = diffPolicies(before.document, after.document);
        for (const role of ["agent", "lead", "temp"]) {
          const own = (situations ?? []).filter(({ facts }) => facts.actor.roles[0] === role);
          const more = own.some(({ request, facts }) => allowsMore(before, after, request, facts));
          const less = own.some(({ request, facts }) => allowsMore(after, before, request, facts));
          const entry = gestures.find((change) => change.gesture === small.gesture && change.role === role) ?? gestures.find((change) => change.gesture === small.gesture && change.role === "*");
          expect([role, entry?.change, entry?.complete]).toEqual([role, changeOf(more, less), true]);
          seen[changeOf(more, less)]++;
        }
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(2);
  });

  test("examples differ as they say when they are evaluated", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        for (const { examples, change } of diffPolicies(before.document, after.document).gestures) {
          expect(examples.length > 0).toBe(change !== "equal");
          expect(examples.length).toBeLessThanOrEqual(3);
          for (const { direction, request, facts, before: was, after: is } of examples) {
            expect([before.evaluate(request, facts), after.evaluate(request, facts)]).toEqual([was, is]);
            expect(allowsMore(before, after, request, facts)).toBe(direction !== "loses");
            expect(allowsMore(after, before, request, facts)).toBe(direction !== "gains");
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("the other way round everything is mirrored", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const [there, back] = [diffPolicies(before.document, after.document), diffPolicies(after.document, before.document)];
        expect(back.gestures.map(mirror)).toEqual(there.gestures);
        expect(back.rules.map(({ code, kind }) => [code, kind])).toEqual(there.rules.map(({ code, kind }) => [code, kind === "added" ? "removed" : kind === "removed" ? "added" : kind]));
        expect(back.settings).toEqual(there.settings);
      }),
      { numRuns: RUNS },
    );
  });

  test("nothing differs from itself, in whatever order it is written", () => {
    fc.assert(
      fc.property(smallPolicies(6, 4), ({ document, policy }) => {
        const turned = compilePolicy({ ...document, rules: document.rules.toReversed(), budgets: document.budgets.toReversed() });
        const diff = diffPolicies(policy.document, turned.document);
        expect(isEmpty(diff)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function mirror({ examples, change, ...rest }: GestureChange): GestureChange {
  const turnedBack = { gains: "loses", loses: "gains", both: "both" } as const;
  const turned = examples.map(({ direction, before, after, ...example }) => ({ ...example, direction: turnedBack[direction], before: after, after: before }));
  return { ...rest, change: mirrored[change], examples: turned };
}

function isEmpty({ gestures, rules, budgets, settings }: PolicyDiff): boolean {
  return rules.length === 0 && budgets.length === 0 && settings.length === 0 && gestures.every(({ change, examples }) => change === "equal" && examples.length === 0);
}

describe("what is told of a change", () => {
  const diff = (before: Record<string, unknown>, after: Record<string, unknown>) => diffPolicies(compilePolicy(before).document, compilePolicy(after).document);
  const rule = (more: Record<string, unknown> = {}) => ({ code: "R1", who: { roles: ["frontline"] }, limit: { perCase: 500_000 }, ...more });
  const of = ({ gestures }: PolicyDiff, gesture: string, role: string) => gestures.find((entry) => entry.gesture === gesture && entry.role === role);

  test("a raised limit is more for its role and gesture alone, and the fields that changed are named", () => {
    const found = diff(documentWith([rule()]), documentWith([rule({ limit: { perCase: 600_000 } })]));
    expect(found.gestures.filter(({ change }) => change !== "equal").map(({ gesture, role, change }) => [gesture, role, change])).toEqual([["refund", "frontline", "more"]]);
    expect(found.rules.map(({ code, fields }) => [code, fields])).toEqual([["R1", [{ field: "limit.perCase", before: 500_000, after: 600_000 }]]]);
    const [example] = of(found, "refund", "frontline")?.examples ?? [];
    expect([example?.request.amount?.minor, example?.before.outcome, example?.after.outcome]).toEqual([500_001, "escalated", "granted"]);
  });

  test("another wording changes nothing that is allowed", () => {
    const found = diff(documentWith([rule({ name: { vi: "Một", en: "One" } })]), documentWith([rule({ name: { vi: "Hai", en: "Two" } })]));
    expect(found.gestures.every(({ change }) => change === "equal")).toBe(true);
    expect(found.rules.map(({ code, fields }) => [code, fields.map(({ field }) => field)])).toEqual([["R1", ["name"]]]);
  });

  test("a rule that takes another code changes nothing that is allowed", () => {
    expect(diff(documentWith([rule()]), documentWith([rule({ code: "R2" })])).gestures.every(({ change }) => change === "equal")).toBe(true);
  });

  test("a new budget that leaves less than the limit is less, one that leaves more wants the customer named", () => {
    const budget = (limit: number, subject: string) => ({ budgets: [{ code: "B", subject, measure: "amount", window: "day", limits: [{ role: "*", limit }] }] });
    expect(of(diff(documentWith([rule()]), documentWith([rule()], budget(100_000, "person"))), "refund", "frontline")?.change).toBe("less");
    expect(of(diff(documentWith([rule()]), documentWith([rule()], budget(900_000, "person"))), "refund", "frontline")?.change).toBe("equal");
    const named = of(diff(documentWith([rule()]), documentWith([rule()], budget(900_000, "customer"))), "refund", "frontline");
    expect([named?.change, named?.examples.map(({ after }) => after.unknown)]).toEqual(["less", [["customer.ref"]]]);
  });

  test("a second person and a duty are less; a reason that requests may not name before is more", () => {
    expect(of(diff(documentWith([rule()]), documentWith([rule({ duties: { secondPersonAbove: 400_000 } })])), "refund", "frontline")?.change).toBe("less");
    expect(of(diff(documentWith([rule()]), documentWith([rule({ duties: { note: true } })])), "refund", "frontline")?.change).toBe("less");
    const reasons = [...bare.reasons, { code: "other", name: { vi: "Khác", en: "Other" } }];
    expect(of(diff(documentWith([rule()]), documentWith([rule()], { reasons })), "refund", "frontline")?.change).toBe("more");
  });

  test("a gesture that is taken away is less for whoever had it", () => {
    const callback = { code: "C1", gestures: ["callback"], who: { roles: ["frontline"] } };
    const gestures = bare.gestures.filter(({ code }) => code !== "callback");
    const found = diff(documentWith([rule(), callback]), documentWith([rule()], { gestures }));
    expect([of(found, "callback", "frontline")?.change, found.settings]).toEqual(["less", ["gestures"]]);
  });

  test("versions in two currencies are not compared", () => {
    expect(diff(documentWith([rule()]), documentWith([rule()], { currency: "USD" }))).toMatchObject({ gestures: [], settings: ["currency"] });
  });
});

test("two versions of 500 rules are compared completely", () => {
  const before = generatedPolicy(500);
  const raised = { ...before, rules: before.rules.map((rule) => (rule.limit?.perCase === undefined ? rule : { ...rule, limit: { ...rule.limit, perCase: rule.limit.perCase + 1000 } })) };
  const { gestures } = diffPolicies(before, raised, { today: "2026-11-22" });
  expect(gestures.every(({ complete, change }) => complete && change !== "less" && change !== "incomparable")).toBe(true);
  expect(gestures.filter(({ change }) => change === "more").length).toBeGreaterThan(20);
});
