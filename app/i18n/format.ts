import { LOCALES, type Locale } from "./locale.ts";

/** A moment: a Date, or the ISO 8601 text that view models carry. */
export type Instant = Date | string;

/** An amount in integer minor units of its currency, as view models carry it. */
export interface MoneyValue {
  readonly minor: number;
  readonly currency: string;
}

/** What is shown where there is nothing to show: never 0. */
export const NO_VALUE = "–";

/** Thin typographic facts of a language; the patterns of dates are our own, since those of Intl differ by version (glossary.md §5). */
const WORDS = {
  vi: {
    tag: "vi-VN",
    weekdays: ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"],
    thousandMillion: "tỷ",
    million: "triệu",
    now: "vừa xong",
    ago: (n: string, unit: string) => `${n} ${unit} trước`,
    ahead: (n: string, unit: string) => `${n} ${unit} nữa`,
    units: { minute: ["phút", "phút"], hour: ["giờ", "giờ"], day: ["ngày", "ngày"] },
    today: (time: string) => time,
    tomorrow: (time: string) => `${time} ngày mai`,
    onDay: (time: string, day: string) => `${time} ngày ${day}`,
  },
  en: {
    tag: "en-GB",
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    thousandMillion: "billion",
    million: "million",
    now: "just now",
    ago: (n: string, unit: string) => `${n} ${unit} ago`,
    ahead: (n: string, unit: string) => `in ${n} ${unit}`,
    units: { minute: ["minute", "minutes"], hour: ["hour", "hours"], day: ["day", "days"] },
    today: (time: string) => time,
    tomorrow: (time: string) => `${time} tomorrow`,
    onDay: (time: string, day: string) => `${time} on ${day}`,
  },
} as const satisfies Record<Locale, unknown>;

const NBSP = "\u00a0";

const numberFormats = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}:${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(WORDS[locale].tag, options)));
  return format;
}

/** `12.345,6` / `12,345.6`; at most `digits` decimals, rounded once, half away from zero. */
export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** `84,5%` from 84.5 (percent, not a fraction). */
export function formatPercent(percent: number, locale: Locale, digits = 1): string {
  return `${formatNumber(percent, locale, digits)}%`;
}

/** `84,5%` from counts, rounded exactly; `–` when `of` is 0. */
export function formatShare(part: number, of: number, locale: Locale): string {
  if (of === 0) return NO_VALUE;
  const tenths = (BigInt(part) * 2000n + BigInt(of)) / (BigInt(of) * 2n);
  return formatPercent(Number(tenths) / 10, locale);
}

const digitsByCurrency = new Map<string, number>();

/** Decimals of a currency's minor unit: VND 0, USD 2. */
export function currencyDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) digitsByCurrency.set(currency, (digits = numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2));
  return digits;
}

