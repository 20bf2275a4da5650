import type { Actor } from "#access/actor.ts";
import { reach, type Reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { parseDay, startOfDay } from "#kernel/period.ts";
import { findOrganisation, findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import type { DecisionRow, DecisionState, MoneyView, PersonView } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

/** The rows of decisions that lie within a reach; what a query's `where` must always hold. */
export function decisionsWithin(scope: Reach): Prisma.DecisionWhereInput {
  if (scope.all) return {};
  return {
    OR: [
      { personId: scope.personId },
      ...(scope.team ? [{ managerId: scope.personId }] : []),
      ...(scope.sites.length > 0 ? [{ siteCode: { in: [...scope.sites] } }] : []),
      ...(scope.departments.length > 0 ? [{ departmentCode: { in: [...scope.departments] } }] : []),
      { approvals: { some: { approverId: scope.personId } } },
    ],
  };
}

/** The decisions an actor may know of; matches nothing for those who may read none. */
export function readableDecisions(actor: Actor): Prisma.DecisionWhereInput {
  const scope = reach(actor, "decisions.read");
  return scope === null ? { id: { in: [] } } : decisionsWithin(scope);
}

export const ROW_COLUMNS = {
  id: true,
  number: true,
  decidedAt: true,
  personId: true,
  gesture: true,
  reason: true,
  amount: true,
  approvedAmount: true,
  currency: true,
  customerRef: true,
  state: true,
  givenAt: true,
  result: true,
  policyVersion: true,
} as const satisfies Prisma.DecisionSelect;

export type StoredRow = Prisma.DecisionGetPayload<{ select: typeof ROW_COLUMNS }>;

export function moneyView(minor: bigint | null, currency: string | null): MoneyView | null {
  return minor === null || currency === null ? null : { minor: Number(minor), currency };
}

/** A person for a screen; somebody no longer known keeps an empty name. */
export function personView(people: ReturnType<typeof findPeople>, id: string): PersonView {
  const found = people.get(id);
  return { id, name: found?.name ?? "", email: found?.email ?? "" };
}

/** Stored rows as lines of a list, with names as the policy of their time had them. */
export function rowViews(rows: readonly StoredRow[]): DecisionRow[] {
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map((row) => {
    const document = findPolicy(row.policyVersion)?.document;
    return {
      id: row.id,
      number: row.number,
      at: row.decidedAt.toISOString(),
      person: personView(people, row.personId),
      gesture: nameIn(document?.gestures ?? [], row.gesture),
      reason: nameIn(document?.reasons ?? [], row.reason),
      amount: moneyView(row.amount, row.currency),
      approvedAmount: moneyView(row.approvedAmount, row.currency),
      customerRef: row.customerRef,
      state: row.state as DecisionState,
      givenAt: row.givenAt?.toISOString() ?? null,
      result: row.result as DecisionRow["result"],
    };
  });
}

/** The newest decisions that match, as lines; the caller's `where` decides who may see them. */
export async function decisionList(where: Prisma.DecisionWhereInput, take: number): Promise<DecisionRow[]> {
  return rowViews(await db.decision.findMany({ where, select: ROW_COLUMNS, orderBy: [{ decidedAt: "desc" }, { id: "desc" }], take }));
}

const PAGE = 30;

/** Local days "YYYY-MM-DD"; `from` ≤ decided < `to`. */
export interface DecisionFilter {
  readonly state?: DecisionState;
  readonly from?: string;
  readonly to?: string;
}

/** A page of the decisions the actor may read, newest first. The cursor is the `<milliseconds>.<id>` of the last line. */
export async function decisionRows(actor: Actor, filter: DecisionFilter, cursor: string | null): Promise<{ items: DecisionRow[]; nextCursor: string | null }> {
  const zone = findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh";
  const instant = (text: string | undefined) => {
    const day = parseDay(text ?? "");
    return day.ok ? startOfDay(day.value, zone) : undefined;
  };
  const from = instant(filter.from);
  const to = instant(filter.to);
  const [ms = "", id = ""] = cursor?.split(".", 2) ?? [];
  const at = new Date(Number(ms));
  const after: Prisma.DecisionWhereInput = cursor === null || Number.isNaN(at.getTime()) ? {} : { OR: [{ decidedAt: { lt: at } }, { decidedAt: at, id: { lt: id } }] };
  const items = await decisionList(
    {
      AND: [
        readableDecisions(actor),
        after,
        filter.state ? { state: filter.state } : {},
        from || to ? { decidedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {},
      ],
    },
    PAGE + 1,
  );
  const shown = items.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown, nextCursor: items.length > PAGE && last ? `${Date.parse(last.at)}.${last.id}` : null };
}
