import { type WorkFact, workFacts } from "#modules/empowerment/public.server.ts";
import type { WorkFactsReader } from "#modules/learning/public.server.ts";

const FIELD = { autonomy: "autonomy", satisfied: "satisfied", repeat_contact: "repeatContact", permission_fear: "permissionFear" } as const;

/** Facts of decisions as what courses changed is measured by, measure by measure. */
export function factsByMeasure(rows: readonly WorkFact[]): Awaited<ReturnType<WorkFactsReader>> {
  const of = (measure: keyof typeof FIELD) => rows.flatMap((row) => (row[FIELD[measure]] === null ? [] : [{ person: row.personId, at: row.at, value: row[FIELD[measure]] ? 1 : 0 }]));
  return { autonomy: of("autonomy"), satisfied: of("satisfied"), repeat_contact: of("repeat_contact"), permission_fear: of("permission_fear") };
}

/** What decisions say about how people work, for what courses changed. */
export const learningFacts: WorkFactsReader = async (from, to) => factsByMeasure(await workFacts({ from, to }));
