import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { reachWhere } from "./directory.server.ts";
import { grantOfRow, writeRole } from "./domain/role-text.ts";
import { PEOPLE_COLUMNS } from "./import-people.server.ts";
import { QUALIFICATION_COLUMNS } from "./import-qualifications.server.ts";

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

/** Active people within the actor's reach (null: all), as a file that reads back in without effect. Refuses `forbidden`. */
export function exportPeople(actor: Actor | null): AsyncGenerator<string> {
  return csvPieces(PEOPLE_COLUMNS, peoplePages(scopeWhere(actor, "people.read")));
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

/** Courses held within the actor's reach (null: all), as a file that reads back in without effect. Refuses `forbidden`. */
export function exportQualifications(actor: Actor | null): AsyncGenerator<string> {
  return csvPieces(QUALIFICATION_COLUMNS, qualificationPages(scopeWhere(actor, "qualifications.read")));
}
