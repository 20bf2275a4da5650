import type { RoleGrant } from "#access/roles.ts";
import { newId } from "#kernel/ids.ts";
import type { FieldFault } from "#platform/http/refusal.ts";
import type { Insert, Tx } from "#platform/transaction.server.ts";
import { writeScope } from "./domain/role-text.ts";

/** A grant as the row that stores it. */
export function roleRow(personId: string, { role, scope }: RoleGrant): Insert<"RoleAssignment"> {
  return { id: newId(), personId, role, scopeKind: scope.kind, scopeRef: "code" in scope ? scope.code : null };
}

/** Scopes that name a site or department nobody knows. */
export async function roleFaults(tx: Tx, roles: readonly RoleGrant[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const [index, { scope }] of roles.entries()) {
    if (!("code" in scope)) continue;
    const place = scope.kind === "site" ? await tx.find("Site", { code: scope.code }) : await tx.find("Department", { code: scope.code });
    if (place === null) faults.push({ path: `roles.${index}`, code: "unknown_scope", params: { scope: writeScope(scope) } });
  }
  return faults;
}
