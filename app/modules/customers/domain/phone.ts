import { err, ok, type Result } from "#kernel/result.ts";

/** Vietnamese numbers without their 0: mobiles have nine digits, land lines nine or ten. */
const NATIONAL = /^(?:[35789]\d{8}|2\d{8,9})$/;

/**
 * A phone number in E.164 (`+84912345678`) from what people type: with spaces, dots, dashes and brackets; `0…` and bare
 * national numbers (a spreadsheet eats the 0) are Vietnamese, `+…` and `00…` any country's, `+84 0…` drops the 0.
 */
export function normalisePhone(text: string): Result<string, "phone_format"> {
  const typed = text.normalize("NFKC").replace(/[\s.\-()‐-–]/gu, "");
  const [, plus, digits = ""] = /^(\+|00)?(\d{8,16})$/.exec(typed) ?? [];
  if (plus === undefined) {
    if (NATIONAL.test(digits)) return ok(`+84${digits}`);
    if (digits.startsWith("0") && NATIONAL.test(digits.slice(1))) return ok(`+84${digits.slice(1)}`);
  }
  const international = digits.startsWith("840") ? `84${digits.slice(3)}` : digits;
  if (international.startsWith("84")) return NATIONAL.test(international.slice(2)) ? ok(`+${international}`) : err("phone_format");
  return plus !== undefined && /^[1-9]\d{7,14}$/.test(international) ? ok(`+${international}`) : err("phone_format");
}

/** The digits that are shown of a number, enough to tell two customers apart: the last three. */
export function lastDigits(e164: string): string {
  return e164.slice(-3);
}
