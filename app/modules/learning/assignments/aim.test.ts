import { describe, expect, it } from "vitest";
import { isAimedAt } from "../domain/due-days.ts";
import { aimedOf, aimsOf, type Audience } from "./aim.ts";

const lan = aimedOf({ id: "lan", roles: ["frontline"], departments: ["SHOP", "RETAIL"], siteCode: "HN-01", startedOn: "2026-11-02" });
const meant = (audience: Audience, target: string | null, narrow: object = {}, fromDay = "2026-11-01") =>
  aimsOf({ audience, target, fromDay, narrow: JSON.stringify(narrow) }).every((aim) => isAimedAt(aim, lan));

describe("an assignment means", () => {
  it("its audience", () => {
    expect(meant("role", "frontline")).toBe(true);
    expect(meant("role", "manager")).toBe(false);
    expect(meant("department", "RETAIL")).toBe(true);
    expect(meant("site", "HN-02")).toBe(false);
    expect(meant("person", "lan")).toBe(true);
    expect(meant("person", "an")).toBe(false);
  });

  it("those who start from its first day on", () => {
    expect(meant("new_starters", null)).toBe(true);
    expect(meant("new_starters", null, {}, "2026-11-03")).toBe(false);
  });

  it("of its audience those it is narrowed to", () => {
    expect(meant("role", "frontline", { sites: ["HN-01"], startedFrom: "2026-11-01" })).toBe(true);
    expect(meant("role", "frontline", { sites: ["HN-02"] })).toBe(false);
    expect(meant("new_starters", null, { roles: ["manager"] })).toBe(false);
  });
});
