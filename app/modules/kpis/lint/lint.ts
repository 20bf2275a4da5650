import { type Finding, inOrder, type LintKpi, type LintScorecard } from "./findings.ts";
import { lintOne } from "./lint-one.ts";
import { lintTogether } from "./lint-set.ts";

/**
 * Everything that a careful reviewer would say of a set of KPIs and its scorecards. Drafts and retired KPIs are passed
 * over; the order of what is handed in does not matter.
 */
export function lintSet(kpis: readonly LintKpi[], scorecards: readonly LintScorecard[]): Finding[] {
  const inUse = kpis.filter(({ status }) => status === "active");
  const known = new Map(inUse.map(({ definition }) => [definition.code, definition]));
  return inOrder([...inUse.flatMap((kpi) => lintOne(kpi, known)), ...lintTogether(inUse, known, scorecards)]);
}
