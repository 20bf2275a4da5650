import { findAddresses } from "./addresses.ts";
import type { Found, Instead, KnownNames, MaskSpan } from "./masks.ts";
import { findNames } from "./names.ts";
import { findNumbers } from "./numbers.ts";

/** A text in composed spelling, and where each of its units stood in the text as it was given. */
function composed(text: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let whole = "";
  for (const match of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const part = match[0].normalize("NFC");
    for (let unit = 0; unit < part.length; unit += 1) at.push(match.index);
    whole += part;
  }
  at.push(text.length);
  return { text: whole, at };
}

/** Of what overlaps, the one that begins first and then the longest. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/**
 * What in a text would tell who somebody is, in order: phone numbers, e-mails, references, identity and bank numbers,
 * addresses, names; each with what to write instead. Composed and decomposed spelling give the same. It suggests: the
 * text is changed only by `applyMasks`.
 */
export function findMasks(text: string, people: KnownNames = { names: [] }): MaskSpan[] {
  const { text: read, at } = composed(text);
  const found = apart([...findNumbers(read), ...findAddresses(read), ...findNames(read, people)]);
  return found.map(({ start, end, kind, replacement }) => {
    const [from = 0, to = text.length] = [at[start], at[end]];
    return { start: from, end: to, kind, text: text.slice(from, to), replacement };
  });
}

/** The text with these spans replaced and every other letter as it was. Spans must not overlap. */
export function applyMasks(text: string, spans: readonly MaskSpan[], instead: Instead = "hint"): string {
  let done = 0;
  let masked = "";
  for (const { start, end, replacement } of [...spans].sort((a, b) => a.start - b.start)) {
    masked += text.slice(done, start) + (instead === "hint" ? replacement : "…");
    done = end;
  }
  return masked + text.slice(done);
}

/** The text with everything found replaced, so that nothing is found any more. */
export function maskAll(text: string, people: KnownNames = { names: [] }, instead: Instead = "hint"): string {
  let masked = text;
  for (let round = 0; round < 4; round += 1) {
    const spans = findMasks(masked, people);
    if (spans.length === 0) return masked;
    masked = applyMasks(masked, spans, instead);
  }
  return masked;
}
