import type { Actor } from "#access/actor.ts";
import { can, reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { burdenMinutes, NO_BURDEN } from "./domain/burden.ts";
import { type ProcedureState, type Review, reviewStanding, sunsetOn } from "./domain/sunset.ts";
import { departmentNames, peopleNames } from "./names.server.ts";
import { improvementRows } from "./queries-list.server.ts";
import { mayReview } from "./review-procedure.server.ts";
import { burdenShape, stored } from "./schemas.ts";
import type { PersonView, PlaceView, ProcedureRow, ProcedureView } from "./view-models.ts";

export interface ProcedureFilter {
  readonly department?: string | undefined;
  /** due: those whose review date has passed · ended: those that were stopped */
  readonly show?: "due" | "ended" | undefined;
}

const COLUMNS = {
  ...{ id: true, code: true, nameVi: true, nameEn: true, departmentCode: true, ownerId: true, since: true, burden: true, law: true, reviewBy: true, lastReviewAt: true, state: true },
  _count: { select: { improvements: { where: { state: { notIn: ["merged", "verified", "reverted"] } } } } },
} as const satisfies Prisma.ProcedureSelect;

type Stored = Prisma.ProcedureGetPayload<{ select: typeof COLUMNS }>;

/** The register is open to whoever may read it: what everybody works by is no secret. */
const readable = (actor: Actor): Prisma.ProcedureWhereInput => (reach(actor, "procedures.read") === null ? { id: { in: [] } } : {});

function rowView(row: Stored, today: string, zone: string, place: (code: string) => PlaceView, name: (id: string) => PersonView): ProcedureRow {
  const burden = stored(burdenShape, row.burden) ?? NO_BURDEN;
  const state = row.state as ProcedureState;
  return {
    ...{ id: row.id, code: row.code, name: { vi: row.nameVi, en: row.nameEn }, since: row.since, reviewBy: row.reviewBy, law: row.law, state, burden },
    department: place(row.departmentCode),
    owner: row.ownerId === null ? null : name(row.ownerId),
    lastReview: row.lastReviewAt === null ? null : localDay(row.lastReviewAt, zone),
    standing: reviewStanding({ state, reviewBy: row.reviewBy, law: row.law }, today),
    minutes: burdenMinutes(burden),
    openReports: row._count.improvements,
  };
}

/** The register, those that cost most first, then by code. */
export async function procedureRows(actor: Actor, { department, show }: ProcedureFilter, now: Date): Promise<ProcedureRow[]> {
  const { timeZone } = organisation();
  const today = localDay(now, timeZone);
  const shown: Prisma.ProcedureWhereInput = show === "ended" ? { state: { not: "in_force" } } : show === "due" ? { state: "in_force", reviewBy: { lte: today } } : { state: "in_force" };
  const where = { AND: [readable(actor), shown, department === undefined ? {} : { departmentCode: department }] };
  const [rows, place] = await Promise.all([db.procedure.findMany({ where, select: COLUMNS, orderBy: { code: "asc" }, take: 500 }), departmentNames()]);
  const name = peopleNames(rows.map(({ ownerId }) => ownerId));
  const cost = ({ minutes: { staff, customer } }: ProcedureRow) => (staff ?? 0) + (customer ?? 0);
  return rows.map((row) => rowView(row, today, timeZone, place, name)).sort((a, b) => cost(b) - cost(a) || (a.code < b.code ? -1 : 1));
}

/** One procedure with its reviews and what was reported about it, as far as the reader may know; null for none. */
export async function procedureDetail(actor: Actor, id: string, now: Date): Promise<ProcedureView | null> {
  const { timeZone } = organisation();
  const row = await db.procedure.findFirst({
    where: { AND: [{ id }, readable(actor)] },
    select: { ...COLUMNS, reviews: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 50 } },
  });
  if (row === null) return null;
  const [place, improvements] = await Promise.all([departmentNames(), improvementRows(actor, { procedureId: id }, { limit: 50, cursor: null, now })]);
  const name = peopleNames([row.ownerId, ...row.reviews.map(({ byId }) => byId)]);
  return {
    ...rowView(row, localDay(now, timeZone), timeZone, place, name),
    sunset: sunsetOn(row),
    reviews: row.reviews.map(({ id: review, at, byId, decision, note, reviewBy }) => ({ id: review, at: at.toISOString(), by: byId === null ? null : name(byId).name, decision: decision as Review, note, reviewBy })),
    improvements,
    mayReview: row.state !== "stopped" && can(actor, "procedures.review") && mayReview(row, { actor }),
    mayEdit: can(actor, "procedures.edit"),
  };
}

/** Procedures somebody may name in a report, by code. */
export async function procedureChoices(actor: Actor): Promise<{ code: string; name: { vi: string; en: string } }[]> {
  const rows = await db.procedure.findMany({ where: { AND: [readable(actor), { state: "in_force" }] }, select: { code: true, nameVi: true, nameEn: true }, orderBy: { nameVi: "asc" } });
  return rows.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
}
