import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { documents, factSets, requests } from "./arbitraries.ts";
import { compilePolicy, type CompiledPolicy } from "./compile.ts";
import { nearMisses, type NearMiss } from "./near-misses.ts";
import { policyWith, vnd } from "./sample-policy.ts";
import type { DecisionRequest, Explanation, Facts } from "./verdict.ts";

const situations = fc.array(fc.tuple(requests, factSets), { minLength: 6, maxLength: 6 });

// a busy machine takes several times as long
vi.setConfig({ testTimeout: 60_000 });

function forAll(check: (policy: CompiledPolicy, request: DecisionRequest, facts: Facts) => void): void {
  fc.assert(
    fc.property(documents(), situations, (document, cases) => {
      const policy = compilePolicy(document);
      for (const [request, facts] of cases) check(policy, request, facts);
    }),
    { numRuns: 300 },
  );
}

test("outcome, limit, room and binding can be recomputed from the explanation", () => {
  forAll((policy, request, facts) => {
    const explanation = policy.explain(request, facts);
    const { outcome, limit, room, binding } = explanation.verdict;
    expect(recomputed(explanation, policy, request)).toEqual({ outcome, limit, room, binding });
  });
});

test("the explanation's verdict is the evaluation's", () => {
  forAll((policy, request, facts) => expect(policy.explain(request, facts).verdict).toEqual(policy.evaluate(request, facts)));
});

test("every rule of the gesture has one entry, by code; budgets too", () => {
  forAll((policy, request, facts) => {
    const { rules, budgets } = policy.explain(request, facts);
    const own = policy.document.rules.filter(({ gestures = [] }) => gestures.length === 0 || gestures.includes(request.gesture));
    expect(rules.map(({ code }) => code)).toEqual(own.map(({ code }) => code).sort());
    expect(budgets.map(({ code }) => code)).toEqual(budgets.map(({ code }) => code).sort());
  });
});

test("the limit applied is the least of the grants left, and an overridden grant names a narrower one that is left", () => {
  forAll((policy, request, facts) => {
    const { rules } = policy.explain(request, facts);
    const limits = (status: string) => rules.filter((rule) => rule.status === status && rule.effect === "grant").map(({ limit }) => limit ?? 0);
    for (const more of limits("stricter_used")) for (const least of limits("applied")) expect(least).toBeLessThan(more);
    for (const { status, by } of rules) {
      expect(by !== undefined).toBe(status === "overridden");
      if (by !== undefined) expect(["applied", "stricter_used"]).toContain(rules.find(({ code }) => code === by)?.status);
    }
  });
});

test("a near miss that is satisfied as told surely matches", () => {
  let satisfied = 0;
  forAll((policy, request, facts) => {
    const alone = { ...facts, actor: { ...facts.actor, roles: facts.actor.roles.slice(0, 1) } };
    for (const miss of nearMisses(policy.explain(request, alone))) {
      const entry = policy.explain(...told(request, alone, miss)).rules.find(({ code }) => code === miss.rule);
      expect(entry?.failed).toEqual([]);
      satisfied++;
    }
  });
  expect(satisfied).toBeGreaterThan(100);
});

test("an explanation says of each rule whether it applied, gave way, restricts or failed, and where", () => {
  const policy = policyWith([
    { code: "WIDE", limit: { perCase: 1000 }, duties: { note: true } },
    { code: "GOLD", limit: { perCase: 800 }, when: { tiers: ["gold"] } },
    { code: "STORE", limit: { perCase: 900 }, when: { channels: ["store"] } },
    { code: "BIG", limit: { perCase: 700 }, when: { orderValue: { min: 100 } } },
    { code: "LATE", limit: { perCase: 5 }, validFrom: "2027-01-01" },
    { code: "CHAT", limit: { perCase: 5 }, when: { channels: ["chat"] } },
    { code: "WATCH", effect: "require", duties: { evidence: true } },
  ]);
  const request = { gesture: "refund", reason: "fault", channel: "store", amount: vnd(1), customer: { ref: "C-1", tier: "gold" }, flags: [] };
  const { rules } = policy.explain(request, { now: "2026-11-22T03:00:00Z", actor: { roles: ["frontline"], courses: [] } });
  expect(rules).toEqual([
    { code: "BIG", effect: "grant", status: "restricts", limit: 700, failed: [{ dim: "orderValue", actual: null, needed: { min: 100 } }] },
    { code: "CHAT", effect: "grant", status: "not_matched", failed: [{ dim: "channels", actual: "store", needed: ["chat"] }] },
    { code: "GOLD", effect: "grant", status: "applied", limit: 800, failed: [] },
    { code: "LATE", effect: "grant", status: "not_in_force", failed: [{ dim: "validity", actual: "2026-11-22", needed: { min: "2027-01-01" } }] },
    { code: "STORE", effect: "grant", status: "stricter_used", limit: 900, failed: [] },
    { code: "WATCH", effect: "require", status: "restricts", duties: { evidence: true }, failed: [] },
    { code: "WIDE", effect: "grant", status: "overridden", by: "GOLD", limit: 1000, duties: { note: true }, failed: [] },
  ]);
});

