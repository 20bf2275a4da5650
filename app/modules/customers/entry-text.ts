import type { TFunction } from "i18next";
import type { EntryWords, LocalText } from "./timeline.ts";

function isLocalText(value: unknown): value is LocalText {
  return typeof value === "object" && value !== null && "vi" in value && "en" in value;
}

/** Parameters of a message with the organisation's own names taken in one language. */
export function inLocale(params: Readonly<Record<string, unknown>>, locale: "vi" | "en"): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isLocalText(value) ? value[locale] || value.vi : value]));
}

/** The sentence of a timeline entry in the language of `t`. */
export function entryText(t: TFunction, words: EntryWords, locale: "vi" | "en"): string {
  if ("said" in words) return words.said;
  return (t as (key: string, params: Record<string, unknown>) => string)(words.key, inLocale(words.params, locale));
}
