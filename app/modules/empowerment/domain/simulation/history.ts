import type { PolicyDocument } from "../../schemas.ts";

const DAY_MS = 86_400_000;
/** A month's window has begun at most so many days ago, with a day that has 25 hours. */
const CALENDAR_DAYS = 32;

/** How far before a period its counters and the 24 hours of a case reach, in milliseconds. */
export function historyReach(documents: Iterable<Pick<PolicyDocument, "budgets">>): number {
  let days = 1;
  for (const { budgets } of documents) {
    for (const { window } of budgets) days = Math.max(days, typeof window === "string" ? CALENDAR_DAYS : window.rollingDays);
  }
  return days * DAY_MS;
}
