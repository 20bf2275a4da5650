import { type BusinessCalendar, businessMinutesBetween } from "#kernel/business-time.ts";
import type { Sample } from "#modules/improvements/domain/compare.ts";
import { BASELINE_DAYS, type RecordedMeasure, SYSTEM_MEASURES } from "#modules/improvements/domain/measures.ts";
import { HOLIDAYS, OFFICE_HOURS, SITES, ZONE } from "../company/places.ts";
import type { DecisionRow } from "../decisions/history.ts";

const DAY_MS = 86_400_000;
const holidays = new Set(HOLIDAYS);
const calendars = new Map<string, BusinessCalendar>(SITES.map(({ code, hours }) => [code, { hours, holidays, zone: ZONE }]));
const office: BusinessCalendar = { hours: OFFICE_HOURS, holidays, zone: ZONE };

/** When a place of the demo works. */
export function calendarOf(site: string | null | undefined): BusinessCalendar {
  return (site == null ? undefined : calendars.get(site)) ?? office;
}

type Test = (row: DecisionRow) => boolean;
const given: Test = ({ state }) => state === "granted" || state === "approved";

function share(rows: readonly DecisionRow[], counted: Test, hit: Test): Sample {
  const cases = rows.filter(counted);
  return { hits: cases.filter(hit).length, n: cases.length };
}

/** What the planned decisions say of a measure in [from, to), counted as the product counts its records. */
function factsOf(decisions: readonly DecisionRow[], { code, rule, gesture, site }: RecordedMeasure, from: Date, to: Date): Sample {
  const rows = decisions.filter((row) => row.decidedAt >= from && row.decidedAt < to && (rule === null || row.rule === rule) && (gesture === null || row.gesture === gesture) && (site === null || row.siteCode === site));
  switch (code) {
    case "granted_at_once":
      return share(rows, ({ state }) => ["granted", "approved", "declined", "returned", "expired"].includes(state), ({ state }) => state === "granted");
    case "waiting_minutes":
      return { values: rows.filter((row) => given(row) && row.givenAt != null).map((row) => Math.max(0, businessMinutesBetween(row.decidedAt, row.givenAt ?? row.decidedAt, calendarOf(row.siteCode)))) };
    case "resolved":
      return share(rows, ({ result }) => result != null, ({ result }) => result === "resolved");
    case "satisfied":
      return share(rows, ({ csat }) => csat != null, ({ csat }) => (csat ?? 0) >= 4);
    case "repeat_contact":
      return share(rows, (row) => given(row) && row.customerId != null, ({ repeatContactAt }) => repeatContactAt != null);
  }
}

/** Before and after a trial, as they are counted when it is verified at `at`. */
export function sidesOf(decisions: readonly DecisionRow[], measure: RecordedMeasure, trialFrom: Date, at: Date): { readonly before: Sample; readonly after: Sample } {
  const mature = new Date(at.getTime() - SYSTEM_MEASURES[measure.code].matureDays * DAY_MS);
  return {
    before: factsOf(decisions, measure, new Date(trialFrom.getTime() - BASELINE_DAYS * DAY_MS), trialFrom),
    after: factsOf(decisions, measure, trialFrom, mature > trialFrom ? mature : trialFrom),
  };
}
