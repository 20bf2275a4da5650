import { addDays, type Day, weekdayOf } from "#kernel/period.ts";
import type { Cadence } from "../definition.ts";

/** A stretch of calendar days, both included. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

function monthStart(year: number, month: number): Day {
  const [years, rest] = [year + Math.floor(month / 12), ((month % 12) + 12) % 12];
  return `${String(years).padStart(4, "0")}-${String(rest + 1).padStart(2, "0")}-01`;
}

/** The period of a cadence that a day belongs to; weeks begin on Monday, quarters in January, April, July and October. */
export function periodOf(cadence: Cadence, day: Day): Period {
  if (cadence === "day") return { start: day, end: day };
  if (cadence === "week") {
    const start = addDays(day, 1 - weekdayOf(day));
    return { start, end: addDays(start, 6) };
  }
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const months = cadence === "month" ? 1 : 3;
  const first = month - (month % months);
  return { start: monthStart(year, first), end: addDays(monthStart(year, first + months), -1) };
}

/** Every period that touches the days from … to, in order. */
export function periodsBetween(cadence: Cadence, from: Day, to: Day): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(cadence, from); period.start <= to; period = periodOf(cadence, addDays(period.end, 1))) periods.push(period);
  return periods;
}

/** Days after a period's end before its figure counts as late. */
export const GRACE_DAYS: Readonly<Record<Cadence, number>> = { day: 2, week: 4, month: 10, quarter: 15 };

/** Whether a period without a figure is still running, still within its time, or late. */
export function standingOf(cadence: Cadence, period: Period, today: Day): "running" | "expected" | "late" {
  if (today <= period.end) return "running";
  return today <= addDays(period.end, GRACE_DAYS[cadence]) ? "expected" : "late";
}
