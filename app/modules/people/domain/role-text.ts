import { defaultScope, isRole, type Role, type RoleGrant, type Scope } from "#access/roles.ts";
import { err, ok, type Result } from "#kernel/result.ts";

export type RoleFault =
  | { readonly code: "unknown_role"; readonly role: string }
  | { readonly code: "unknown_scope"; readonly scope: string }
  | { readonly code: "scope_ambiguous"; readonly scope: string };

/** Site and department codes a scope may name. */
export interface Places {
  readonly sites: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
}

function readScope(text: string, places: Places): Result<Scope, RoleFault> {
  if (text === "own" || text === "team" || text === "all") return ok({ kind: text });
  const [, kind, code = ""] = /^(?:(site|department):)?(.+)$/.exec(text) ?? [];
  const site = kind !== "department" && places.sites.has(code);
  const department = kind !== "site" && places.departments.has(code);
  if (site && department) return err({ code: "scope_ambiguous", scope: text });
  if (site) return ok({ kind: "site", code });
  if (department) return ok({ kind: "department", code });
  return err({ code: "unknown_scope", scope: text });
}

/**
 * One role as files write it: `role` with its usual scope, or `role@scope` where scope is `own`, `team`, `all`, the code
 * of a site or a department, or one of these as `site:CODE`, `department:CODE` where both have the code.
 */
export function readRole(
  text: string,
  places: Places,
  place: { site: string | null; department: string | null },
): Result<RoleGrant, RoleFault> {
  const at = text.indexOf("@");
  const role = (at < 0 ? text : text.slice(0, at)).trim();
  if (!isRole(role)) return err({ code: "unknown_role", role });
  if (at < 0) return ok({ role, scope: defaultScope(role, place) });
  const scope = readScope(text.slice(at + 1).trim(), places);
  return scope.ok ? ok({ role, scope: scope.value }) : scope;
}

/** A scope as files write it, in the form that reads back to the same scope. */
export function writeScope(scope: Scope): string {
  return "code" in scope ? `${scope.kind}:${scope.code}` : scope.kind;
}

/** A grant as files write it: `supervisor@team`, `manager@site:HN-01`. */
export function writeRole(grant: RoleGrant): string {
  return `${grant.role}@${writeScope(grant.scope)}`;
}

/** Whether two grants are the same. */
export function sameGrant(a: RoleGrant, b: RoleGrant): boolean {
  return writeRole(a) === writeRole(b);
}

/** Grants as stored: a kind and, where the kind has one, a code. Rows that say anything else count for nothing. */
export function grantOfRow(row: { role: string; scopeKind: string; scopeRef: string | null }): RoleGrant | null {
  if (!isRole(row.role)) return null;
  const role: Role = row.role;
  if (row.scopeKind === "own" || row.scopeKind === "team" || row.scopeKind === "all") return { role, scope: { kind: row.scopeKind } };
  if ((row.scopeKind === "site" || row.scopeKind === "department") && row.scopeRef !== null) {
    return { role, scope: { kind: row.scopeKind, code: row.scopeRef } };
  }
  return null;
}
