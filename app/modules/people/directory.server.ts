import type { Actor } from "#access/actor.ts";
import { reach, within, type Reach } from "#access/permissions.ts";
import { ROLES, type Role } from "#access/roles.ts";
import type { Prisma } from "#db/generated/client.ts";
import { foldText } from "#kernel/text.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { writeRole, grantOfRow } from "./domain/role-text.ts";

/** What everybody may see of a colleague. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly site: string | null;
  readonly department: string | null;
  /** Lowest first, each once. */
  readonly roles: readonly Role[];
  readonly active: boolean;
}

export interface DirectoryFilter {
  /** Words of a name, with or without diacritics, or a part of an e-mail. */
  readonly text?: string;
  readonly site?: string | null;
  readonly department?: string | null;
  readonly role?: Role | null;
  /** Those who have left are shown only to those who may read records. */
  readonly state?: "active" | "inactive";
}

function whereOf(actor: Actor, filter: DirectoryFilter): Prisma.PersonWhereInput {
  const words = foldText(filter.text ?? "").replace(/[%_]/g, " ").split(" ").filter((word) => word !== "").slice(0, 8);
  const left = filter.state === "inactive";
  return {
    active: !left,
    erasedAt: null,
    ...(left ? reachWhere(reach(actor, "people.read")) : {}),
    ...(filter.site ? { siteCode: filter.site } : {}),
    ...(filter.department ? { departmentCode: filter.department } : {}),
    ...(filter.role ? { roles: { some: { role: filter.role } } } : {}),
    AND: words.map((word) => ({ OR: [{ nameFolded: { contains: word } }, { email: { contains: word } }] })),
  };
}

/** The people within a reach, as a condition; nobody without one. */
export function reachWhere(scope: Reach | null): Prisma.PersonWhereInput {
  if (scope === null) return { id: { in: [] } };
  if (scope.all) return {};
  return {
    OR: [
      { id: scope.personId },
      ...(scope.team ? [{ managerId: scope.personId }] : []),
      ...(scope.sites.length > 0 ? [{ siteCode: { in: [...scope.sites] } }] : []),
      ...(scope.departments.length > 0 ? [{ departmentCode: { in: [...scope.departments] } }] : []),
    ],
  };
}

const rolesOf = (rows: readonly { role: string }[]): Role[] => ROLES.filter((role) => rows.some((row) => row.role === role));

/**
 * Colleagues by given name, as Vietnamese sort, at most `limit` after `cursor` ([sort key, id] of the last one shown).
 * Answers rows with their sort key, so that a caller who asks for one more knows whether there is more.
 */
export async function searchDirectory(
  actor: Actor,
  filter: DirectoryFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null },
): Promise<(DirectoryEntry & { readonly sort: string })[]> {
  if (reach(actor, "people.search") === null) throw new Refusal("forbidden");
  const [sort, id] = (cursor ?? []).map(String);
  const after: Prisma.PersonWhereInput =
    sort === undefined || id === undefined ? {} : { OR: [{ nameSort: { gt: sort } }, { nameSort: sort, id: { gt: id } }] };
  const rows = await db.person.findMany({
    where: { AND: [whereOf(actor, filter), after] },
    select: { id: true, name: true, email: true, siteCode: true, departmentCode: true, active: true, nameSort: true, roles: { select: { role: true } } },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    site: row.siteCode,
    department: row.departmentCode,
    roles: rolesOf(row.roles),
    active: row.active,
    sort: row.nameSort,
  }));
}

/** A person's record as another system reads it. */
export interface PersonRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly department: string | null;
  readonly site: string | null;
  /** `role@scope`, as in files. */
  readonly roles: readonly string[];
  readonly managerEmail: string | null;
  readonly startedOn: string | null;
  readonly level: number | null;
  readonly language: string;
  readonly active: boolean;
  readonly createdAt: Date;
}

const RECORD = {
  id: true, email: true, name: true, departmentCode: true, siteCode: true, startedOn: true, level: true, language: true,
  active: true, createdAt: true, managerId: true,
  roles: { select: { role: true, scopeKind: true, scopeRef: true } },
  manager: { select: { email: true } },
} as const satisfies Prisma.PersonSelect;

function recordOf(row: Prisma.PersonGetPayload<{ select: typeof RECORD }>): PersonRecord {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    department: row.departmentCode,
    site: row.siteCode,
    roles: row.roles.map(grantOfRow).filter((grant) => grant !== null).map(writeRole).sort(),
    managerEmail: row.manager?.email ?? null,
    startedOn: row.startedOn,
    level: row.level,
    language: row.language,
    active: row.active,
    createdAt: row.createdAt,
  };
}

/** Records newest first within the actor's reach; erased ones are left out. `cursor`: [createdAt in ms, id]. */
export async function listRecords(
  actor: Actor,
  filter: DirectoryFilter & { readonly email?: string | null },
  { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null },
): Promise<PersonRecord[]> {
  const [ms, id] = cursor ?? [];
  const before = new Date(Number(ms));
  const after: Prisma.PersonWhereInput =
    ms === undefined || id === undefined ? {} : { OR: [{ createdAt: { lt: before } }, { createdAt: before, id: { lt: String(id) } }] };
  const exactly: Prisma.PersonWhereInput = filter.email ? { email: filter.email.toLowerCase() } : {};
  const rows = await db.person.findMany({
    where: { AND: [whereOf(actor, filter), reachWhere(reach(actor, "people.read")), exactly, after] },
    select: RECORD,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(recordOf);
}

/** One record by id, or null when unknown, erased or out of the actor's reach. */
export async function findRecord(actor: Actor, personId: string): Promise<PersonRecord | null> {
  const row = await db.person.findFirst({ where: { id: personId, erasedAt: null }, select: RECORD });
  const scope = reach(actor, "people.read");
  if (row === null || scope === null) return null;
  const { managerId, siteCode, departmentCode } = row;
  return within(scope, { personId, managerId, siteCode, departmentCode }) ? recordOf(row) : null;
}
