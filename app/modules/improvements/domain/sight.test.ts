import { describe, expect, it } from "vitest";
import type { PersonActor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { RoleGrant } from "#access/roles.ts";
import { type Parts, sees, speaksFor } from "./sight.ts";

const person = (personId: string, grants: readonly RoleGrant[], departmentCode = "RETAIL"): PersonActor => ({
  ...{ kind: "person", personId, email: `${personId}@example.test`, name: personId, locale: "vi", siteCode: "HN-01", departmentCode, managerId: null, grants },
  ...{ tokenScopes: null, via: null, requestId: null, address: null },
});
const parts: Parts = { reporters: ["clerk"], owners: [{ departmentCode: "RETAIL", askedId: "asked", answeredById: null }], stepOwners: ["doer"], siteCode: "HN-01", managerId: "lead" };
const at = (actor: PersonActor) => {
  const scope = reach(actor, "improvements.read");
  return scope !== null && sees(scope, parts);
};
const clerk = (id: string) => person(id, [{ role: "frontline", scope: { kind: "own" } }]);

describe("who knows of an improvement", () => {
  it("is whoever has a part in it", () => {
    for (const id of ["clerk", "doer", "asked"]) expect(at(clerk(id)), id).toBe(true);
    expect(at(clerk("other"))).toBe(false);
  });

  it("is whoever answers for the team, the site or the department", () => {
    expect(at(person("lead", [{ role: "supervisor", scope: { kind: "team" } }]))).toBe(true);
    expect(at(person("other", [{ role: "supervisor", scope: { kind: "team" } }]))).toBe(false);
    expect(at(person("boss", [{ role: "manager", scope: { kind: "site", code: "HN-01" } }]))).toBe(true);
    expect(at(person("boss", [{ role: "manager", scope: { kind: "site", code: "HN-02" } }]))).toBe(false);
    expect(at(person("boss", [{ role: "manager", scope: { kind: "department", code: "RETAIL" } }]))).toBe(true);
  });
});

describe("who speaks for an owning department", () => {
  const owner = parts.owners[0]!;
  const speaks = (actor: PersonActor, whose = owner) => speaksFor(actor, whose, parts.siteCode);

  it("is whoever is asked, its managers and management", () => {
    expect(speaks(clerk("asked"))).toBe(true);
    expect(speaks(person("boss", [{ role: "manager", scope: { kind: "site", code: "HN-01" } }]))).toBe(true);
    expect(speaks(person("boss", [{ role: "manager", scope: { kind: "department", code: "RETAIL" } }]))).toBe(true);
    expect(speaks(person("ceo", [{ role: "leader", scope: { kind: "all" } }]))).toBe(true);
  });

  it("is no manager of elsewhere, and HR only where it is asked", () => {
    expect(speaks(person("boss", [{ role: "manager", scope: { kind: "site", code: "HN-02" } }]))).toBe(false);
    expect(speaks(person("boss", [{ role: "manager", scope: { kind: "site", code: "HN-01" } }]), { ...owner, departmentCode: "HRCX" })).toBe(false);
    expect(speaks(person("hr", [{ role: "hr", scope: { kind: "all" } }]))).toBe(false);
    expect(speaks(person("asked", [{ role: "hr", scope: { kind: "all" } }]))).toBe(true);
  });
});
