import type { PersonActor } from "#access/actor.ts";
import { can, mayGrant } from "#access/permissions.ts";
import { ROLES, type Role, type RoleGrant } from "#access/roles.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { grantOfRow } from "./domain/role-text.ts";

/** What one person's page shows, by what the viewer may see; parts that are null are not theirs to see. */
export interface PersonPage {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly site: Named | null;
  readonly department: Named | null;
  readonly active: boolean;
  readonly roles: readonly Role[];
  readonly record: {
    readonly level: number | null;
    readonly startedOn: string | null;
    readonly manager: { readonly id: string; readonly name: string } | null;
    readonly language: "vi" | "en";
    readonly addressForm: string | null;
    readonly grants: readonly RoleGrant[];
    readonly deactivatedAt: string | null;
    readonly reports: number;
  } | null;
  readonly absences: readonly { readonly id: string; readonly fromDay: string; readonly toDay: string; readonly standIn: string | null }[] | null;
  readonly qualifications: readonly { readonly id: string; readonly course: string; readonly name: LocalName; readonly validFrom: string; readonly validTo: string | null }[] | null;
  readonly may: {
    readonly edit: boolean;
    readonly absence: boolean;
    readonly qualify: boolean;
    readonly grantRoles: boolean;
    readonly deactivate: boolean;
    readonly link: boolean;
    readonly endSessions: boolean;
    /** There is a second factor, and it is theirs to take away. */
    readonly removeFactor: boolean;
    readonly erase: boolean;
  };
}

interface LocalName {
  readonly vi: string;
  readonly en: string;
}

interface Named extends LocalName {
  readonly code: string;
}

const SELECT = {
  id: true, name: true, email: true, active: true, level: true, startedOn: true, language: true, addressForm: true, managerId: true,
  siteCode: true, departmentCode: true, deactivatedAt: true, erasedAt: true,
  site: { select: { code: true, nameVi: true, nameEn: true } },
  department: { select: { code: true, nameVi: true, nameEn: true } },
  manager: { select: { id: true, name: true } },
  roles: { select: { role: true, scopeKind: true, scopeRef: true } },
  absences: { select: { id: true, fromDay: true, toDay: true, standIn: { select: { name: true } } }, orderBy: { fromDay: "desc" }, take: 20 },
  qualifications: { select: { id: true, course: true, validFrom: true, validTo: true }, orderBy: [{ course: "asc" }, { validFrom: "desc" }] },
  credential: { select: { totpEnabledAt: true } },
  _count: { select: { reports: { where: { active: true } } } },
} satisfies Prisma.PersonSelect;

const named = (row: { code: string; nameVi: string; nameEn: string } | null): Named | null =>
  row === null ? null : { code: row.code, vi: row.nameVi, en: row.nameEn };

/** The page of a person; null when unknown or erased, and for those who have left unless the viewer may read records. */
export async function personPage(actor: PersonActor, personId: string): Promise<PersonPage | null> {
  const row = await db.person.findUnique({ where: { id: personId }, select: SELECT });
  if (row === null || row.erasedAt !== null) return null;
  const place = { personId, managerId: row.managerId, siteCode: row.siteCode, departmentCode: row.departmentCode };
  const reads = personId === actor.personId || can(actor, "people.read", place);
  if (!row.active && !reads) return null;

  const grants = row.roles.map(grantOfRow).filter((grant) => grant !== null);
  const held = ROLES.filter((role) => grants.some((grant) => grant.role === role));
  const handles = held.every((role) => mayGrant(actor, role, personId));
  const edit = can(actor, "people.edit", place);
  const link = can(actor, "people.sign-in-links", place) && row.active && handles;
  const absence = can(actor, "people.absence", place);
  const courses = new Map((await db.course.findMany()).map((course) => [course.code, { vi: course.nameVi, en: course.nameEn }]));
  const seesCourses = reads || can(actor, "qualifications.read", place);
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    site: named(row.site),
    department: named(row.department),
    active: row.active,
    roles: held,
    record: !reads
      ? null
      : {
          level: row.level,
          startedOn: row.startedOn,
          manager: row.manager,
          language: row.language === "en" ? "en" : "vi",
          addressForm: row.addressForm,
          grants,
          deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
          reports: row._count.reports,
        },
    absences: !reads && !absence ? null : row.absences.map(({ id, fromDay, toDay, standIn }) => ({ id, fromDay, toDay, standIn: standIn?.name ?? null })),
    qualifications: !seesCourses ? null : row.qualifications.map((held) => ({ ...held, name: courses.get(held.course) ?? { vi: held.course, en: held.course } })),
    may: {
      edit,
      absence: absence && row.active,
      qualify: can(actor, "qualifications.edit", place),
      grantRoles: can(actor, "people.grant-roles", place) && personId !== actor.personId && row.active,
      deactivate: edit && personId !== actor.personId && handles,
      link,
      endSessions: can(actor, "people.end-sessions", place) && row.active,
      removeFactor: link && row.credential?.totpEnabledAt != null,
      erase: edit && !row.active && handles,
    },
  };
}

/** What the form of a person starts with; null as for the page, or when the viewer may not edit. */
export async function personForm(actor: PersonActor, personId: string): Promise<{
  readonly id: string; readonly email: string; readonly name: string; readonly departmentCode: string | null; readonly siteCode: string | null;
  readonly level: number | null; readonly startedOn: string | null; readonly manager: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly language: string; readonly addressForm: string | null;
} | null> {
  const row = await db.person.findUnique({
    where: { id: personId, erasedAt: null },
    select: {
      id: true, email: true, name: true, departmentCode: true, siteCode: true, level: true, startedOn: true, language: true, addressForm: true,
      managerId: true, manager: { select: { id: true, name: true, email: true } },
    },
  });
  if (row === null) return null;
  const { managerId, ...form } = row;
  return can(actor, "people.edit", { personId, managerId, siteCode: row.siteCode, departmentCode: row.departmentCode }) ? form : null;
}

/** Roles the actor may hand out to this person, lowest first. */
export function grantableRoles(actor: PersonActor, personId: string | null): Role[] {
  return ROLES.filter((role) => mayGrant(actor, role, personId));
}
