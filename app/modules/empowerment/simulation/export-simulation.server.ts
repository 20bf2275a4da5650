import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { csvPieces, type CsvCell } from "#platform/csv/write.server.ts";
import { outcomes } from "../domain/verdict.ts";
import type { GroupRow, SimulationReport } from "../domain/simulation/report.ts";
import type { Bilingual } from "../view-models.ts";
import { simulationView } from "./simulation-view.server.ts";
import type { SimulationView } from "./view-models.ts";

export const REPORT_COLUMNS = [
  ...["part", "code", "name", "cases", "before_granted", "before_escalated", "before_refused", "before_cost"],
  ...["after_granted", "after_escalated", "after_refused", "after_cost", "currency", "waiting_minutes_saved"],
] as const;

type Line = Partial<Record<(typeof REPORT_COLUMNS)[number], CsvCell>>;

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

function totals({ cases, judged, reproduced, cost, currency, waitingMinutesSaved, transitions, amounts }: SimulationReport): Line[] {
  const sum = (side: "before" | "after", outcome: (typeof outcomes)[number]) =>
    outcomes.reduce((total, other) => total + (side === "before" ? transitions[outcome][other] : transitions[other][outcome]), 0);
  const sides = Object.fromEntries(outcomes.flatMap((outcome) => [[`before_${outcome}`, sum("before", outcome)], [`after_${outcome}`, sum("after", outcome)]])) as Line;
  return [
    { part: "cases", code: "all", cases },
    { part: "cases", code: "judged", cases: judged, ...sides, before_cost: cost.before.minor, after_cost: cost.after.minor, currency, waiting_minutes_saved: rounded(waitingMinutesSaved) },
    { part: "cases", code: "reproduced", cases: reproduced.same },
    { part: "cases", code: "not_reproduced", cases: reproduced.cases - reproduced.same },
    ...outcomes.flatMap((before) => outcomes.map((after): Line => ({ part: "transition", code: `${before}>${after}`, cases: transitions[before][after], before_cost: amounts[before][after], currency }))),
  ];
}

function groups(part: string, rows: readonly GroupRow[], names: Readonly<Record<string, Bilingual>>, currency: string, locale: Locale): Line[] {
  return rows.map(({ code, before, after, waitingMinutesSaved }) => ({
    ...{ part, code, name: code === null ? null : names[code]?.[locale], currency, waiting_minutes_saved: rounded(waitingMinutesSaved) },
    cases: after.granted + after.escalated + after.refused,
    ...{ before_granted: before.granted, before_escalated: before.escalated, before_refused: before.refused, before_cost: before.cost },
    ...{ after_granted: after.granted, after_escalated: after.escalated, after_refused: after.refused, after_cost: after.cost },
  }));
}

function reportLines({ report, names }: SimulationView & { readonly report: SimulationReport }, locale: Locale): Line[] {
  const { currency } = report;
  return [
    ...totals(report),
    ...groups("rule", report.byRule, names.rules, currency, locale),
    ...groups("gesture", report.byGesture, names.gestures, currency, locale),
    ...groups("role", report.byRole, {}, currency, locale),
    ...groups("department", report.byDepartment, names.departments, currency, locale),
    ...groups("site", report.bySite, names.sites, currency, locale),
    ...report.approvers.map(({ role, before, after }): Line => ({ part: "approvers", code: role, before_escalated: before, after_escalated: after })),
    ...report.notJudged.map(({ reason, params, cases }): Line => ({ part: "not_judged", code: reason, name: Object.values(params).flat().join(", "), cases })),
    ...report.assumptions.map(({ code, params }): Line => ({ part: "assumption", code, name: Object.entries(params).map(([key, value]) => `${key}: ${String(value)}`).join(", ") })),
  ];
}

async function* onePage(lines: readonly Line[]): AsyncGenerator<CsvCell[][]> {
  yield lines.map((line) => REPORT_COLUMNS.map((column) => line[column]));
}

/** The report of a run as a file: a line per figure; null while there is no report. Refuses `forbidden`. */
export async function exportSimulation(actor: PersonActor, id: string, locale: Locale): Promise<AsyncGenerator<string> | null> {
  const view = await simulationView(actor, id);
  if (view?.report == null) return null;
  return csvPieces(REPORT_COLUMNS, onePage(reportLines({ ...view, report: view.report }, locale)));
}
