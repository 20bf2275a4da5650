import type { RoleGrant } from "#access/roles.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { readRole } from "./domain/role-text.ts";

/**
 * Roles as files and other systems write them (`role` or `role@scope`) as grants.
 * Throws 422 with `unknown_role`, `unknown_scope` or `scope_ambiguous` at `roles.<index>`.
 * @param place where a role without a scope holds
 */
export async function readRoles(texts: readonly string[], place: { site: string | null; department: string | null }): Promise<RoleGrant[]> {
  const [sites, departments] = await Promise.all([db.site.findMany({ select: { code: true } }), db.department.findMany({ select: { code: true } })]);
  const places = { sites: new Set(sites.map(({ code }) => code)), departments: new Set(departments.map(({ code }) => code)) };
  const read = texts.map((text) => readRole(text, places, place));
  const faults = read.flatMap((result, index) => (result.ok ? [] : [{ path: `roles.${index}`, code: result.error.code, params: { ...result.error } }]));
  if (faults.length > 0) throw invalidInput(...faults);
  return read.flatMap((result) => (result.ok ? [result.value] : []));
}
