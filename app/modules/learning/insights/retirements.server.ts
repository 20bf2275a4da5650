import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { MeasureTransfer, RetirementRow } from "./view-models.ts";

/** Proposals to retire a course and what became of them, newest first; what was found stays as it was found then. */
export async function retirements(course: string): Promise<RetirementRow[]> {
  const rows = await db.learningRetirement.findMany({ where: { course }, orderBy: [{ proposedAt: "desc" }, { id: "desc" }] });
  const people = findPeople(rows.flatMap(({ decidedById }) => decidedById ?? []));
  return rows.map(({ id, version, state, proposedAt, decidedAt, decidedById, reason, found }) => ({
    ...{ id, version, state: state as RetirementRow["state"], proposedAt: proposedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null, reason },
    by: decidedById === null ? null : (people.get(decidedById)?.name ?? null),
    measures: JSON.parse(found) as MeasureTransfer[],
  }));
}
