import { addDays, localDay, startOfDay } from "#kernel/period.ts";
import type { KpiPeriod, KpiQuery, Records } from "#modules/improvements/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { countedAlike, findKpi, pointOf, talliesOf } from "./series.server.ts";

const ALWAYS = "0001-01-01";

/** A KPI in use as the measure of a change: its name, its unit and which way is better; null for any other code. */
export const measuringKpi: Records["kpi"] = (code) => {
  const kpi = findKpi(readHot, code);
  if (kpi?.status !== "active") return null;
  const { name, direction, unit } = kpi.definition;
  return { name, better: direction === "range" ? null : direction, unit };
};

/**
 * Whole periods of a KPI that have a figure, in their order: those that begin at or after `from` and have ended by `to`.
 * What was counted in another way than the last of them is left out, as is what did not come; empty for an unknown KPI.
 */
export const measuredPeriods: Records["kpiPeriods"] = ({ kpi: code, department, site, from, to }: KpiQuery): KpiPeriod[] => {
  const kpi = findKpi(readHot, code);
  if (kpi === null) return [];
  const { timeZone } = organisation();
  const scope = { ...(department === null ? {} : { department }), ...(site === null ? {} : { site }) };
  const tallies = talliesOf(readHot, kpi, { code, scope, from: from === null ? ALWAYS : localDay(from, timeZone), to: localDay(to, timeZone) });
  const whole = tallies.map((tally) => ({ tally, from: startOfDay(tally.period.start, timeZone), to: startOfDay(addDays(tally.period.end, 1), timeZone) })).filter((period) => (from === null || period.from >= from) && period.to <= to);
  const alike = new Set(countedAlike(whole.map(({ tally }) => tally)));
  return whole.flatMap(({ tally, ...time }) => {
    const { value } = pointOf(tally);
    return value === null || !alike.has(tally) ? [] : [{ ...time, value }];
  });
};
