import { decisionCounts, waitCounts } from "#modules/empowerment/public.server.ts";
import { verifiedCounts } from "#modules/improvements/public.server.ts";
import type { FactReader, PlacedTally } from "#modules/kpis/public.server.ts";
import { type FactName, tallyOf, tallyOfValues } from "#modules/kpis/public.ts";
import { answerCounts } from "#modules/listening/public.server.ts";
import { outcomeCounts } from "#modules/recognition/public.server.ts";

interface Place {
  readonly department: string | null;
  readonly site: string | null;
}

const placed = ({ department, site }: Place, tally: PlacedTally["tally"]): PlacedTally => ({ department, site, tally });

/** A share of each place; those without a case are left out. */
function shares<R extends Place>(rows: readonly R[], hits: (row: R) => number, n: (row: R) => number): PlacedTally[] {
  return rows.filter((row) => n(row) > 0).map((row) => placed(row, tallyOf({ hits: hits(row), n: n(row) })));
}

/** One report of a number of things. */
function numbers<R extends Place>(rows: readonly R[], total: (row: R) => number): PlacedTally[] {
  return rows.map((row) => placed(row, tallyOf({ total: total(row), n: total(row) })));
}

const READERS: Readonly<Record<FactName, (from: Date, to: Date) => Promise<PlacedTally[]> | PlacedTally[]>> = {
  decided_alone: (from, to) => shares(decisionCounts(from, to), ({ alone }) => alone, ({ decided }) => decided),
  decision_resolved: (from, to) => shares(decisionCounts(from, to), ({ resolved }) => resolved, ({ told }) => told),
  decision_csat: (from, to) => shares(decisionCounts(from, to), ({ satisfied }) => satisfied, ({ rated }) => rated),
  decision_fcr: (from, to) => shares(decisionCounts(from, to), ({ once }) => once, ({ known }) => known),
  customer_wait: (from, to) => waitCounts("customer", from, to).map((row) => placed(row, tallyOfValues(row.minutes))),
  approval_wait: (from, to) => waitCounts("approver", from, to).map((row) => placed(row, tallyOfValues(row.minutes))),
  decisions: (from, to) => numbers(decisionCounts(from, to), ({ all }) => all),
  feedback_nps: (from, to) =>
    answerCounts(from, to)
      .map((row) => ({ row, n: row.promoters + row.passives + row.detractors }))
      .filter(({ n }) => n > 0)
      .map(({ row, n }) => placed(row, tallyOf({ hits: row.promoters, passives: row.passives, detractors: row.detractors, n }))),
  feedback_csat: (from, to) => shares(answerCounts(from, to), ({ satisfied }) => satisfied, ({ rated }) => rated),
  feedback_understood: (from, to) => shares(answerCounts(from, to), ({ understood }) => understood, ({ asked }) => asked),
  improvements_verified: async (from, to) => numbers(await verifiedCounts(from, to), ({ verified }) => verified),
  recognitions_substantiated: (from, to) => shares(outcomeCounts(from, to).map((row) => ({ ...row, site: null })), ({ substantiated }) => substantiated, ({ settled }) => settled),
};

/** How many days after a decision nobody may have come back, before it counts as solved at first. */
const RETURN_MS = 7 * 86_400_000;

/** What Tâm records, counted in a time, for the KPIs that are computed from it. */
export function factReader(now: () => Date): FactReader {
  return async (fact, from, to) => {
    // Whether a customer came again is known only once the days have passed.
    if (fact === "decision_fcr" && to.getTime() + RETURN_MS > now().getTime()) return [];
    return READERS[fact](from, to);
  };
}
