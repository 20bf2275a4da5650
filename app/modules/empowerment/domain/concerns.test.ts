import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../schemas.ts";
import { binds, budgetLimitFor, isMeantFor, isValidOn } from "./concerns.ts";

const rule = (more: Partial<PolicyRule>): PolicyRule => ({ code: "R", effect: "grant", gestures: ["refund"], ...more });
const clerk = { roles: ["frontline"], department: "RETAIL", site: "HN-01", level: 2, tenureDays: 90 };

describe("whom a rule is meant for", () => {
  test("what it leaves out is anybody; what it lists must hold; ranges are half-open", () => {
    expect(isMeantFor(rule({}), clerk)).toBe(true);
    expect(isMeantFor(rule({ who: { roles: [], sites: [] } }), clerk)).toBe(true);
    expect(isMeantFor(rule({ who: { roles: ["supervisor"] } }), clerk)).toBe(false);
    expect(isMeantFor(rule({ who: { roles: ["frontline"], sites: ["HN-02"] } }), clerk)).toBe(false);
    expect(isMeantFor(rule({ who: { level: { min: 2, below: 3 } } }), clerk)).toBe(true);
    expect(isMeantFor(rule({ who: { level: { min: 1, below: 2 } } }), clerk)).toBe(false);
    expect(isMeantFor(rule({ who: { courses: ["NEVER-HELD"] } }), clerk)).toBe(true);
  });

  test("an unknown level or start meets only a range that leaves nothing out", () => {
    const { level: _level, ...unknown } = clerk;
    expect(isMeantFor(rule({ who: { level: { min: 0 } } }), unknown)).toBe(true);
    expect(isMeantFor(rule({ who: { level: { min: 1 } } }), unknown)).toBe(false);
    expect(isMeantFor(rule({ who: { level: { below: 9 } } }), unknown)).toBe(false);
  });

  test("a version binds by rules that have not ended, those still to come included", () => {
    expect(binds({ rules: [rule({ validFrom: "2027-01-01" })] }, clerk, "2026-11-23")).toBe(true);
    expect(binds({ rules: [rule({ validTo: "2026-11-23" })] }, clerk, "2026-11-23")).toBe(false);
    expect(binds({ rules: [rule({ who: { roles: ["manager"] } })] }, clerk, "2026-11-23")).toBe(false);
    expect([isValidOn(rule({ validFrom: "2026-11-23" }), "2026-11-23"), isValidOn(rule({ validTo: "2026-11-23" }), "2026-11-23")]).toEqual([true, false]);
  });

  test("a budget's limit is that of the most generous role, its own row before the row for all", () => {
    const limits = [{ role: "frontline", limit: 5 }, { role: "*", limit: 1 }];
    expect(budgetLimitFor({ limits }, ["frontline"])).toBe(5);
    expect(budgetLimitFor({ limits }, ["leader"])).toBe(1);
    expect(budgetLimitFor({ limits: [{ role: "manager", limit: 7 }] }, ["frontline"])).toBeNull();
    expect(budgetLimitFor({ limits: [] }, [])).toBeNull();
  });
});
