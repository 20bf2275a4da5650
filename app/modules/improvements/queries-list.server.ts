import type { Actor } from "#access/actor.ts";
import { can, reach, type Reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { isOverdue } from "./domain/answer-clock.ts";
import { headline } from "./domain/headline.ts";
import type { Answer, Confirmation, ImprovementState } from "./domain/states.ts";
import { departmentNames } from "./names.server.ts";
import type { Kind } from "./schemas.ts";
import type { ImprovementRow, PlaceView } from "./view-models.ts";

export const VIEWS = ["waiting", "mine", "all"] as const;

export interface ImprovementFilter {
  /** waiting: what somebody must answer, confirm or do · mine: what they reported · all: everything within reach */
  readonly view?: (typeof VIEWS)[number] | undefined;
  readonly kind?: Kind | undefined;
  readonly state?: ImprovementState | undefined;
  readonly department?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** Of this procedure. */
  readonly procedureId?: string | undefined;
}

/** The improvements that lie within a reach; what a query's `where` must always hold. See domain/sight.ts. */
function improvementsWithin(scope: Reach): Prisma.ImprovementWhereInput {
  if (scope.all) return {};
  const { personId, sites, departments } = scope;
  return {
    OR: [
      { reporters: { some: { personId } } },
      { steps: { some: { ownerId: personId } } },
      { owners: { some: { OR: [{ askedId: personId }, { answeredById: personId }, ...(departments.length > 0 ? [{ departmentCode: { in: [...departments] } }] : [])] } } },
      ...(scope.team ? [{ managerId: personId }] : []),
      ...(sites.length > 0 ? [{ siteCode: { in: [...sites] } }] : []),
    ],
  };
}

/** The improvements an actor may know of; matches nothing for those who may read none. */
export function readableImprovements(actor: Actor): Prisma.ImprovementWhereInput {
  const scope = reach(actor, "improvements.read");
  return scope === null ? { id: { in: [] } } : improvementsWithin(scope);
}

const asked = (personId: string): Prisma.ImprovementWhereInput => ({ state: "reported", owners: { some: { askedId: personId, answeredAt: null } } });
const toConfirm = (personId: string): Prisma.ImprovementWhereInput => ({ state: { in: ["adopted", "verified"] }, confirmation: "asked", reporters: { some: { personId } } });
const toDo = (personId: string): Prisma.ImprovementWhereInput => ({ state: { in: ["planned", "trialled", "adopted"] }, steps: { some: { ownerId: personId, doneAt: null } } });

/** What waits on somebody. */
export function waitingOn(personId: string): Prisma.ImprovementWhereInput {
  return { OR: [asked(personId), toConfirm(personId), toDo(personId)] };
}

function conditionOf(actor: Actor, { view = "all", kind, state, department, overdue, procedureId }: ImprovementFilter, now: Date): Prisma.ImprovementWhereInput {
  const me = actor.personId;
  const shown: Prisma.ImprovementWhereInput =
    view === "all" || me === null ? (state === undefined ? { state: { not: "merged" } } : {}) : view === "mine" ? { reporters: { some: { personId: me } } } : waitingOn(me);
  return {
    AND: [
      readableImprovements(actor),
      shown,
      kind === undefined ? {} : { kind },
      state === undefined ? {} : { state },
      department === undefined ? {} : { owners: { some: { departmentCode: department } } },
      overdue === true ? { state: "reported", owners: { some: { answeredAt: null, dueAt: { lte: now } } } } : {},
      procedureId === undefined ? {} : { procedureId },
    ],
  };
}

export const ROW_COLUMNS = {
  ...{ id: true, number: true, kind: true, state: true, answer: true, what: true, reportedAt: true, confirmation: true, returnedAt: true },
  owners: { select: { departmentCode: true, askedId: true, answeredAt: true, dueAt: true, lead: true }, orderBy: [{ lead: "desc" as const }, { departmentCode: "asc" as const }] },
  reporters: { select: { personId: true } },
  steps: { select: { ownerId: true, doneAt: true } },
} as const satisfies Prisma.ImprovementSelect;

type Stored = Prisma.ImprovementGetPayload<{ select: typeof ROW_COLUMNS }>;

function waits(row: Stored, me: string | null): ImprovementRow["waitsForMe"] {
  if (me === null) return null;
  if (row.state === "reported" && row.owners.some(({ askedId, answeredAt }) => askedId === me && answeredAt === null)) return "answer";
  if (row.confirmation === "asked" && row.reporters.some(({ personId }) => personId === me)) return "confirm";
  const carried = ["planned", "trialled", "adopted"].includes(row.state);
  return carried && row.steps.some(({ ownerId, doneAt }) => ownerId === me && doneAt === null) ? "step" : null;
}

function rowView(row: Stored, me: string | null, name: (code: string) => PlaceView, now: Date): ImprovementRow {
  const open = row.state === "reported" ? row.owners.filter(({ answeredAt }) => answeredAt === null) : [];
  const due = open.map(({ dueAt }) => dueAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return {
    ...{ id: row.id, number: row.number, kind: row.kind as Kind, state: row.state as ImprovementState, answer: row.answer as Answer | null },
    title: headline(row.what),
    departments: row.owners.map(({ departmentCode }) => name(departmentCode)),
    reportedAt: row.reportedAt.toISOString(),
    dueAt: due?.toISOString() ?? null,
    overdue: due !== null && isOverdue({ dueAt: due, answered: false }, now),
    confirmation: row.confirmation as Confirmation | null,
    returned: row.returnedAt !== null,
    reporters: row.reporters.length,
    waitsForMe: waits(row, me),
  };
}

/** Improvements an actor may know of, newest first, at most `limit` after `cursor` ([reported at in ms, id]). */
export async function improvementRows(
  actor: Actor,
  filter: ImprovementFilter,
  { limit, cursor, now }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null; readonly now: Date },
): Promise<ImprovementRow[]> {
  const [ms, id] = cursor ?? [];
  const before = new Date(Number(ms));
  const after: Prisma.ImprovementWhereInput = ms === undefined || id === undefined ? {} : { OR: [{ reportedAt: { lt: before } }, { reportedAt: before, id: { lt: String(id) } }] };
  const [rows, name] = await Promise.all([
    db.improvement.findMany({ where: { AND: [conditionOf(actor, filter, now), after] }, select: ROW_COLUMNS, orderBy: [{ reportedAt: "desc" }, { id: "desc" }], take: limit }),
    departmentNames(),
  ]);
  return rows.map((row) => rowView(row, actor.personId, name, now));
}

/** How much waits on somebody. */
export async function waitingCount(actor: Actor): Promise<number> {
  if (actor.personId === null || !can(actor, "improvements.read")) return 0;
  return db.improvement.count({ where: { AND: [readableImprovements(actor), waitingOn(actor.personId)] } });
}