/** The sign a currency is written with: `₫`, `US$`. */
export function currencySign(currency: string): string {
  if (currency === "VND") return "₫";
  const parts = numberFormat("en", { style: "currency", currency }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

/** `500.000 ₫` / `500,000 ₫`, with a non-breaking space; exact for every safe integer. */
export function formatMoney({ minor, currency }: MoneyValue, locale: Locale): string {
  const digits = currencyDigits(currency);
  const text = Math.abs(minor).toString().padStart(digits + 1, "0");
  const whole = BigInt(text.slice(0, text.length - digits));
  const decimals = text.slice(text.length - digits);
  const shown = digits > 0 && Number(decimals) > 0 ? (locale === "vi" ? "," : ".") + decimals : "";
  return `${minor < 0 ? "-" : ""}${numberFormat(locale, {}).format(whole)}${shown}${NBSP}${currencySign(currency)}`;
}

/** `18,5 triệu ₫` / `18.5 million ₫` from a million up, else in full; one decimal, half away from zero. */
export function formatMoneyCompact({ minor, currency }: MoneyValue, locale: Locale): string {
  const whole = Math.abs(minor) / 10 ** currencyDigits(currency);
  if (whole < 999_950) return formatMoney({ minor, currency }, locale);
  const words = WORDS[locale];
  const [unit, name] = whole >= 999_950_000 ? [1e9, words.thousandMillion] : [1e6, words.million];
  const sign = minor < 0 ? "-" : "";
  return `${sign}${formatNumber(whole / unit, locale, 1)}${NBSP}${name}${NBSP}${currencySign(currency)}`;
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly time: string;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function partsIn(instant: Instant, timeZone: string): DateParts {
  let format = dateFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    dateFormats.set(timeZone, format);
  }
  const found: Record<string, string> = {};
  for (const part of format.formatToParts(new Date(instant))) found[part.type] = part.value;
  const { year = "", month = "", day = "", hour = "", minute = "" } = found;
  return { year, month, day, time: `${hour}:${minute}` };
}

/** The local day an instant falls on in a zone: `2026-11-22`. */
export function dayIn(instant: Instant, timeZone: string): string {
  const { year, month, day } = partsIn(instant, timeZone);
  return `${year}-${month}-${day}`;
}

function weekdayOf(day: string, locale: Locale): string {
  return WORDS[locale].weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}

/** `22/11/2026` from a local day "2026-11-22". */
export function formatDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** `11/2026` from a calendar month "2026-11". */
export function formatMonth(month: string): string {
  const [year = "", number = ""] = month.split("-");
  return `${number}/${year}`;
}

/** `Chủ nhật, 22/11/2026` from a local day. */
export function formatDayLong(day: string, locale: Locale): string {
  const weekday = weekdayOf(day, locale);
  return `${weekday.charAt(0).toLocaleUpperCase(locale)}${weekday.slice(1)}, ${formatDay(day)}`;
}

/** `22/11/2026`, day first in both languages. */
export function formatDate(instant: Instant, _locale: Locale, timeZone: string): string {
  return formatDay(dayIn(instant, timeZone));
}

/** `14:05`. */
export function formatTime(instant: Instant, _locale: Locale, timeZone: string): string {
  return partsIn(instant, timeZone).time;
}

/** `22/11/2026, 14:05`. */
export function formatDateTime(instant: Instant, locale: Locale, timeZone: string): string {
  return `${formatDate(instant, locale, timeZone)}, ${formatTime(instant, locale, timeZone)}`;
}

/** `Chủ nhật, 22/11/2026, 14:05`. */
export function formatDateTimeLong(instant: Instant, locale: Locale, timeZone: string): string {
  return `${formatDayLong(dayIn(instant, timeZone), locale)}, ${formatTime(instant, locale, timeZone)}`;
}

/** A zone by its distance from universal time then, `GMT+7`: nobody at a counter reads `Asia/Ho_Chi_Minh`. */
export function formatZone(timeZone: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "shortOffset" }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A due time as a person says it: `14:05` today, `09:30 ngày mai`, `00:00 ngày 23/11`, with the year when it is another one. */
export function formatDue(instant: Instant, now: Instant, locale: Locale, timeZone: string): string {
  const words = WORDS[locale];
  const time = formatTime(instant, locale, timeZone);
  const [day, today] = [dayIn(instant, timeZone), dayIn(now, timeZone)];
  const apart = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  if (apart === 0) return words.today(time);
  if (apart === 1) return words.tomorrow(time);
  return words.onDay(time, day.slice(0, 4) === today.slice(0, 4) ? formatDay(day).slice(0, 5) : formatDay(day));
}

/** `vừa xong`, `3 phút trước`, `2 giờ nữa`; from seven days on the date. */
export function formatRelative(instant: Instant, now: Instant, locale: Locale, timeZone: string): string {
  const words = WORDS[locale];
  const apart = new Date(instant).getTime() - new Date(now).getTime();
  const minutes = Math.floor(Math.abs(apart) / 60_000);
  if (minutes < 1) return words.now;
  if (minutes >= 7 * 1440) return formatDate(instant, locale, timeZone);
  const [count, unit] =
    minutes < 60 ? [minutes, "minute" as const] : minutes < 1440 ? [Math.floor(minutes / 60), "hour" as const] : [Math.floor(minutes / 1440), "day" as const];
  const name = words.units[unit][count === 1 ? 0 : 1];
  return (apart < 0 ? words.ago : words.ahead)(String(count), name);
}

/** A length of (business) time: `45 phút`, `1 giờ 35 phút`; whole minutes, never days, since a working day's length varies. */
export function formatDuration(minutes: number, locale: Locale): string {
  const total = Math.max(0, Math.round(minutes));
  const { hour, minute } = WORDS[locale].units;
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  const parts: string[] = [];
  if (hours > 0) parts.push(`${hours} ${hour[hours === 1 ? 0 : 1]}`);
  if (rest > 0 || hours === 0) parts.push(`${rest} ${minute[rest === 1 ? 0 : 1]}`);
  return parts.join(" ");
}

const listFormats = new Map<Locale, Intl.ListFormat>(
  LOCALES.map((locale) => [locale, new Intl.ListFormat(WORDS[locale].tag, { type: "conjunction" })]),
);

/** `ghi chú, hóa đơn và ảnh`. */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormats.get(locale)?.format(items) ?? items.join(", ");
}

/** First letter of the given name (the last word of a Vietnamese name), for an avatar. */
export function avatarInitial(name: string): string {
  const given = name.trim().split(/\s+/).at(-1) ?? "";
  return ([...given][0] ?? "?").toLocaleUpperCase("vi");
}
