import { isCurrency, parseMoney, type Currency } from "#kernel/money.ts";
import { parseDay, startOfDay } from "#kernel/period.ts";

/** Complains of the cell in `column`. */
export type ComplainOf = (column: string, code: string, params?: Readonly<Record<string, unknown>>) => void;
type Cells = Readonly<Record<string, string | undefined>>;

/** The text of a cell, null when empty, undefined when the file has no such column. Complains when longer than `limit`. */
export function textCell(cells: Cells, column: string, complain: ComplainOf, limit = 200): string | null | undefined {
  const text = cells[column];
  if (text === undefined) return undefined;
  if (text.length > limit) complain(column, "too_long", { limit });
  return text === "" ? null : text.normalize("NFC");
}

/** The text of a cell that must not be empty; "" after complaining. */
export function requiredCell(cells: Cells, column: string, complain: ComplainOf, limit = 200): string {
  const text = textCell(cells, column, complain, limit) ?? "";
  if (text === "") complain(column, "required");
  return text;
}

/** A local day, ISO or day first. */
export function dayCell(cells: Cells, column: string, complain: ComplainOf): string | null | undefined {
  const text = cells[column];
  if (text === undefined || text === "") return text === undefined ? undefined : null;
  const day = parseDay(text);
  if (day.ok) return day.value;
  complain(column, "date_format");
  return null;
}

/** An instant: ISO 8601 with its offset, or a local day, ISO or day first, which begins in `zone`. */
export function instantCell(cells: Cells, column: string, zone: string, complain: ComplainOf): Date | null {
  const text = cells[column] ?? "";
  if (text === "") return null;
  const day = parseDay(text);
  if (day.ok) return startOfDay(day.value, zone);
  const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) ? new Date(text.replace(" ", "T")) : null;
  if (instant !== null && !Number.isNaN(instant.getTime()) && parseDay(text.slice(0, 10)).ok) return instant;
  complain(column, "instant_format");
  return null;
}

/** A whole number within bounds, without separators. */
export function integerCell(cells: Cells, column: string, { min, max }: { min: number; max: number }, complain: ComplainOf): number | null | undefined {
  const text = cells[column];
  if (text === undefined || text === "") return text === undefined ? undefined : null;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  complain(column, "integer_range", { min, max });
  return null;
}

/** An amount of minor units in `currency`, as the one parser of amounts reads it. */
export function amountCell(cells: Cells, column: string, currency: Currency, complain: ComplainOf): number | null | undefined {
  const text = cells[column];
  if (text === undefined || text === "") return text === undefined ? undefined : null;
  const amount = parseMoney(text, currency);
  if (amount.ok) return amount.value.minor;
  complain(column, amount.error);
  return null;
}

/** A currency's code, `fallback` when the cell is empty or absent. */
export function currencyCell(cells: Cells, column: string, fallback: Currency, complain: ComplainOf): Currency {
  const text = (cells[column] ?? "").toUpperCase();
  if (text === "") return fallback;
  if (isCurrency(text)) return text;
  complain(column, "unknown_currency", { currency: text.slice(0, 10) });
  return fallback;
}
