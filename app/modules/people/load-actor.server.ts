import { TOKEN_SCOPES, type PersonActor, type TokenScope } from "#access/actor.ts";
import { ROLES, type RoleGrant } from "#access/roles.ts";
import { readHot } from "#platform/transaction.server.ts";
import { withDescendants } from "./domain/departments.ts";
import { grantOfRow } from "./domain/role-text.ts";

/** What is known of a request besides the person. */
export interface ActorContext {
  /** The token or service that speaks for the person; null on the web. */
  readonly via: string | null;
  /** null: not narrowed. Names that are no scope open nothing. */
  readonly tokenScopes: readonly string[] | null;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** The context of what the system does by itself in a person's name. */
export const NO_CONTEXT: ActorContext = { via: null, tokenScopes: null, requestId: null, address: null };

const isTokenScope = (scope: string): scope is TokenScope => (TOKEN_SCOPES as readonly string[]).includes(scope);

/** Grants with each department scope widened to the departments below it. */
function widened(grants: readonly RoleGrant[]): RoleGrant[] {
  if (!grants.some(({ scope }) => scope.kind === "department")) return [...grants];
  const tree = readHot("department.tree", {});
  return grants.flatMap(({ role, scope }): RoleGrant[] =>
    scope.kind === "department" ? withDescendants(scope.code, tree).map((code) => ({ role, scope: { kind: "department", code } })) : [{ role, scope }],
  );
}

/** The roles a person holds in their scopes, lowest first, as assigned (not widened). */
export function grantsOf(personId: string): RoleGrant[] {
  return readHot("person.roles", { personId })
    .map(grantOfRow)
    .filter((grant) => grant !== null)
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/** Who is acting, with their roles as they are now; null for somebody unknown or no longer active. */
export async function loadActor(personId: string, context: ActorContext): Promise<PersonActor | null> {
  const person = readHot("person.find", { id: personId });
  if (person === null || !person.active) return null;
  return {
    kind: "person",
    personId: person.id,
    email: person.email,
    name: person.name,
    locale: person.language === "en" ? "en" : "vi",
    siteCode: person.siteCode,
    departmentCode: person.departmentCode,
    managerId: person.managerId,
    grants: widened(grantsOf(person.id)),
    tokenScopes: context.tokenScopes === null ? null : context.tokenScopes.filter(isTokenScope),
    via: context.via,
    requestId: context.requestId,
    address: context.address,
  };
}
