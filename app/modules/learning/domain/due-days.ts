import { type BusinessCalendar, addBusinessDays } from "#kernel/business-time.ts";
import { type Day, daysBetween, instantAt, localDay } from "#kernel/period.ts";

/** Who is meant by an assignment: everybody who fits all that is named; a set left empty means any. */
export interface Aim {
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly sites: readonly string[];
  /** People by id; empty: any. */
  readonly people: readonly string[];
  /** Only who started on this day or later; null: whenever. */
  readonly startedFrom: Day | null;
}

/** What an assignment asks about somebody. */
export interface Aimed {
  readonly id: string;
  readonly roles: readonly string[];
  /** Their department and all above it. */
  readonly departments: readonly string[];
  readonly site: string | null;
  readonly startedOn: Day | null;
}

const fits = (wanted: readonly string[], held: readonly string[]) => wanted.length === 0 || wanted.some((one) => held.includes(one));

/** Whether somebody is meant. An unknown start day fits no wish for one. */
export function isAimedAt(aim: Aim, person: Aimed): boolean {
  return (
    fits(aim.roles, person.roles) &&
    fits(aim.departments, person.departments) &&
    fits(aim.sites, person.site === null ? [] : [person.site]) &&
    fits(aim.people, [person.id]) &&
    (aim.startedFrom === null || (person.startedOn !== null && person.startedOn >= aim.startedFrom))
  );
}

/** The day some months after another; the last of the month where that month is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return `${String(toYear).padStart(4, "0")}-${String(toMonth + 1).padStart(2, "0")}-${String(Math.min(date, last)).padStart(2, "0")}`;
}

/** The day that is so many business days after another one. */
export function businessDaysAfter(day: Day, days: number, calendar: BusinessCalendar): Day {
  return localDay(addBusinessDays(instantAt(day, 12 * 60, calendar.zone), days, calendar), calendar.zone);
}

/** What an assignment says about time. */
export interface Timing {
  /** The local day it was made. */
  readonly assignedOn: Day;
  /** Business days to finish in, counted from when somebody first is meant. */
  readonly dueDays: number;
  /** Again every so many months after the last certificate; null: once. */
  readonly everyMonths: number | null;
}

export interface Held {
  readonly from: Day;
  /** Exclusive; null: for ever. */
  readonly to: Day | null;
}

export type DueState = "done" | "open" | "overdue";

/**
 * When somebody must have finished, and where they stand on `today`. Who holds no certificate has `dueDays` business days
 * from the day of the assignment, or from their own start where that is later. Who holds one is done until it is time
 * again: `everyMonths` after it was given, or when it runs out, whichever comes first.
 * @param held certificates in any order, revoked ones left out
 */
export function dueFor(timing: Timing, startedOn: Day | null, held: readonly Held[], today: Day, calendar: BusinessCalendar): { readonly state: DueState; readonly dueOn: Day | null } {
  const last = [...held].sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (last === undefined) {
    const from = startedOn !== null && startedOn > timing.assignedOn ? startedOn : timing.assignedOn;
    const dueOn = businessDaysAfter(from, timing.dueDays, calendar);
    return { dueOn, state: today > dueOn ? "overdue" : "open" };
  }
  const again = [timing.everyMonths === null ? null : monthsAfter(last.from, timing.everyMonths), last.to].filter((day) => day !== null).sort()[0] ?? null;
  if (again === null) return { dueOn: null, state: "done" };
  if (today > again) return { dueOn: again, state: "overdue" };
  const early = daysBetween(today, again) <= RENEW_DAYS;
  return { dueOn: again, state: early ? "open" : "done" };
}

/** Days before a certificate is due again from which it may be renewed and is asked for. */
const RENEW_DAYS = 30;

/** On how many days around the due day somebody is reminded: a week and a day before, on the day, then each week while overdue. */
export function remindsOn(today: Day, dueOn: Day): boolean {
  const left = daysBetween(today, dueOn);
  return left === 7 || left === 1 || left === 0 || (left < 0 && left % 7 === 0 && left >= -28);
}
