import { type BusinessCalendar, businessMinutesBetween } from "#kernel/business-time.ts";
import { businessCalendar } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";

/** What one department and site counts in a time; null: of none. */
interface Placed {
  readonly department: string | null;
  readonly site: string | null;
}

/** Counts of decisions taken in a time: all, decided and alone, told and resolved, rated and satisfied, customers known and those who did not come again within seven days. */
export interface DecisionCounts extends Placed {
  readonly all: number;
  readonly decided: number;
  readonly alone: number;
  readonly told: number;
  readonly resolved: number;
  readonly rated: number;
  readonly satisfied: number;
  readonly known: number;
  readonly once: number;
}

/** Decisions of [from, to) by department and site, for measures that are kept day by day. */
export function decisionCounts(from: Date, to: Date): DecisionCounts[] {
  return readHot("insights.day-counts", { from, to });
}

/** How many waited how many opening minutes, whole ones. */
export interface WaitCounts extends Placed {
  readonly minutes: Readonly<Record<string, number>>;
}

function counted(rows: readonly (Placed & { readonly begun: Date; readonly ended: Date })[]): WaitCounts[] {
  const calendars = new Map<string | null, BusinessCalendar>();
  const places = new Map<string, Placed & { minutes: Record<string, number> }>();
  for (const { department, site, begun, ended } of rows) {
    const calendar = calendars.get(site) ?? businessCalendar(site);
    calendars.set(site, calendar);
    const minutes = String(Math.round(Math.max(0, businessMinutesBetween(begun, ended, calendar))));
    const key = `${department ?? ""} ${site ?? ""}`;
    const place = places.get(key) ?? { department, site, minutes: {} };
    place.minutes[minutes] = (place.minutes[minutes] ?? 0) + 1;
    places.set(key, place);
  }
  return [...places.values()];
}

/** Waits of what was decided in [from, to): until the customer had it, or until whoever was asked had answered. */
export function waitCounts(of: "customer" | "approver", from: Date, to: Date): WaitCounts[] {
  return counted(readHot(of === "customer" ? "insights.day-given" : "insights.day-answered", { from, to }));
}
