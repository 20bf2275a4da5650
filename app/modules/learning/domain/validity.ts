import { addDays, type Day, localDay } from "#kernel/period.ts";

/** The day that many months later; where the month is shorter, its last day (31/01 and one month: 28/02 or 29/02). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-01`;
  const after = `${String(Math.floor((count + 1) / 12)).padStart(4, "0")}-${String(((count + 1) % 12) + 1).padStart(2, "0")}-01`;
  const last = Number(addDays(after, -1).slice(8));
  return first.slice(0, 8) + String(Math.min(date, last)).padStart(2, "0");
}

export interface Validity {
  readonly validFrom: Day;
  /** First day it no longer holds; null: for ever. */
  readonly validTo: Day | null;
}

/** How long a certificate earned at an instant holds, in calendar days of the organisation's zone. */
export function validityOf(earnedAt: Date, months: number | null, zone: string): Validity {
  const validFrom = localDay(earnedAt, zone);
  return { validFrom, validTo: months === null ? null : addMonths(validFrom, months) };
}

/** Whether it holds on a day. */
export function isValid({ validFrom, validTo, revoked }: Validity & { readonly revoked: boolean }, day: Day): boolean {
  return !revoked && validFrom <= day && (validTo === null || day < validTo);
}

/** Days before the end in which a certificate is worth renewing. */
export const RENEW_DAYS = 30;

/** Whether it still holds and ends soon. */
export function endsSoon(validity: Validity & { readonly revoked: boolean }, day: Day): boolean {
  return isValid(validity, day) && validity.validTo !== null && addDays(day, RENEW_DAYS) >= validity.validTo;
}
