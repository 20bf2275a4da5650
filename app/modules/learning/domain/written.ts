import type { Text } from "./content.ts";
import { finding, type Finding, type FindingCode, type Place } from "./findings.ts";

const empty = (text: string) => text.trim() === "";

/** Whether neither language says anything. */
export function unwritten({ vi, en }: Text): boolean {
  return empty(vi) && empty(en);
}

/** A finding for each language that is missing; `instead` replaces them where nothing is written at all. */
export function missingLanguages(text: Text, path: string, place: Place, instead?: FindingCode): Finding[] {
  if (instead !== undefined && unwritten(text)) return [finding(instead, path, place)];
  return (["vi", "en"] as const).filter((language) => empty(text[language])).map((language) => finding("language_missing", `${path}.${language}`, place));
}

/** A finding for each code that stands more than once, at its second and later places. */
export function repeatedCodes<T extends { readonly code: string }>(list: readonly T[], at: (one: T, index: number) => { readonly path: string; readonly place: Place }): Finding[] {
  const seen = new Set<string>();
  return list.flatMap((one, index) => {
    if (!seen.has(one.code)) {
      seen.add(one.code);
      return [];
    }
    const { path, place } = at(one, index);
    return [finding("duplicate_code", `${path}.code`, place)];
  });
}
