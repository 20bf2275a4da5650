import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { learnersWithin } from "./certificates/queries-certificates.server.ts";
import { recordEvent } from "./command.server.ts";

const CERTIFICATE_COLUMNS = ["id", "email", "course", "version", "verified", "valid_from", "valid_to", "given_at", "revoked_at", "revoked_reason"];
const COMPLETION_COLUMNS = ["attempt_id", "email", "course", "version", "department", "site", "started_at", "completed_at", "state"];
const PAGE = 500;

type Scope = Awaited<ReturnType<typeof learnersWithin>>;

async function* pages<R extends { readonly id: string; readonly personId: string }>(read: (after: string) => Promise<R[]>, cells: (row: R, email: string) => CsvCell[]): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await read(after);
    const people = findPeople(rows.map(({ personId }) => personId));
    yield rows.map((row) => cells(row, people.get(row.personId)?.email ?? ""));
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

async function scopeOf(asked: Asked, what: "certificates" | "completions"): Promise<Scope> {
  demand(asked, "learning.export");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: what }, { type: "learning.exported", schema: 1, data: { what } }));
  return asked.actor === null ? {} : learnersWithin(asked.actor);
}

/** Certificates within reach, expired and revoked ones included, in order of id. Refuses `forbidden`. */
export async function exportCertificates(asked: Asked): Promise<AsyncGenerator<string>> {
  const scope = await scopeOf(asked, "certificates");
  const read = (after: string) => db.learningCertificate.findMany({ where: { AND: [scope, { id: { gt: after } }] }, orderBy: { id: "asc" }, take: PAGE });
  const cells = (row: Awaited<ReturnType<typeof read>>[number], email: string): CsvCell[] => [
    row.id, email, row.course, row.version, row.verified ? 1 : 0, row.validFrom, row.validTo ?? "", row.givenAt.toISOString(), row.revokedAt?.toISOString() ?? "", row.revokedReason ?? "",
  ];
  return csvPieces(CERTIFICATE_COLUMNS, pages(read, cells));
}

/** Attempts within reach, running ones included, in order of id. Refuses `forbidden`. */
export async function exportCompletions(asked: Asked): Promise<AsyncGenerator<string>> {
  const scope = await scopeOf(asked, "completions");
  const read = (after: string) => db.learningAttempt.findMany({ where: { AND: [scope, { id: { gt: after } }] }, orderBy: { id: "asc" }, take: PAGE });
  const cells = (row: Awaited<ReturnType<typeof read>>[number], email: string): CsvCell[] => [
    row.id, email, row.course, row.version, row.departmentCode ?? "", row.siteCode ?? "", row.startedAt.toISOString(), row.completedAt?.toISOString() ?? "", row.state,
  ];
  return csvPieces(COMPLETION_COLUMNS, pages(read, cells));
}
