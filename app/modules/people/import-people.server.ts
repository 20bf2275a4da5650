import type { RoleGrant } from "#access/roles.ts";
import { demand, demandGrants, type Asked } from "#platform/acting.server.ts";
import { dayCell, integerCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import { db } from "#platform/db.server.ts";
import { isRefusal, type Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { insertPerson } from "./add-person.server.ts";
import { replaceRoles } from "./assign-roles.server.ts";
import { lineAbove } from "./domain/reporting-line.ts";
import { readRole, type Places } from "./domain/role-text.ts";
import { updatePerson } from "./edit-person.server.ts";
import { recordEvent } from "./person-record.server.ts";
import { emailAddress, personName } from "./schemas.ts";

export const PEOPLE_COLUMNS = ["email", "name", "department", "site", "roles", "manager_email", "started_on", "level", "language"] as const;

/** Empty cells clear, absent columns leave as it is. */
interface PersonRow {
  readonly email: string;
  readonly name: string;
  readonly departmentCode: string | null | undefined;
  readonly siteCode: string | null | undefined;
  readonly roleTexts: readonly string[] | undefined;
  readonly managerEmail: string | null | undefined;
  readonly startedOn: string | null | undefined;
  readonly level: number | null | undefined;
  readonly language: "vi" | "en" | undefined;
}

function read(cells: CsvRow["cells"], complain: Complain): PersonRow | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const address = (column: string): string | null | undefined => {
    const text = textCell(cells, column, fault, 254);
    if (text === null || text === undefined) return text;
    const parsed = emailAddress.safeParse(text);
    if (!parsed.success) fault(column, "email_format");
    return parsed.data ?? null;
  };
  const email = address("email");
  if (!email && (cells["email"] ?? "") === "") fault("email", "required");
  const name = requiredCell(cells, "name", fault, 120);
  if (name !== "" && !personName.safeParse(name).success) fault("name", "malformed");
  const language = textCell(cells, "language", fault, 2)?.toLowerCase();
  if (language !== undefined && language !== "vi" && language !== "en") fault("language", "not_in_list", { allowed: ["vi", "en"] });
  const row: PersonRow = {
    email: email ?? "",
    name,
    departmentCode: textCell(cells, "department", fault, 64),
    siteCode: textCell(cells, "site", fault, 64),
    roleTexts: cells["roles"]?.split(";").map((text) => text.trim()).filter((text) => text !== ""),
    managerEmail: address("manager_email"),
    startedOn: dayCell(cells, "started_on", fault),
    level: integerCell(cells, "level", { min: 0, max: 99 }, fault),
    language: language === "en" || language === "vi" ? language : undefined,
  };
  return faults === 0 ? row : null;
}

const COLUMN_OF: Readonly<Record<string, string>> = { departmentCode: "department", siteCode: "site", managerId: "manager_email", email: "email" };

/** Faults of a command as faults of the row's cells. */
function complainOf(refusal: Refusal, complain: Complain): void {
  if (refusal.errors.length === 0) complain("roles", refusal.code, refusal.params);
  for (const { path, code, params } of refusal.errors) complain(path.startsWith("roles") ? "roles" : (COLUMN_OF[path] ?? path), code, params);
}

function grantsOfRow(row: PersonRow, places: Places, place: { site: string | null; department: string | null }, complain: Complain): RoleGrant[] | null {
  const read = (row.roleTexts ?? []).map((text) => readRole(text, places, place));
  for (const result of read) if (!result.ok) complain("roles", result.error.code, { ...result.error });
  const grants = read.flatMap((result) => (result.ok ? [result.value] : []));
  return grants.length === read.length ? grants : null;
}

async function writeRow(tx: Tx, row: PersonRow, known: Row<"Person"> | null, places: Places, asked: Asked, complain: Complain): Promise<RowEffect> {
  const { email, name, departmentCode, siteCode, startedOn, level, language } = row;
  const fields = { email, name, departmentCode, siteCode, startedOn, level, language };
  const place = { site: siteCode === undefined ? (known?.siteCode ?? null) : siteCode, department: departmentCode === undefined ? (known?.departmentCode ?? null) : departmentCode };
  const grants = grantsOfRow(row, places, place, complain);
  if (grants === null) return "unchanged";
  if (known === null) {
    demandGrants(asked, grants.map(({ role }) => role), null);
    await insertPerson(tx, fields, grants, asked);
    return "added";
  }
  if (known.erasedAt !== null) {
    complain("email", "unknown_person");
    return "unchanged";
  }
  const edited = await updatePerson(tx, known, fields, asked);
  const roles = row.roleTexts !== undefined && (await replaceRoles(tx, known.id, grants, asked));
  return edited || roles ? "changed" : "unchanged";
}

/** E-mail of everybody's manager as it will be after the file. */
type Managers = Map<string, string | null>;

/** Whether somebody would report to themselves. */
function reportsToSelf(email: string, managers: Managers): boolean {
  const managerOf = (of: string) => managers.get(of) ?? null;
  const top = lineAbove(email, managerOf).at(-1) ?? email;
  return managerOf(top) === email;
}

/** Sets the manager of a row once everybody is there; answers whether that changed anything. */
async function relateRow(tx: Tx, row: PersonRow, managers: Managers, asked: Asked, complain: Complain): Promise<boolean> {
  if (row.managerEmail === undefined) return false;
  const person = await tx.find("Person", { email: row.email });
  const manager = row.managerEmail === null ? null : await tx.find("Person", { email: row.managerEmail });
  if (person === null) return false;
  if (row.managerEmail !== null && (manager === null || manager.erasedAt !== null)) {
    complain("manager_email", "unknown_person");
    return false;
  }
  if (reportsToSelf(row.email, managers)) {
    complain("manager_email", "manager_circle", { name: row.managerEmail });
    return false;
  }
  const [from, to] = [person.managerId, manager?.id ?? null];
  if (from === to) return false;
  await tx.update("Person", { id: person.id }, { managerId: to, updatedAt: asked.now });
  await recordEvent(
    tx,
    asked,
    { kind: "person", id: person.id },
    { type: "person.edited", schema: 1, data: { changes: { managerId: { from, to } }, source: asked.source } },
  );
  return true;
}

function peopleImport(asked: Asked, places: Places, managers: Managers): CsvImport<PersonRow> {
  const guarded = async (complain: Complain, work: () => Promise<RowEffect>): Promise<RowEffect> => {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      complainOf(error, complain);
      return "unchanged";
    }
  };
  return {
    columns: PEOPLE_COLUMNS,
    required: ["email", "name"],
    read,
    keyOf: (row) => row.email,
    keyColumn: "email",
    write: (tx, row, complain) => {
      if (row.managerEmail !== undefined) managers.set(row.email, row.managerEmail);
      return guarded(complain, async () => writeRow(tx, row, await tx.find("Person", { email: row.email }), places, asked, complain));
    },
    relate: (tx, row, complain) => relateRow(tx, row, managers, asked, complain),
    finish: async (tx, { rows, added, changed, unchanged }) =>
      recordEvent(tx, asked, { kind: "import", id: "people" }, { type: "people.imported", schema: 1, data: { rows, added, changed, unchanged } }),
  };
}

/**
 * Adds and changes people from a file, by e-mail, all rows or none; nobody is deactivated by being left out.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importPeople(source: CsvSource, asked: Asked, options: { readonly dryRun: boolean }): Promise<ImportReport> {
  demand(asked, "people.edit");
  const [sites, departments, people] = await Promise.all([
    db.site.findMany({ select: { code: true } }),
    db.department.findMany({ select: { code: true } }),
    db.person.findMany({ select: { email: true, manager: { select: { email: true } } } }),
  ]);
  const places = { sites: new Set(sites.map(({ code }) => code)), departments: new Set(departments.map(({ code }) => code)) };
  return importCsv(source, peopleImport(asked, places, new Map(people.map(({ email, manager }) => [email, manager?.email ?? null]))), options);
}
