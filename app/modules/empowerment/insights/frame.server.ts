import { setImmediate as nextTurn } from "node:timers/promises";
import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import { type BusinessCalendar, businessMinutesBetween } from "#kernel/business-time.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay, startOfDay, windowOf } from "#kernel/period.ts";
import { businessCalendar, organisation } from "#modules/people/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import type { CountedSpan } from "#platform/statements/insights.server.ts";
import { findPolicyInForce, type LoadedPolicy } from "../policy-store.server.ts";
import type { PeriodView } from "./view-models.ts";

/** How many calendar months, the current one among them, a reader may choose. */
const MONTHS = [3, 6, 12] as const;
const USUAL_MONTHS = 6;
/** The longest time looked at in one go. */
const MOST_DAYS = 1_100;
/** Rows after which others get their turn. */
const SLICE = 2_000;

export interface Month {
  /** "2026-11" */
  readonly key: string;
  readonly from: Date;
  readonly to: Date;
}

/** What is counted: whose decisions, of which time, in which currency. */
export interface Frame {
  readonly span: CountedSpan;
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
  readonly months: readonly Month[];
  readonly currency: string;
  readonly zone: string;
  readonly policy: LoadedPolicy | null;
  readonly period: PeriodView;
  /** Opening time between two instants at a site, in minutes. */
  readonly minutes: (from: Date, to: Date, siteCode: string | null) => number;
}

export interface PeriodWish {
  /** Calendar months up to now; 6 unless told, and where `from` and `to` are not. */
  readonly months?: number | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

interface FrameOptions {
  readonly now?: Date | undefined;
  /** Months that have ended only, whatever days are asked for: two windows never differ by a day or two of somebody's. */
  readonly wholeMonths?: boolean;
}

/** The wish in a page's address: `months`. */
export function periodOf(query: URLSearchParams): PeriodWish {
  const months = Number(query.get("months"));
  return MONTHS.some((count) => count === months) ? { months } : {};
}

/** The calendar months that touch [from, to), each cut to it. */
export function monthsOf(from: Date, to: Date, zone: string): Month[] {
  const months: Month[] = [];
  for (let at = from; at < to; ) {
    const { key, end } = windowOf({ kind: "month" }, at, zone);
    months.push({ key: key.slice("month:".length), from: at, to: end < to ? end : to });
    at = end;
  }
  return months;
}

/** The first instant of the month so many months back, the current one counted. */
function startOfMonths(count: number, now: Date, zone: string): Date {
  let day = `${localDay(now, zone).slice(0, 7)}-01`;
  for (let back = 1; back < count; back += 1) day = `${addDays(day, -1).slice(0, 7)}-01`;
  return startOfDay(day, zone);
}

function minutesWith(calendars: Map<string | null, BusinessCalendar>) {
  return (from: Date, to: Date, siteCode: string | null): number => {
    let calendar = calendars.get(siteCode);
    if (calendar === undefined) calendars.set(siteCode, (calendar = businessCalendar(siteCode)));
    return Math.max(0, businessMinutesBetween(from, to, calendar));
  };
}

/**
 * What the actor may count, over the time they ask for. Refuses: `forbidden` what no role allows; 422 for a time that ends
 * before it begins or is longer than three years.
 */
export function frameFor(actor: Actor, wish: PeriodWish, { now = systemClock.now(), wholeMonths = false }: FrameOptions = {}): Frame {
  const scope = reach(actor, "insights.read");
  if (scope === null) throw new Refusal("forbidden");
  const { timeZone: zone, currency } = organisation();
  const chosen = !wholeMonths && (wish.from != null || wish.to != null);
  const asked = chosen && wish.to != null && wish.to < now ? wish.to : now;
  const to = wholeMonths ? startOfMonths(1, now, zone) : asked;
  const months = MONTHS.find((count) => count === wish.months) ?? USUAL_MONTHS;
  const from = (chosen ? wish.from : null) ?? startOfMonths(wholeMonths ? months + 1 : months, asked, zone);
  if (from >= to) throw invalidInput({ path: "to", code: "range_order" });
  if (to.getTime() - from.getTime() > MOST_DAYS * 86_400_000) throw invalidInput({ path: "from", code: "period_too_long" });
  const held = scope.all ? { all: true, personId: "", team: false, sites: [], departments: [] } : { ...scope, all: false };
  return {
    span: { ...held, from, to },
    ...{ from, to, now, currency, zone },
    months: monthsOf(from, to, zone),
    policy: findPolicyInForce(now),
    period: { from: from.toISOString(), to: to.toISOString(), months: chosen ? null : months, timeZone: zone, currency, everything: scope.all },
    minutes: minutesWith(new Map()),
  };
}

/** Reads a frame month by month and lets others have their turn in between. */
export async function byMonth<Row>({ span, months }: Frame, read: (span: CountedSpan, month: Month) => readonly Row[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const month of months) {
    for (const row of read({ ...span, from: month.from, to: month.to }, month)) rows.push(row);
    await nextTurn();
  }
  return rows;
}

/** Works through many rows and lets others have their turn now and then. */
export async function inSlices<Row, Result>(rows: readonly Row[], read: (row: Row) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const row of rows) {
    results.push(read(row));
    if (results.length % SLICE === 0) await nextTurn();
  }
  return results;
}
