import { describe, expect, it } from "vitest";
import { readRole, sameGrant, writeRole } from "./role-text.ts";

const places = { sites: new Set(["HN-01", "BOTH"]), departments: new Set(["RETAIL", "BOTH"]) };
const place = { site: "HN-01", department: "RETAIL" };
const read = (text: string, at: { site: string | null; department: string | null } = place) => {
  const result = readRole(text, places, at);
  return result.ok ? writeRole(result.value) : result.error.code;
};

describe("roles as files write them", () => {
  it("take the usual scope when none is written", () => {
    expect(["frontline", "supervisor", "manager", "hr"].map((text) => read(text))).toEqual(["frontline@own", "supervisor@team", "manager@site:HN-01", "hr@all"]);
    expect(read("manager", { site: null, department: "RETAIL" })).toBe("manager@department:RETAIL");
  });

  it("take a place by its code, or by kind and code where both have it", () => {
    expect(read("manager@RETAIL")).toBe("manager@department:RETAIL");
    expect(read("manager@BOTH")).toBe("scope_ambiguous");
    expect(read("manager@site:BOTH")).toBe("manager@site:BOTH");
  });

  it("refuse unknown roles and scopes", () => {
    expect(read("boss")).toBe("unknown_role");
    expect(read("manager@XX")).toBe("unknown_scope");
    expect(read("manager@site:RETAIL")).toBe("unknown_scope");
  });

  it("are the same by role and scope", () => {
    expect(sameGrant({ role: "hr", scope: { kind: "all" } }, { role: "hr", scope: { kind: "all" } })).toBe(true);
    expect(sameGrant({ role: "manager", scope: { kind: "site", code: "BOTH" } }, { role: "manager", scope: { kind: "department", code: "BOTH" } })).toBe(false);
  });
});
