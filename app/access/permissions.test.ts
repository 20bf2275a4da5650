import { describe, expect, it } from "vitest";
import type { PersonActor } from "./actor.ts";
import { type Action, can, mayGrant, PERMISSIONS, reach } from "./permissions.ts";
import { defaultScope, type Role, type RoleGrant, ROLES, rolesAtOwnPlace } from "./roles.ts";

function person(grants: RoleGrant[], tokenScopes: PersonActor["tokenScopes"] = null): PersonActor {
  return {
    kind: "person",
    personId: "me",
    email: "me@example.test",
    name: "Nguyễn Văn An",
    locale: "vi",
    siteCode: "HN-01",
    departmentCode: "RETAIL",
    managerId: "boss",
    grants,
    tokenScopes,
    via: tokenScopes ? "token" : null,
    requestId: null,
    address: null,
  };
}

const holding = (role: Role) => person([{ role, scope: defaultScope(role, { site: "HN-01", department: "RETAIL" }) }]);

describe("who may", () => {
  it("lets an auditor do every read and change nothing but their own account", () => {
    const auditor = holding("auditor");
    for (const [action, rule] of Object.entries(PERMISSIONS) as [Action, (typeof PERMISSIONS)[Action]][]) {
      const own = action === "account.self" || action === "tokens.own";
      expect(can(auditor, action), action).toBe(rule.reads || own);
    }
  });

  it("lets HR decide nothing", () => {
    for (const action of ["decisions.record", "decisions.follow-up", "approvals.answer"] as const) {
      expect(can(holding("hr"), action), action).toBe(false);
    }
  });

  it("keeps administrators from decisions and contents", () => {
    for (const action of ["decisions.read", "approvals.read", "customers.look-up", "audit.read"] as const) {
      expect(can(holding("admin"), action), action).toBe(false);
    }
  });

  it("holds a clerk to their own decisions", () => {
    expect(can(holding("frontline"), "decisions.read", { personId: "me" })).toBe(true);
    expect(can(holding("frontline"), "decisions.read", { personId: "you", managerId: "me", siteCode: "HN-01" })).toBe(false);
  });

  it("shows a supervisor their direct reports and a manager their site", () => {
    expect(can(holding("supervisor"), "decisions.read", { personId: "you", managerId: "me" })).toBe(true);
    expect(can(holding("supervisor"), "decisions.read", { personId: "you", managerId: "boss", siteCode: "HN-01" })).toBe(false);
    expect(can(holding("manager"), "decisions.read", { personId: "you", siteCode: "HN-01" })).toBe(true);
    expect(can(holding("manager"), "decisions.read", { personId: "you", siteCode: "HN-02" })).toBe(false);
  });

  it("adds up the scopes of several roles", () => {
    const both = person([
      { role: "supervisor", scope: { kind: "team" } },
      { role: "manager", scope: { kind: "department", code: "ONLINE" } },
    ]);
    expect(reach(both, "decisions.read")).toEqual({ all: false, personId: "me", team: true, sites: [], departments: ["ONLINE"] });
  });

  it("gives a person without a role nothing", () => {
    for (const action of Object.keys(PERMISSIONS) as Action[]) expect(can(person([]), action), action).toBe(false);
  });

  it("narrows a person by the scopes of the token that speaks for them", () => {
    const clerk = (scopes: PersonActor["tokenScopes"]) => person([{ role: "frontline", scope: { kind: "own" } }], scopes);
    expect(can(clerk(["decisions:read"]), "decisions.read")).toBe(true);
    expect(can(clerk(["decisions:read"]), "decisions.record")).toBe(false);
    expect(can(clerk([]), "decisions.read")).toBe(false);
    expect(can(clerk(["decisions:write"]), "account.self")).toBe(false);
  });

  it("lets a service do what its scopes name and nothing else", () => {
    const service = {
      kind: "service",
      personId: null,
      name: "till",
      locale: "vi",
      tokenScopes: ["decisions:read"],
      via: "till",
      requestId: null,
      address: null,
    } as const;
    for (const [action, rule] of Object.entries(PERMISSIONS) as [Action, (typeof PERMISSIONS)[Action]][]) {
      expect(can(service, action), action).toBe(rule.scope === "decisions:read");
    }
  });

  it("hands out roles by rank, and to nobody themselves", () => {
    for (const role of ROLES) {
      expect(mayGrant(holding("admin"), role, "you")).toBe(true);
      expect(mayGrant(holding("admin"), role, "me")).toBe(false);
      expect(mayGrant(holding("hr"), role, "you")).toBe(["frontline", "supervisor", "manager"].includes(role));
      expect(mayGrant(holding("leader"), role, "you")).toBe(false);
    }
  });
});

describe("roles that count for one's own decisions", () => {
  it("are those whose scope contains one's own site and department", () => {
    const grants: RoleGrant[] = [
      { role: "manager", scope: { kind: "site", code: "HN-02" } },
      { role: "supervisor", scope: { kind: "department", code: "SALES" } },
      { role: "frontline", scope: { kind: "own" } },
    ];
    expect(rolesAtOwnPlace(grants, { site: "HN-01", departments: ["RETAIL", "SALES"] })).toEqual(["frontline", "supervisor"]);
    expect(rolesAtOwnPlace(grants, { site: "HN-02", departments: ["RETAIL"] })).toEqual(["frontline", "manager"]);
  });
});
