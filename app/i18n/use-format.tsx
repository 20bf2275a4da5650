import { type ReactNode, createContext, useContext, useMemo } from "react";
import {
  type Instant, type MoneyValue, formatDate, formatDateTime, formatDateTimeLong, formatDay, formatDayLong, formatDue,
  formatDuration, formatList, formatMoney, formatMoneyCompact, formatMonth, formatNumber, formatPercent, formatRelative, formatShare, formatTime, formatZone,
} from "./format.ts";
import { DEFAULT_SETTINGS, type I18nSettings } from "./instance.ts";

interface FormatContextValue {
  readonly settings: I18nSettings;
  /** The moment the page was made, so that server and browser draw the same relative times. */
  readonly now: string;
}

const FormatContext = createContext<FormatContextValue | null>(null);

/** Locale, zone and clock for everything below; the root sets it once. */
export function FormatProvider({ settings, now, children }: FormatContextValue & { children: ReactNode }) {
  const value = useMemo(() => ({ settings, now }), [settings, now]);
  return <FormatContext.Provider value={value}>{children}</FormatContext.Provider>;
}

/** The request's language settings, and the time at which the page was made (ISO). */
export function useSettings(): FormatContextValue {
  return useContext(FormatContext) ?? { settings: DEFAULT_SETTINGS, now: "1970-01-01T00:00:00.000Z" };
}

/** The functions of format.ts with the page's locale and zone filled in. */
export function useFormat() {
  const { settings, now } = useSettings();
  const { locale, timeZone } = settings;
  return useMemo(
    () => ({
      locale,
      money: (value: MoneyValue) => formatMoney(value, locale),
      moneyCompact: (value: MoneyValue) => formatMoneyCompact(value, locale),
      number: (value: number, digits?: number) => formatNumber(value, locale, digits),
      percent: (value: number, digits?: number) => formatPercent(value, locale, digits),
      share: (part: number, of: number) => formatShare(part, of, locale),
      date: (value: Instant) => formatDate(value, locale, timeZone),
      day: (day: string) => formatDay(day),
      month: (month: string) => formatMonth(month),
      dayLong: (day: string) => formatDayLong(day, locale),
      time: (value: Instant) => formatTime(value, locale, timeZone),
      dateTime: (value: Instant) => formatDateTime(value, locale, timeZone),
      dateTimeLong: (value: Instant) => formatDateTimeLong(value, locale, timeZone),
      due: (value: Instant, from: Instant = now) => formatDue(value, from, locale, timeZone),
      relative: (value: Instant, from: Instant = now) => formatRelative(value, from, locale, timeZone),
      zone: (zone: string, at: Instant) => formatZone(zone, at),
      duration: (minutes: number) => formatDuration(minutes, locale),
      list: (items: readonly string[]) => formatList(items, locale),
    }),
    [locale, timeZone, now],
  );
}
