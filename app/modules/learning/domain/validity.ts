import { addDays, type Day, localDay } from "#kernel/period.ts";
import { monthsAfter } from "./due-days.ts";

export interface Validity {
  readonly validFrom: Day;
  /** First day it no longer holds; null: for ever. */
  readonly validTo: Day | null;
}

/** How long a certificate earned at an instant holds, in calendar days of the organisation's zone. */
export function validityOf(earnedAt: Date, months: number | null, zone: string): Validity {
  const validFrom = localDay(earnedAt, zone);
  return { validFrom, validTo: months === null ? null : monthsAfter(validFrom, months) };
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
