import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type PolicyDocument, type PolicyRule, policyShape } from "../schemas.ts";
import { documents } from "./arbitraries.ts";
import { parsePolicy } from "./parse-policy.ts";
import { fieldOf, policyChanges, RULE_FIELDS, type RuleField } from "./rule-changes.ts";

const read = (document: unknown): PolicyDocument => parsePolicy(document);

function shuffled<T>(list: readonly T[]): T[] {
  return [...list].reverse();
}

/** The same document with everything in another order. */
function reordered(document: PolicyDocument): PolicyDocument {
  const rules = shuffled(document.rules).map((rule) => ({ ...rule, gestures: rule.gestures && shuffled(rule.gestures), who: rule.who && { ...rule.who, roles: rule.who.roles && shuffled(rule.who.roles) } }));
  const budgets = shuffled(document.budgets).map((budget) => ({ ...budget, limits: shuffled(budget.limits) }));
  return { ...document, rules, budgets };
}

/** Dotted paths of the shape down to what {@link RULE_FIELDS} takes as one value. */
function leaves(shape: z.ZodType, path = ""): string[] {
  const inner = shape instanceof z.ZodOptional || shape instanceof z.ZodDefault ? (shape.unwrap() as z.ZodType) : shape;
  if (!(inner instanceof z.ZodObject) || path in RULE_FIELDS) return [path];
  return Object.entries(inner.shape).flatMap(([key, member]) => leaves(member as z.ZodType, path === "" ? key : `${path}.${key}`));
}

describe("what differs between two versions", () => {
  test("covers every field a rule can have but its code", () => {
    const rule = policyShape.shape.rules.element;
    expect(leaves(rule).filter((path) => path !== "code").sort()).toEqual(Object.keys(RULE_FIELDS).sort());
  });

  test("is nothing between a document and itself in another order", () => {
    fc.assert(
      fc.property(documents(), (random) => {
        const document = read(random);
        expect(policyChanges(document, reordered(document))).toEqual({ rules: [], budgets: [] });
      }),
    );
  });

  test("mirrors: what was before on one side is after on the other", () => {
    fc.assert(
      fc.property(documents(), documents(), (a, b) => {
        const [one, other] = [read(a), read(b)];
        const mirror = policyChanges(other, one).rules.map(({ code, kind, before, after, fields }) => ({
          code,
          kind: kind === "added" ? "removed" : kind === "removed" ? "added" : kind,
          before: after,
          after: before,
          fields: fields.map((field) => ({ ...field, before: field.after, after: field.before })),
        }));
        expect(policyChanges(one, other).rules).toEqual(mirror);
      }),
    );
  });

  test("writing the new values of every changed field over the old rule gives the new rule", () => {
    fc.assert(
      fc.property(documents(), documents(), (a, b) => {
        for (const { before, after, fields } of policyChanges(read(a), read(b)).rules) {
          const told = new Map(fields.map((field) => [field.field, field.after]));
          for (const field of Object.keys(RULE_FIELDS) as RuleField[]) {
            const now = after === null ? null : fieldOf(after, field);
            const was = before === null ? null : fieldOf(before, field);
            expect(told.has(field) ? told.get(field) : was).toEqual(now);
          }
        }
      }),
    );
  });

  test("names the field, and what stood there before", () => {
    const rule: PolicyRule = { code: "R", effect: "grant", gestures: ["refund"], limit: { perCase: 100 }, why: { vi: "Vì khách", en: "For them" } };
    const before = { rules: [rule], budgets: [] };
    const after = { rules: [{ ...rule, limit: { perCase: 200 }, who: { level: { min: 0 }, sites: [] }, why: { vi: "Vì khách", en: "For the customer" } }], budgets: [] };
    expect(policyChanges(before, after).rules).toMatchObject([
      {
        code: "R",
        kind: "changed",
        fields: [
          { field: "limit.perCase", before: 100, after: 200 },
          { field: "why", before: { vi: "Vì khách", en: "For them" }, after: { vi: "Vì khách", en: "For the customer" } },
        ],
      },
    ]);
  });

  test("a budget whose row moves is changed, one that is reordered is not", () => {
    const budget = { code: "B", subject: "person", measure: "amount", window: "day", limits: [{ role: "a", limit: 1 }, { role: "b", limit: 2 }], onExceed: "escalate" } as const;
    const withRows = (limits: { role: string; limit: number }[]) => ({ rules: [], budgets: [{ ...budget, limits }] });
    expect(policyChanges(withRows([{ role: "a", limit: 1 }, { role: "b", limit: 2 }]), withRows([{ role: "b", limit: 2 }, { role: "a", limit: 1 }])).budgets).toEqual([]);
    expect(policyChanges(withRows([{ role: "a", limit: 1 }]), withRows([{ role: "a", limit: 3 }])).budgets).toMatchObject([{ code: "B", kind: "changed" }]);
    expect(policyChanges({ rules: [], budgets: [] }, withRows([])).budgets).toMatchObject([{ code: "B", kind: "added", before: null }]);
  });
});
