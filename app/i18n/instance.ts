import { createInstance, type i18n as I18n } from "i18next";
import type { LocaleMessages } from "./catalogue.ts";
import {
  formatDate, formatDateTime, formatDay, formatDuration, formatList, formatMoney, formatMoneyCompact, formatMonth, formatNumber,
  formatPercent, formatTime, type Instant, type MoneyValue, NO_VALUE,
} from "./format.ts";
import type { Locale } from "./locale.ts";
import { type AddressForm, type Labels, defaultVariables, overlay } from "./overlay.ts";
import { pseudoMessages } from "./pseudo.ts";

/** Everything that decides how one request's words look. Plain JSON: the root loader sends it to the browser. */
export interface I18nSettings {
  readonly locale: Locale;
  /** IANA name; instants are shown in it. */
  readonly timeZone: string;
  /** ISO 4217 code of amounts that carry none, such as an amount field's. */
  readonly currency: string;
  readonly address: AddressForm;
  readonly labels: Labels;
  /** Test builds only: shows text that does not come from messages. */
  readonly pseudo: boolean;
}

/** What a stranger's request uses before an organisation is known. */
export const DEFAULT_SETTINGS: I18nSettings = {
  locale: "vi",
  timeZone: "Asia/Ho_Chi_Minh",
  currency: "VND",
  address: "bạn",
  labels: {},
  pseudo: false,
};

/** First letter in upper case: `{{you, capital}}` at the start of a sentence. */
export function capital(text: string, locale: Locale): string {
  const first = [...text][0] ?? "";
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}

/**
 * A new i18next instance, ready at once. Server: one per request. Browser: one, with the language of the page.
 * Formats for messages: `{{amount, money}}`, `moneycompact`, `number`, `percent`, `date`, `day`, `month`, `time`, `datetime`, `minutes`, `list`, `capital`.
 */
export function createI18n(settings: I18nSettings, messages: LocaleMessages): I18n {
  const { locale, timeZone } = settings;
  const renamed = overlay(messages, settings.labels, locale);
  const shown = settings.pseudo ? pseudoMessages(renamed) : renamed;
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    lng: locale,
    fallbackLng: false,
    supportedLngs: [locale],
    defaultNS: "ui",
    ns: Object.keys(shown),
    resources: { [locale]: shown },
    returnNull: false,
    interpolation: { escapeValue: false, defaultVariables: { ...defaultVariables(renamed, locale, settings.address) } },
    react: { useSuspense: false, bindI18n: false, bindI18nStore: false },
  });
  /** A parameter that was not given shows as a dash instead of taking the page down. */
  const add = <Value>(name: string, format: (value: Value) => string) =>
    instance.services.formatter?.add(name, (value: Value | null | undefined) => (value === null || value === undefined ? NO_VALUE : format(value)));
  add<string>("capital", (value) => capital(value, locale));
  add<MoneyValue>("money", (value) => formatMoney(value, locale));
  add<MoneyValue>("moneycompact", (value) => formatMoneyCompact(value, locale));
  add<number>("number", (value) => formatNumber(value, locale));
  add<number>("percent", (value) => formatPercent(value, locale));
  add<Instant>("date", (value) => formatDate(value, locale, timeZone));
  add<string>("day", (value) => (/^\d{4}-\d{2}-\d{2}/.test(value) ? formatDay(value.slice(0, 10)) : value));
  add<string>("month", (value) => (/^\d{4}-\d{2}$/.test(value) ? formatMonth(value) : value));
  add<Instant>("time", (value) => formatTime(value, locale, timeZone));
  add<Instant>("datetime", (value) => formatDateTime(value, locale, timeZone));
  add<number>("minutes", (value) => formatDuration(value, locale));
  add<readonly string[]>("list", (value) => formatList(value, locale));
  return instance;
}
