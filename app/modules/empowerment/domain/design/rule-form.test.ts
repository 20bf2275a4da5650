import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../../schemas.ts";
import { documents } from "../arbitraries.ts";
import { inspectPolicy } from "../parse-policy.ts";
import { scopeOf } from "../scope.ts";
import { applyEdit, partOf } from "./edits.ts";
import { emptyRuleForm, readRuleForm, ruleFieldOf, ruleForm, type RuleText } from "./rule-form.ts";

const context = { currency: "VND", locale: "vi" } as const;

const typed = (values: Partial<Record<RuleText, string>>, chosen: Partial<Record<"gestures" | "flags", string[]>> = {}) => {
  const form = emptyRuleForm(chosen);
  return { ...form, texts: { ...form.texts, ...values } };
};

describe("the form of a rule", () => {
  test("says the same rule again for any rule", () => {
    fc.assert(
      fc.property(documents(), fc.constantFrom("vi" as const, "en" as const), ({ rules }, locale) => {
        for (const rule of rules as PolicyRule[]) {
          const { rule: read, faults } = readRuleForm(ruleForm(rule, { currency: "VND", locale }), { currency: "VND", locale });
          expect(faults).toEqual([]);
          const { needed, ...scope } = scopeOf(rule);
          const { needed: _needed, ...again } = scopeOf(read);
          expect({ ...again, effect: read.effect, limit: read.limit, duties: read.duties }).toEqual({
            ...scope,
            effect: rule.effect,
            limit: rule.limit,
            duties: rule.duties === undefined || Object.keys(rule.duties).length === 0 ? undefined : rule.duties,
          });
          expect(needed).toEqual(_needed);
        }
      }),
    );
  });

  test("keeps words, owner, path, bet and days, whose last one is inclusive on screen", () => {
    const rule: PolicyRule = {
      code: "R",
      effect: "grant",
      gestures: ["refund"],
      name: { vi: "Tên", en: "Name" },
      why: { vi: "Vì", en: "Why" },
      serves: { kind: "pain", text: { vi: "chờ", en: "waiting" } },
      limit: { perCase: 500_000 },
      escalation: { to: "lead", withinMinutes: 15, fallback: "manager", fallbackAfterMinutes: 30 },
      say: { vi: "Dạ", en: "Yes" },
      bet: { acceptedLossPerMonth: 1_000_000, because: { vi: "quan hệ", en: "relationship" } },
      owner: "hr@demo.tam",
      validFrom: "2026-11-01",
      validTo: "2026-12-01",
      reviewBy: "2027-01-01",
    };
    const form = ruleForm(rule, context);
    expect(form.texts.validUntil).toBe("2026-11-30");
    expect(readRuleForm(form, context)).toEqual({ rule, faults: [] });
  });

  test("reads amounts as Vietnamese type them and refuses what could mean two numbers", () => {
    expect(readRuleForm(typed({ perCase: "450.000" }), context).rule.limit).toEqual({ perCase: 450_000 });
    for (const wrong of ["4.5", "1e3", "0x10", "-1"]) expect(readRuleForm(typed({ perCase: wrong }), context).faults).toEqual([{ path: "perCase", code: "amount_format" }]);
  });

  test("names the field of everything it cannot read", () => {
    const { faults } = readRuleForm(typed({ levelMin: "a", daysMax: "1,5", validFrom: "31/12/2026", escalateTo: "lead" }), context);
    expect(faults.map(({ path }) => path).sort()).toEqual(["daysMax", "escalateMinutes", "levelMin", "validFrom"]);
  });

  test("faults of the document find their field", () => {
    const document = { currency: "VND", timeZone: "Asia/Ho_Chi_Minh", gestures: [{ code: "refund", valued: true }], rules: [] };
    const { rule } = readRuleForm(typed({ code: "bad code", sayVi: "{{nobody}}", levelMin: "4", levelMax: "2" }, { gestures: ["refund"], flags: ["odd"] }), context);
    const { faults } = inspectPolicy({ ...document, rules: [rule] });
    expect(new Set(faults.map(({ path }) => ruleFieldOf(path.replace("rules.0.", ""))))).toEqual(new Set(["code", "perCase", "flags", "sayVi", "levelMax"]));
  });
});

describe("an edit", () => {
  const parsed = inspectPolicy({
    currency: "VND",
    timeZone: "Asia/Ho_Chi_Minh",
    gestures: [{ code: "refund", valued: true }],
    rules: ["A", "B"].map((code) => ({ code, effect: "grant", gestures: ["refund"], limit: { perCase: 1 } })),
  }).document;
  if (parsed === null) throw new Error("the example document is faulty");

  test("replaces a rule in its place, renames it, adds at the end, removes", () => {
    const rule = { ...(parsed.rules[0] as PolicyRule), code: "C" };
    const codes = (edit: Parameters<typeof applyEdit>[1]) => applyEdit(parsed, edit).rules.map(({ code }) => code);
    expect(codes({ kind: "rule", before: "A", rule })).toEqual(["C", "B"]);
    expect(codes({ kind: "rule", before: null, rule })).toEqual(["A", "B", "C"]);
    expect(codes({ kind: "remove-rule", code: "A" })).toEqual(["B"]);
  });

  test("is about the part that it changes", () => {
    expect(partOf(parsed, { kind: "rule", before: "A", rule: parsed.rules[1] as PolicyRule })).toEqual(parsed.rules[0]);
    expect(partOf(parsed, { kind: "remove-rule", code: "Z" })).toBeNull();
  });
});
