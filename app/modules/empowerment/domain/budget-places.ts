import { type CalendarUnit, type CalendarWindow, rollingStart, windowOf } from "#kernel/period.ts";
import type { PolicyBudget, PolicyDocument } from "../schemas.ts";
import { coveringBudgets } from "./covering-budgets.ts";

/** Whose budgets a request draws on. */
export interface BudgetSubjects {
  readonly personId: string;
  readonly managerId: string | null;
  /** The site where it happens; null: none. */
  readonly siteCode: string | null;
  /** null: a walk-in, or not known. */
  readonly customerRef: string | null;
}

/** Where a budget counts one request: a counter of a calendar window, or the ledger of a rolling one. */
export interface BudgetPlace {
  readonly code: string;
  readonly budget: PolicyBudget;
  /** `person:<id>`, `team:<manager>`, `site:<code>` or `customer:<ref>` */
  readonly subject: string;
  /** `day:2026-11-22`, `week:…`, `month:…`; null for a rolling window */
  readonly window: string | null;
  /** The window is (after, now] when rolling, else begins at `after`. */
  readonly after: Date;
  /** When a calendar window ends; null for a rolling one. */
  readonly end: Date | null;
}

/** Whose counter a budget keeps for a request; null where there is nobody. */
export function subjectIdOf({ subject }: PolicyBudget, subjects: BudgetSubjects): string | null {
  switch (subject) {
    case "person":
      return subjects.personId;
    case "team":
      // Somebody without a manager is a team of one.
      return subjects.managerId ?? subjects.personId;
    case "site":
      return subjects.siteCode;
    case "customer":
      return subjects.customerRef;
  }
}

/** The windows last asked for in a zone: most questions fall into the one before. */
const lastWindows = new Map<string, Map<CalendarUnit["kind"], CalendarWindow>>();
const MAX_ZONES = 100;

/** The calendar window of an instant. */
export function windowAt(kind: CalendarUnit["kind"], now: Date, zone: string): CalendarWindow {
  let windows = lastWindows.get(zone);
  if (windows === undefined) {
    if (lastWindows.size >= MAX_ZONES) lastWindows.clear();
    lastWindows.set(zone, (windows = new Map()));
  }
  const last = windows.get(kind);
  const at = now.getTime();
  if (last !== undefined && at >= last.start.getTime() && at < last.end.getTime()) return last;
  const window = windowOf({ kind }, now, zone);
  windows.set(kind, window);
  return window;
}

function placeOf(budget: PolicyBudget, subject: string, now: Date, zone: string): BudgetPlace {
  const { code, window } = budget;
  if (typeof window === "object") return { code, budget, subject, window: null, after: rollingStart(now, window.rollingDays), end: null };
  const { key, start, end } = windowAt(window, now, zone);
  return { code, budget, subject, window: key, after: start, end };
}

/**
 * Every budget that counts the request and whose subject is known, with its place at an instant; in order of the
 * document. Without a request every budget, whatever it counts.
 */
export function budgetPlaces(
  document: PolicyDocument,
  request: { readonly gesture: string; readonly reason: string } | null,
  subjects: BudgetSubjects,
  now: Date,
): BudgetPlace[] {
  const places: BudgetPlace[] = [];
  for (const budget of request === null ? document.budgets : coveringBudgets(document, request)) {
    const counted = "budget" in budget ? budget.budget : budget;
    const id = subjectIdOf(counted, subjects);
    if (id !== null) places.push(placeOf(counted, `${counted.subject}:${id}`, now, document.timeZone));
  }
  return places;
}
