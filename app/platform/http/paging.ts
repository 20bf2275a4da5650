import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** An opaque place in a list: the JSON of what the next page starts after, in base64url. */
export function encodeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place a page's address names; null at the beginning, and for a text that is no cursor. */
export function readCursor(text: string | null): (string | number)[] | null {
  return text === null || text.length > 500 ? null : decodeCursor(text);
}

function decodeCursor(text: string): (string | number)[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const scalar = (part: unknown) => typeof part === "string" || (typeof part === "number" && Number.isFinite(part));
    return Array.isArray(place) && place.length > 0 && place.length <= 4 && place.every(scalar) ? (place as (string | number)[]) : null;
  } catch {
    return null;
  }
}

/** Query members of every list: `limit` 1…200 (50 unless told; text that is no such number is a fault) and `cursor`. */
export const pageQuery = {
  limit: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return DEFAULT_LIMIT;
      const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
      if (limit >= 1 && limit <= MAX_LIMIT) return limit;
      context.addIssue({ code: "custom", params: { code: "limit_range", max: MAX_LIMIT } });
      return z.NEVER;
    }),
  cursor: z
    .string()
    .max(500)
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const place = decodeCursor(text);
      if (place !== null) return place;
      context.addIssue({ code: "custom", params: { code: "cursor" } });
      return z.NEVER;
    }),
};

/** An instant (`2026-11-22T03:00:00Z`, any offset) or a local date (`2026-11-22`, its first moment in `timeZone`); null when neither. */
export function instantOrDay(text: string, timeZone: string): Date | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      return new Date(Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds);
    }
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(Temporal.Instant.from(text).epochMilliseconds) : null;
  } catch {
    return null;
  }
}

/** Query members `from` ≤ x < `to`: instants or local dates of `timeZone`; absent is null. */
export function periodQuery(timeZone: string) {
  const edge = z
    .string()
    .max(40)
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const at = instantOrDay(text, timeZone);
      if (at !== null) return at;
      context.addIssue({ code: "custom", params: { code: "instant_or_day" } });
      return z.NEVER;
    });
  return { from: edge, to: edge };
}

/**
 * One page out of rows fetched with `limit + 1`: the extra row tells that there is more.
 * `placeOf` gives what the next page starts after.
 */
export function pageOf<T, V>(rows: readonly T[], limit: number, view: (row: T) => V, placeOf: (row: T) => readonly (string | number)[]): { items: V[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null };
}
