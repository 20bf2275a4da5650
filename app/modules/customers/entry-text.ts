import type { TFunction } from "i18next";
import type { EntryWords, LocalText } from "./timeline.ts";

function isLocalText(value: unknown): value is LocalText {
  return typeof value === "object" && value !== null && "vi" in value && "en" in value;
}

/** The sentence of a timeline entry in the language of `t`; names of the organisation's own are taken in that language. */
export function entryText(t: TFunction, words: EntryWords, locale: "vi" | "en"): string {
  if ("said" in words) return words.said;
  const params = Object.entries(words.params).map(([name, value]) => [name, isLocalText(value) ? value[locale] || value.vi : value]);
  return (t as (key: string, params: Record<string, unknown>) => string)(words.key, Object.fromEntries(params));
}
