import { newId } from "#kernel/ids.ts";
import { departments, findPersonByEmail } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { dayCell, integerCell, requiredCell, textCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportOptions, type ImportReport, type RowEffect } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { Load } from "./domain/burden.ts";
import { recordEvent } from "./record-event.server.ts";

export const PROCEDURE_COLUMNS = [
  ...(["code", "name_vi", "name_en", "department", "owner_email", "since", "law", "review_by"] as const),
  ...(["staff_minutes", "staff_uses", "staff_people", "customer_minutes", "customer_uses", "customer_people"] as const),
] as const;

interface ProcedureCells {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly departmentCode: string;
  readonly ownerEmail: string | null;
  readonly since: string;
  readonly law: string | null;
  readonly reviewBy: string;
  readonly burden: string;
}

const RANGE = { min: 0, max: 10_000_000 };

/** A load out of its three cells: all of them or none. */
function loadOf(cells: CsvRow["cells"], who: "staff" | "customer", fault: Complain): Load | null {
  const [minutes, uses, people] = (["minutes", "uses", "people"] as const).map((part) => integerCell(cells, `${who}_${part}`, RANGE, fault) ?? null);
  if (minutes == null && uses == null && people == null) return null;
  for (const [part, value] of Object.entries({ minutes, uses, people })) if (value == null) fault(`${who}_${part}`, "required");
  return { minutes: minutes ?? 0, uses: uses ?? 0, people: people ?? 0 };
}

function read(cells: CsvRow["cells"], known: ReadonlySet<string>, complain: Complain): ProcedureCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const code = requiredCell(cells, "code", fault, 64);
  if (code !== "" && !/^[A-Za-z0-9_-]+$/.test(code)) fault("code", "code_format");
  const [nameVi, nameEn] = [requiredCell(cells, "name_vi", fault, 160), requiredCell(cells, "name_en", fault, 160)];
  const departmentCode = requiredCell(cells, "department", fault, 64);
  if (departmentCode !== "" && !known.has(departmentCode)) fault("department", "unknown_department");
  const ownerEmail = textCell(cells, "owner_email", fault, 254) ?? null;
  if (ownerEmail !== null && findPersonByEmail(ownerEmail)?.active !== true) fault("owner_email", "unknown_person");
  for (const column of ["since", "review_by"]) requiredCell(cells, column, fault, 10);
  const [since, reviewBy] = [dayCell(cells, "since", fault) ?? "", dayCell(cells, "review_by", fault) ?? ""];
  const law = textCell(cells, "law", fault, 300) ?? null;
  const burden = JSON.stringify({ staff: loadOf(cells, "staff", fault), customer: loadOf(cells, "customer", fault) });
  return faults > 0 ? null : { code, nameVi, nameEn, departmentCode, ownerEmail, since, law, reviewBy, burden };
}

async function write(tx: Tx, { ownerEmail, ...row }: ProcedureCells, asked: Asked): Promise<RowEffect> {
  const ownerId = ownerEmail === null ? null : (findPersonByEmail(ownerEmail)?.id ?? null);
  const wanted = { ...row, ownerId };
  const known = await tx.find("Procedure", { code: row.code });
  if (known === null) {
    await tx.insert("Procedure", { id: newId(), ...wanted, state: "in_force", createdAt: asked.now, updatedAt: asked.now });
    return "added";
  }
  const differs = (Object.keys(wanted) as (keyof typeof wanted)[]).some((column) => known[column] !== wanted[column]);
  if (!differs) return "unchanged";
  await tx.update("Procedure", { id: known.id }, { ...wanted, updatedAt: asked.now });
  return "changed";
}

/**
 * Adds and changes procedures from a file, by code, all rows or none; those left out stay as they are.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importProcedures(source: CsvSource, asked: Asked, options: ImportOptions): Promise<ImportReport> {
  demand(asked, "procedures.edit");
  const known = new Set((await departments()).filter(({ active }) => active).map(({ code }) => code));
  const kind: CsvImport<ProcedureCells> = {
    columns: PROCEDURE_COLUMNS,
    required: ["code", "name_vi", "name_en", "department", "since", "review_by"],
    read: (cells, complain) => read(cells, known, complain),
    keyOf: (row) => row.code,
    keyColumn: "code",
    write: (tx, row) => write(tx, row, asked),
    finish: async (tx, data) => recordEvent(tx, { kind: "import", id: "procedures" }, { type: "procedures.imported", schema: 1, data }, asked),
  };
  return importCsv(source, kind, options);
}
