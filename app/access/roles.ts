/** The seven roles of design.md §2, lowest in the hierarchy first. Organisations may rename them on screen, not in code. */
export const ROLES = ["frontline", "supervisor", "manager", "hr", "leader", "admin", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Where a role holds: for oneself, one's direct reports, a department (with those below it), a site, or everything. */
export type Scope =
  | { readonly kind: "own" }
  | { readonly kind: "team" }
  | { readonly kind: "department"; readonly code: string }
  | { readonly kind: "site"; readonly code: string }
  | { readonly kind: "all" };

export interface RoleGrant {
  readonly role: Role;
  readonly scope: Scope;
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/**
 * The scope a role has when none is written, as in the `roles` column of a people file.
 * A manager answers for their site, or for their department where they have no site.
 */
export function defaultScope(role: Role, place: { site: string | null; department: string | null }): Scope {
  switch (role) {
    case "frontline":
      return { kind: "own" };
    case "supervisor":
      return { kind: "team" };
    case "manager":
      if (place.site) return { kind: "site", code: place.site };
      return place.department ? { kind: "department", code: place.department } : { kind: "team" };
    default:
      return { kind: "all" };
  }
}

/**
 * The roles that count for a person's own decisions: those whose scope contains the person's own site and department.
 * `departments` are the person's department and every department above it.
 */
export function rolesAtOwnPlace(
  grants: readonly RoleGrant[],
  place: { site: string | null; departments: readonly string[] },
): Role[] {
  const held = grants.filter(({ scope }) => {
    if (scope.kind === "department") return place.departments.includes(scope.code);
    if (scope.kind === "site") return place.site === scope.code;
    return true;
  });
  return [...new Set(held.map((grant) => grant.role))].sort();
}
