import { all, bindAll, booleanOf, dateOrNull, get, numberOf, textOf, textOrNull, type Raw } from "./define.server.ts";

const PERSON = `SELECT p.id, p.email, p.name, p.departmentCode, p.siteCode, p.level, p.startedOn, p.managerId, p.language, p.addressForm,
       p.active, p.erasedAt FROM Person p`;

const person = (row: Raw) => ({
  id: textOf(row["id"]),
  email: textOf(row["email"]),
  name: textOf(row["name"]),
  departmentCode: textOrNull(row["departmentCode"]),
  siteCode: textOrNull(row["siteCode"]),
  level: row["level"] === null ? null : numberOf(row["level"]),
  startedOn: textOrNull(row["startedOn"]),
  managerId: textOrNull(row["managerId"]),
  language: textOf(row["language"]),
  addressForm: textOrNull(row["addressForm"]),
  active: booleanOf(row["active"]),
  erasedAt: dateOrNull(row["erasedAt"]),
});

export const peopleStatements = {
  "person.find": get(`${PERSON} WHERE p.id = :id`, (params: { id: string }) => bindAll(params), person),
  "person.by-email": get(`${PERSON} WHERE p.email = :email`, (params: { email: string }) => bindAll(params), person),
  /** Active people of a site, in order of e-mail. */
  "person.at-site": all(
    `${PERSON} WHERE p.siteCode = :siteCode AND p.active = 1 ORDER BY p.email`,
    (params: { siteCode: string }) => bindAll(params),
    person,
  ),
  /** Active people who hold a role anywhere, in order of e-mail. */
  "person.with-role": all(
    `${PERSON} WHERE p.active = 1 AND EXISTS (SELECT 1 FROM RoleAssignment r WHERE r.personId = p.id AND r.role = :role) ORDER BY p.email`,
    (params: { role: string }) => bindAll(params),
    person,
  ),
  /** Courses a person holds that are in date on a local day. */
  "person.courses": all(
    `SELECT DISTINCT course FROM Qualification
      WHERE personId = :personId AND validFrom <= :day AND (validTo IS NULL OR validTo > :day) ORDER BY course`,
    (params: { personId: string; day: string }) => bindAll(params),
    (row) => textOf(row["course"]),
  ),
  /** The absence of a person on a local day: the one recorded last. */
  "person.absence": get(
    `SELECT id, standInId, fromDay, toDay FROM Absence
      WHERE personId = :personId AND fromDay <= :day AND toDay > :day ORDER BY createdAt DESC, id DESC LIMIT 1`,
    (params: { personId: string; day: string }) => bindAll(params),
    (row) => ({ id: textOf(row["id"]), standInId: textOrNull(row["standInId"]), fromDay: textOf(row["fromDay"]), toDay: textOf(row["toDay"]) }),
  ),
  /** Everybody active, in order of e-mail. */
  "person.all-active": all(`${PERSON} WHERE p.active = 1 ORDER BY p.email`, (_params: Record<string, never>) => ({}), person),
  /** Every role of everybody active. */
  "person.all-roles": all(
    `SELECT r.personId, r.role, r.scopeKind, r.scopeRef FROM RoleAssignment r JOIN Person p ON p.id = r.personId WHERE p.active = 1`,
    (_params: Record<string, never>) => ({}),
    (row) => ({ personId: textOf(row["personId"]), role: textOf(row["role"]), scopeKind: textOf(row["scopeKind"]), scopeRef: textOrNull(row["scopeRef"]) }),
  ),
  /** Every course anybody holds that is in date on a local day. */
  "person.all-courses": all(
    `SELECT DISTINCT personId, course FROM Qualification
      WHERE validFrom <= :day AND (validTo IS NULL OR validTo > :day) ORDER BY personId, course`,
    (params: { day: string }) => bindAll(params),
    (row) => ({ personId: textOf(row["personId"]), course: textOf(row["course"]) }),
  ),
  /** Absences of a local day; of two for one person the one recorded last comes first. */
  "person.all-absences": all(
    "SELECT personId, standInId FROM Absence WHERE fromDay <= :day AND toDay > :day ORDER BY createdAt DESC, id DESC",
    (params: { day: string }) => bindAll(params),
    (row) => ({ personId: textOf(row["personId"]), standInId: textOrNull(row["standInId"]) }),
  ),
  "department.tree": all(
    "SELECT code, parentCode FROM Department ORDER BY code",
    (_params: Record<string, never>) => ({}),
    (row) => ({ code: textOf(row["code"]), parentCode: textOrNull(row["parentCode"]) }),
  ),
  "site.hours": get(
    "SELECT hours FROM Site WHERE code = :code",
    (params: { code: string }) => bindAll(params),
    (row) => ({ hours: textOrNull(row["hours"]) }),
  ),
  organisation: get(
    `SELECT name, currency, timeZone, language, addressForm, hours, holidays, labels, isDemo, requireTotp FROM Organisation WHERE id = 1`,
    (_params: Record<string, never>) => ({}),
    (row) => ({
      name: textOf(row["name"]),
      currency: textOf(row["currency"]),
      timeZone: textOf(row["timeZone"]),
      language: textOf(row["language"]),
      addressForm: textOf(row["addressForm"]),
      hours: textOf(row["hours"]),
      holidays: textOf(row["holidays"]),
      labels: textOf(row["labels"]),
      isDemo: booleanOf(row["isDemo"]),
      requireTotp: booleanOf(row["requireTotp"]),
    }),
  ),
};
