import type { Actor } from "#access/actor.ts";
import { type Reach } from "#access/permissions.ts";

/** Who has a part in an improvement, and where it belongs. */
export interface Parts {
  readonly reporters: readonly string[];
  /** Who is asked or was asked last, and who answered, by owning department. */
  readonly owners: readonly { readonly departmentCode: string; readonly askedId: string; readonly answeredById: string | null }[];
  readonly stepOwners: readonly string[];
  readonly siteCode: string | null;
  /** Whom the first reporter reported to. */
  readonly managerId: string | null;
}

/** Whether somebody with this reach may know of an improvement. The lists' condition says the same in the database. */
export function sees(scope: Reach, { reporters, owners, stepOwners, siteCode, managerId }: Parts): boolean {
  if (scope.all) return true;
  const me = scope.personId;
  if (reporters.includes(me) || stepOwners.includes(me)) return true;
  if (owners.some(({ askedId, answeredById, departmentCode }) => askedId === me || answeredById === me || scope.departments.includes(departmentCode))) return true;
  if (scope.team && managerId === me) return true;
  return siteCode !== null && scope.sites.includes(siteCode);
}

/**
 * Whether somebody speaks for one of the owning departments: who is asked or answered, a manager of that department or of
 * their own site it is about, management. HR and supervisors only where they are asked: they arrange and do, they do not own.
 */
export function speaksFor(actor: Actor, owner: Parts["owners"][number], siteCode: string | null): boolean {
  if (actor.kind !== "person") return false;
  if (owner.askedId === actor.personId || owner.answeredById === actor.personId) return true;
  return actor.grants.some(({ role, scope }) => {
    if (role === "leader") return true;
    if (role !== "manager") return false;
    if (scope.kind === "all") return true;
    if (scope.kind === "department") return scope.code === owner.departmentCode;
    return scope.kind === "site" && scope.code === siteCode && actor.departmentCode === owner.departmentCode;
  });
}
