import type { Prisma } from "#db/generated/client.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { burdenMinutes, NO_BURDEN, removed } from "./domain/burden.ts";
import { PROCEDURE_COLUMNS } from "./import-procedures.server.ts";
import { readableImprovements } from "./queries-list.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { burdenShape, comparisonShape, measureShape, stored } from "./schemas.ts";

const PAGE = 500;

const IMPROVEMENT_COLUMNS = [
  ...(["number", "kind", "state", "reported_at", "reporters", "what", "cost", "often", "touchpoint", "site", "procedure", "rule", "departments", "due_at"] as const),
  ...(["answer", "answered_at", "words", "law", "plan", "lens", "evidence", "way", "staff_minutes_removed", "customer_minutes_removed"] as const),
  ...(["measure", "target", "trial_from", "decided_at", "verified_at", "before", "before_n", "after", "after_n", "difference", "low", "high", "signal"] as const),
  ...(["confirmation", "confirmed_at", "returned_at", "merged_into"] as const),
] as const;

const ROW = {
  owners: { orderBy: [{ lead: "desc" as const }, { departmentCode: "asc" as const }] },
  procedure: { select: { code: true } },
  mergedInto: { select: { number: true } },
  _count: { select: { reporters: true } },
} as const satisfies Prisma.ImprovementInclude;

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;

function cells(row: Prisma.ImprovementGetPayload<{ include: typeof ROW }>): CsvCell[] {
  const burden = stored(burdenShape, row.burden) ?? NO_BURDEN;
  const after = stored(burdenShape, row.burdenAfter);
  const off = after === null ? burdenMinutes(NO_BURDEN) : removed(burden, after);
  const measure = stored(measureShape, row.measure);
  const found = stored(comparisonShape, row.comparison);
  const open = row.state === "reported" ? row.owners.find(({ answeredAt }) => answeredAt === null) : undefined;
  const said = row.owners.filter(({ words }) => words !== null);
  return [
    ...[row.number, row.kind, row.state, iso(row.reportedAt), row._count.reporters, row.what, row.cost, row.often, row.touchpoint, row.siteCode],
    ...[row.procedure?.code, row.rule, row.owners.map(({ departmentCode }) => departmentCode).join(";"), iso(open?.dueAt)],
    ...[row.answer, iso(row.answeredAt), said.map(({ words }) => words).join(" · "), said.flatMap(({ law }) => law ?? []).join(" · "), row.planText, row.lensKind, row.evidence, row.way, off.staff, off.customer],
    ...[measure?.code, measure?.target, iso(row.trialFrom), iso(row.decidedAt), iso(row.verifiedAt), found?.before.value, found?.before.n, found?.after.value, found?.after.n],
    ...[found?.difference?.value, found?.difference?.low, found?.difference?.high, found?.signal],
    ...[row.confirmation, iso(row.confirmedAt), iso(row.returnedAt), row.mergedInto?.number],
  ];
}

async function* improvementPages(where: Prisma.ImprovementWhereInput): AsyncGenerator<CsvCell[][]> {
  for (let after = ""; ; ) {
    const rows = await db.improvement.findMany({ where: { AND: [where, { number: { gt: after } }] }, include: ROW, orderBy: { number: "asc" }, take: PAGE });
    yield rows.map(cells);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.number;
  }
}

/** Every improvement within reach, as a file to work with: shares as fractions, instants in UTC. That it was taken stands in the trail. Refuses `forbidden`. */
export async function exportImprovements(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "improvements.read");
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "improvements" }, { type: "improvements.exported", schema: 1, data: {} }, asked));
  return csvPieces(IMPROVEMENT_COLUMNS, improvementPages(asked.actor === null ? {} : readableImprovements(asked.actor)));
}

async function* procedurePages(): AsyncGenerator<CsvCell[][]> {
  const rows = await db.procedure.findMany({ orderBy: { code: "asc" } });
  const owners = findPeople(rows.flatMap(({ ownerId }) => ownerId ?? []));
  const load = (part: { minutes: number; uses: number; people: number } | null) => [part?.minutes, part?.uses, part?.people];
  yield rows.map((row) => {
    const { staff, customer } = stored(burdenShape, row.burden) ?? NO_BURDEN;
    const owner = row.ownerId === null ? undefined : owners.get(row.ownerId);
    const email = owner?.active === true ? owner.email : null;
    return [row.code, row.nameVi, row.nameEn, row.departmentCode, email, row.since, row.law, row.reviewBy, ...load(staff), ...load(customer)];
  });
}

/** The register of procedures, as a file that reads back in without effect; that it was taken stands in the trail. Refuses `forbidden`. */
export async function exportProcedures(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "procedures.read");
  await transaction((tx) => recordEvent(tx, { kind: "export", id: "procedures" }, { type: "procedures.exported", schema: 1, data: {} }, asked));
  return csvPieces(PROCEDURE_COLUMNS, procedurePages());
}
