import { addDays, type Day, localDay, startOfDay, windowOf } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import type { Span } from "./domain/ledger.ts";

export interface MonthSpan extends Span {
  /** "YYYY-MM" */
  readonly month: string;
  readonly earlier: string;
  /** null: this is the current month. */
  readonly later: string | null;
}

/** A calendar month of the organisation; another text than a month that has begun is the current one. */
export function monthSpan(wish: string | null, now: Date): MonthSpan {
  const { timeZone } = organisation();
  const current = localDay(now, timeZone).slice(0, 7);
  const month = wish !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(wish) && wish <= current ? wish : current;
  const { start, end } = windowOf({ kind: "month" }, startOfDay(`${month}-01`, timeZone), timeZone);
  const next = localDay(end, timeZone).slice(0, 7);
  return { month, from: start, to: end, now, earlier: addDays(`${month}-01`, -1).slice(0, 7), later: next <= current ? next : null };
}

/** The days of a cycle as a span of time. */
export function cycleSpan({ startDay, endDay }: { readonly startDay: Day; readonly endDay: Day }, now: Date): Span {
  const { timeZone } = organisation();
  return { from: startOfDay(startDay, timeZone), to: startOfDay(addDays(endDay, 1), timeZone), now };
}
