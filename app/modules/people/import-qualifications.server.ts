import { demand, type Asked } from "#platform/acting.server.ts";
import { dayCell, requiredCell } from "#platform/csv/cells.ts";
import { importCsv, type Complain, type CsvImport, type ImportReport } from "#platform/csv/import.server.ts";
import type { CsvRow } from "#platform/csv/read.server.ts";
import type { CsvSource } from "#platform/csv/source.server.ts";
import { recordEvent } from "./person-record.server.ts";
import { writeQualification } from "./qualify-person.server.ts";

export const QUALIFICATION_COLUMNS = ["email", "course", "valid_from", "valid_to"] as const;

interface QualificationCells {
  readonly email: string;
  readonly course: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

function read(cells: CsvRow["cells"], complain: Complain): QualificationCells | null {
  let faults = 0;
  const fault: Complain = (...what) => {
    faults += 1;
    complain(...what);
  };
  const email = requiredCell(cells, "email", fault, 254).toLowerCase();
  const course = requiredCell(cells, "course", fault, 64);
  requiredCell(cells, "valid_from", fault, 10);
  const validFrom = dayCell(cells, "valid_from", fault) ?? "";
  const validTo = dayCell(cells, "valid_to", fault) ?? null;
  if (validFrom !== "" && validTo !== null && validTo <= validFrom) fault("valid_to", "range_order");
  return faults === 0 ? { email, course, validFrom, validTo } : null;
}

function qualificationsImport(asked: Asked): CsvImport<QualificationCells> {
  return {
    columns: QUALIFICATION_COLUMNS,
    required: ["email", "course", "valid_from"],
    read,
    keyOf: ({ email, course, validFrom }) => `${email} ${course} ${validFrom}`,
    keyColumn: "email",
    write: async (tx, { email, ...fields }, complain) => {
      const person = await tx.find("Person", { email });
      const course = await tx.find("Course", { code: fields.course });
      if (person === null || person.erasedAt !== null) complain("email", "unknown_person");
      if (course === null) complain("course", "unknown_course", { course: fields.course });
      return person === null || person.erasedAt !== null || course === null ? "unchanged" : writeQualification(tx, person.id, fields, asked);
    },
    finish: async (tx, { rows, added, changed, unchanged }) =>
      recordEvent(tx, asked, { kind: "import", id: "qualifications" }, { type: "qualifications.imported", schema: 1, data: { rows, added, changed, unchanged } }),
  };
}

/**
 * Adds and changes courses held from a file, by person, course and first day, all rows or none.
 * Refuses `forbidden`; what is wrong in the file is in the report.
 */
export async function importQualifications(source: CsvSource, asked: Asked, options: { readonly dryRun: boolean }): Promise<ImportReport> {
  demand(asked, "qualifications.edit");
  return importCsv(source, qualificationsImport(asked), options);
}
