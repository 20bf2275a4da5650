import type { PolicyDocument, Words } from "./schemas.ts";
import type { Bilingual, NamedCode } from "./view-models.ts";

/** A text in both languages: a missing one reads as the other, none at all as `otherwise`. */
export function bilingual(words: Words | undefined, otherwise: string): Bilingual {
  const { vi, en } = words ?? {};
  return { vi: vi || en || otherwise, en: en || vi || otherwise };
}

export function named(entry: { readonly code: string; readonly name?: Words | undefined }): NamedCode {
  return { code: entry.code, name: bilingual(entry.name, entry.code) };
}

/** The name of a code in one of the document's vocabularies; a code that is no longer there names itself. */
export function nameIn(list: PolicyDocument["reasons"] | PolicyDocument["gestures"], code: string): NamedCode {
  return named(list.find((entry) => entry.code === code) ?? { code });
}
