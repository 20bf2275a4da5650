import { defaultScope } from "#access/roles.ts";
import { instantAt, localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { phoneColumns } from "#modules/customers/ensure-customer.server.ts";
import { foldText, vietnameseNameKey } from "#kernel/text.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { COURSES, DEPARTMENTS, HOLIDAYS, OFFICE_HOURS, ORGANISATION_NAME, SITES, ZONE } from "./company/places.ts";
import type { PersonPlan } from "./company.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { Random } from "./random.ts";

/** The organisation's row; whoever finds it finds the whole demo, since it is written last. */
export async function insertOrganisationRow(tx: Tx, plan: DemoPlan): Promise<void> {
  await tx.insert("Organisation", {
    id: 1,
    name: ORGANISATION_NAME,
    currency: "VND",
    timeZone: ZONE,
    language: "vi",
    addressForm: "bạn",
    hours: JSON.stringify(OFFICE_HOURS),
    holidays: JSON.stringify(HOLIDAYS),
    isDemo: true,
    requireTotp: false,
    createdAt: plan.start,
    updatedAt: plan.start,
  });
}

/** Departments, shops and courses. */
export async function insertPlaces(tx: Tx): Promise<void> {
  for (const department of DEPARTMENTS) await tx.insert("Department", { ...department });
  for (const { code, nameVi, nameEn, department, channel, hours } of SITES) {
    await tx.insert("Site", { code, nameVi, nameEn, departmentCode: department, channel, hours: JSON.stringify(hours) });
  }
  for (const course of COURSES) await tx.insert("Course", { ...course });
}

/** The instant somebody's row was made: their first morning, or the first of the history. */
function addedAt(person: PersonPlan, plan: DemoPlan): Date {
  return person.startedOn < localDay(plan.start, ZONE) ? plan.start : instantAt(person.startedOn, 8 * 60, ZONE);
}

function scopeOf(person: PersonPlan) {
  if (person.role === null) return null;
  // Whoever manages at the head office answers for a department, not for the building.
  return defaultScope(person.role, { site: person.siteCode === "HO" ? null : person.siteCode, department: person.departmentCode });
}

async function insertPerson(tx: Tx, plan: DemoPlan, person: PersonPlan, passwordHash: string, random: Random): Promise<void> {
  const { id, email, name, departmentCode, siteCode, level, startedOn, managerId, language, leftOn } = person;
  const at = addedAt(person, plan);
  const leftAt = leftOn === null ? null : instantAt(leftOn, 0, ZONE);
  await tx.insert("Person", {
    id, email, name, departmentCode, siteCode, level, startedOn, managerId, language,
    nameFolded: foldText(name),
    nameSort: vietnameseNameKey(name),
    active: leftAt === null,
    deactivatedAt: leftAt,
    createdAt: at,
    updatedAt: leftAt ?? at,
  });
  const scope = scopeOf(person);
  if (person.role !== null && scope !== null) {
    await tx.insert("RoleAssignment", { id: random.idAt(at), personId: id, role: person.role, scopeKind: scope.kind, scopeRef: "code" in scope ? scope.code : null });
    if (leftAt === null) await tx.insert("Credential", { personId: id, passwordHash, passwordSetAt: at, updatedAt: at });
  }
  for (const { code, validFrom, validTo } of person.courses) {
    await tx.insert("Qualification", { id: random.idAt(at), personId: id, course: code, validFrom, validTo, createdAt: instantAt(validFrom, 10 * 60, ZONE) });
  }
}

/** Everybody with their role, courses, sign-in and absences; one hash serves all sign-ins of the demo. */
export async function insertPeople(tx: Tx, plan: DemoPlan, passwordHash: string, random: Random): Promise<void> {
  for (const person of plan.company.people) await insertPerson(tx, plan, person, passwordHash, random);
  for (const { personId, standInId, fromDay, toDay } of plan.company.absences) {
    const createdAt = instantAt(fromDay, 0, ZONE);
    await tx.insert("Absence", { id: random.idAt(createdAt), personId, standInId, fromDay, toDay, createdAt });
  }
}

/** Customers and their purchases. */
export async function insertCustomers(tx: Tx, { customers }: DemoPlan): Promise<void> {
  for (const customer of customers.customers) {
    const { id, ref, name, phone, tier, lifetimeValue, addressForm, personId, createdAt } = customer;
    await tx.insert("Customer", {
      id, ref, name, tier, addressForm, personId, createdAt,
      nameFolded: foldText(name),
      ...phoneColumns(id, phone),
      lifetimeValue: BigInt(lifetimeValue),
      currency: "VND",
      updatedAt: createdAt,
    });
  }
  for (const { amount, ...purchase } of customers.purchases) await tx.insert("Purchase", { ...purchase, amount: BigInt(amount), currency: "VND" });
}

/** What the trail says of people and customers. */
export function companyEvents(plan: DemoPlan, hrId: string): AuditEventInput[] {
  const added = plan.company.people.map((person): AuditEventInput => {
    const { id, name, email, departmentCode, siteCode, level, startedOn, managerId, language, role } = person;
    const owner = { kind: "person", id };
    return {
      type: "person.added",
      subject: { kind: "person", id },
      actor: null,
      data: { departmentCode, siteCode, level, startedOn, managerId, language, roles: role === null ? [] : [role], source: "setup" },
      personal: { name: { value: name, owner }, email: { value: email, owner } },
      at: addedAt(person, plan),
    };
  });
  const left = plan.company.people.flatMap(({ id, leftOn }): AuditEventInput[] =>
    leftOn === null
      ? []
      : [{ type: "person.deactivated", subject: { kind: "person", id }, actor: { personId: hrId }, data: { sessionsEnded: 0, tokensRevoked: 0, handedOver: {} }, at: instantAt(leftOn, 0, ZONE) }],
  );
  return [...added, ...left];
}
