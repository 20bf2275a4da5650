import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { Asked } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { reachWhere } from "./directory.server.ts";
import { grantOfRow, writeRole } from "./domain/role-text.ts";
import { PEOPLE_COLUMNS } from "./import-people.server.ts";
import { QUALIFICATION_COLUMNS } from "./import-qualifications.server.ts";
import { recordEvent } from "./person-record.server.ts";

const PAGE = 500;

function scopeWhere(actor: Actor | null, action: "people.read" | "qualifications.read") {
  if (actor === null) return {};
  const scope = reach(actor, action);
  if (scope === null) throw new Refusal("forbidden");
  return reachWhere(scope);
}

async function* peoplePages(where: ReturnType<typeof scopeWhere>): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.person.findMany({
      where: { AND: [where, { active: true, erasedAt: null, email: { gt: after } }] },
      select: {
        email: true, name: true, departmentCode: true, siteCode: true, startedOn: true, level: true, language: true,
        manager: { select: { email: true } },
        roles: { select: { role: true, scopeKind: true, scopeRef: true } },
      },
      orderBy: { email: "asc" },
      take: PAGE,
    });
    yield rows.map((row) => [
      row.email, row.name, row.departmentCode, row.siteCode,
      row.roles.map(grantOfRow).filter((grant) => grant !== null).map(writeRole).sort().join(";"),
      row.manager?.email, row.startedOn, row.level, row.language,
    ]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.email;
  }
}

/** Active people within reach, as a file that reads back in without effect; that it was taken stands in the trail. Refuses `forbidden`. */
export async function exportPeople(asked: Asked): Promise<AsyncGenerator<string>> {
  const where = scopeWhere(asked.actor, "people.read");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "people" }, { type: "people.exported", schema: 1, data: {} }));
  return csvPieces(PEOPLE_COLUMNS, peoplePages(where));
}

async function* qualificationPages(where: ReturnType<typeof scopeWhere>): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.qualification.findMany({
      where: { person: { AND: [where, { erasedAt: null }] }, id: { gt: after } },
      select: { id: true, course: true, validFrom: true, validTo: true, person: { select: { email: true } } },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    yield rows.map(({ person, course, validFrom, validTo }) => [person.email, course, validFrom, validTo]);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

/** Courses held within reach, as a file that reads back in without effect; that it was taken stands in the trail. Refuses `forbidden`. */
export async function exportQualifications(asked: Asked): Promise<AsyncGenerator<string>> {
  const where = scopeWhere(asked.actor, "qualifications.read");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "qualifications" }, { type: "qualifications.exported", schema: 1, data: {} }));
  return csvPieces(QUALIFICATION_COLUMNS, qualificationPages(where));
}
