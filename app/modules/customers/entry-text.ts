import type { TFunction } from "i18next";
import { inLocale } from "#i18n/in-locale.ts";
import type { EntryWords } from "./timeline.ts";

/** The sentence of a timeline entry in the language of `t`. */
export function entryText(t: TFunction, words: EntryWords, locale: "vi" | "en"): string {
  if ("said" in words) return words.said;
  return (t as (key: string, params: Record<string, unknown>) => string)(words.key, inLocale(words.params, locale));
}
