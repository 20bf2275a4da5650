import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyDocument, PolicyRule } from "../schemas.ts";
import { changesFor, changesNothing } from "./announcement.ts";
import { documents, domain } from "./arbitraries.ts";
import { isMeantFor } from "./concerns.ts";
import { parsePolicy } from "./parse-policy.ts";
import { policyChanges } from "./rule-changes.ts";

const rule = (code: string, more: Partial<PolicyRule> = {}): PolicyRule => ({ code, effect: "grant", gestures: ["refund"], limit: { perCase: 100 }, who: { roles: ["frontline"] }, ...more });
const of = (...rules: PolicyRule[]): Pick<PolicyDocument, "rules" | "budgets"> => ({ rules, budgets: [] });
const clerk = { roles: ["frontline"], site: "S1", department: "D1" };
const told = (before: ReturnType<typeof of>, after: ReturnType<typeof of>, held = clerk) => changesFor(policyChanges(before, after), held).rules.map(({ code, kind }) => `${code} ${kind}`);

describe("what changes for one person", () => {
  test("is what is meant for them before or after, and only that", () => {
    const before = of(rule("A"), rule("B", { who: { roles: ["manager"] } }), rule("C"));
    const after = of(rule("A", { limit: { perCase: 50 } }), rule("B", { who: { roles: ["manager"] }, limit: { perCase: 900 } }), rule("D"));
    expect(told(before, after)).toEqual(["A changed", "C removed", "D added"]);
    expect(told(before, after, { ...clerk, roles: ["manager"] })).toEqual(["B changed"]);
  });

  test("a rule whose scope moves onto them is new, one that moves off them is gone", () => {
    const [here, there] = [of(rule("A", { who: { sites: ["S1"] } })), of(rule("A", { who: { sites: ["S2"] } }))];
    expect([told(here, there), told(there, here)]).toEqual([["A removed"], ["A added"]]);
  });

  test("who owns a rule or when it is reviewed is nobody else's change; its why is", () => {
    expect(told(of(rule("A")), of(rule("A", { owner: "x@y.z", reviewBy: "2027-01-01" })))).toEqual([]);
    expect(told(of(rule("A")), of(rule("A", { why: { vi: "Vì khách" } })))).toEqual(["A changed"]);
  });

  test("a budget counts as far as it binds their role", () => {
    const budget = (limits: { role: string; limit: number }[]) => ({ rules: [], budgets: [{ code: "B", subject: "person" as const, measure: "amount" as const, window: "day" as const, limits, onExceed: "escalate" as const }] });
    const changes = policyChanges(budget([{ role: "frontline", limit: 5 }]), budget([{ role: "frontline", limit: 3 }]));
    expect(changesFor(changes, clerk).budgets).toMatchObject([{ code: "B", before: 5, after: 3 }]);
    expect(changesNothing(changesFor(changes, { roles: ["manager"] }))).toBe(true);
  });

  test("is nothing between equal versions, whoever one is", () => {
    fc.assert(
      fc.property(documents(), fc.subarray([...domain.roles]), fc.constantFrom(...domain.sites), (random, roles, site) => {
        const document = parsePolicy(random);
        expect(changesNothing(changesFor(policyChanges(document, document), { roles, site }))).toBe(true);
      }),
    );
  });

  test("every rule meant for them that differs in what it grants is among them", () => {
    fc.assert(
      fc.property(documents(), documents(), fc.constantFrom(...domain.roles), (a, b, role) => {
        const [before, after, held] = [parsePolicy(a), parsePolicy(b), { roles: [role], department: "D1", site: "S1", level: 2, tenureDays: 2 }];
        const codes = new Set(changesFor(policyChanges(before, after), held).rules.map(({ code }) => code));
        for (const one of after.rules) {
          const old = before.rules.find(({ code }) => code === one.code);
          const differs = old === undefined ? isMeantFor(one, held) : JSON.stringify(old.limit) !== JSON.stringify(one.limit) && (isMeantFor(old, held) || isMeantFor(one, held));
          if (differs) expect(codes).toContain(one.code);
        }
      }),
    );
  });
});