/** Outcome, limit, room and binding from the entries alone, with what the document says of second persons and blocks. */
function recomputed({ verdict, rules, budgets, caseTotal }: Explanation, policy: CompiledPolicy, request: DecisionRequest): unknown {
  const amount = request.amount?.minor ?? null;
  const nothing = amount === null ? null : 0;
  const prohibition = rules.filter(({ effect }) => effect === "prohibit").map(({ status }) => status);
  if (prohibition.includes("applied")) return { outcome: "refused", limit: nothing, room: nothing, binding: null };
  if (prohibition.includes("restricts")) return { outcome: "escalated", limit: nothing, room: nothing, binding: null };

  const grants = rules.filter(({ effect }) => effect === "grant");
  if (!grants.some(({ status }) => status === "applied")) return { outcome: "escalated", limit: nothing, room: nothing, binding: null };
  const left = budgets.map(({ code, unit, remaining, subject }) => ({
    code,
    remaining: unit === "count" && remaining > 0 ? Infinity : remaining,
    known: !verdict.unknown.includes({ customer: "customer.ref", site: "actor.site", person: "", team: "" }[subject]),
    blocks: policy.document.budgets.some((budget) => budget.code === code && budget.onExceed === "block"),
  }));
  const exceeded = left.filter(({ remaining }) => (amount ?? 1) > remaining);
  const blocking = exceeded.filter(({ known, blocks }) => known && blocks);
  if (amount === null) {
    const stopping = blocking[0] ?? exceeded.find(({ known }) => known) ?? exceeded[0];
    return { outcome: blocking.length > 0 ? "refused" : stopping ? "escalated" : "granted", limit: null, room: null, binding: stopping?.code ?? null };
  }
  const limit = Math.min(...grants.filter(({ status }) => ["applied", "stricter_used", "restricts"].includes(status)).map((entry) => entry.limit ?? 0));
  const places = [{ code: "case", remaining: Math.max(0, limit - caseTotal) }, ...left];
  const room = Math.min(...places.map(({ remaining }) => remaining));
  const binding = blocking[0]?.code ?? places.find(({ remaining }) => remaining === room)?.code;
  if (amount > room) return { outcome: blocking.length > 0 ? "refused" : "escalated", limit, room, binding };
  const second = verdict.secondPersonAbove !== null && amount > verdict.secondPersonAbove;
  return { outcome: second ? "escalated" : "granted", limit, room, binding };
}

/** The situation with the one missing thing as the near miss says it must be. */
function told(request: DecisionRequest, facts: Facts, { missing: { dim, needed } }: NearMiss): [DecisionRequest, Facts] {
  const customer = typeof request.customer === "object" ? request.customer : {};
  const order = typeof request.order === "object" ? request.order : {};
  const first = Array.isArray(needed) ? (needed as string[])[0] : undefined;
  const range = typeof needed === "object" && !Array.isArray(needed) ? (needed as { min?: number; below?: number }) : {};
  const number = range.min ?? (range.below ?? 1) - 1;
  const actor = (part: Partial<Facts["actor"]>): [DecisionRequest, Facts] => [request, { ...facts, actor: { ...facts.actor, ...part } }];
  switch (dim) {
    case "roles":
      return actor({ roles: needed as string[] });
    case "courses":
      return actor({ courses: needed as string[] });
    case "departments":
      return actor({ department: first });
    case "sites":
      return actor({ site: first });
    case "level":
      return actor({ level: number });
    case "tenureDays":
      return actor({ tenureDays: number });
    case "tiers":
      return [{ ...request, customer: { ...customer, tier: first } }, facts];
    case "lifetimeValue":
      return [{ ...request, customer: { ...customer, lifetimeValue: vnd(number) } }, facts];
    case "orderValue":
      return [{ ...request, order: { ...order, value: vnd(number) } }, facts];
    case "daysSincePurchase":
      return [{ ...request, order: { ...order, daysSincePurchase: number } }, facts];
    case "flags":
      return [{ ...request, flags: needed as string[] }, facts];
    case "proactive":
      return [{ ...request, proactive: needed as boolean }, facts];
    case "validity": {
      const { min, below } = needed as { min?: string; below?: string };
      const day = min ?? new Date(Date.parse(`${below}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      return [request, { ...facts, now: `${day}T12:00:00+07:00` }];
    }
    default:
      return [{ ...request, [dim.slice(0, -1)]: first } as unknown as DecisionRequest, facts];
  }
}
