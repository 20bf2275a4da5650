/**
 * Text as search sees it: marks and đ folded, lower case, runs of white space as one space, none at the ends. The same
 * on both sides of a look-up makes "nguyen thi ha" find "Nguyễn Thị Hà"; composed and decomposed spellings are equal.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

function words(name: string): string[] {
  return name.normalize("NFC").split(/\s+/u).filter((word) => word !== "");
}

/** Letters that Vietnamese files after their base letter; `~` sorts after every ASCII letter. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/a\u0306/g, "a~"],
  [/a\u0302/g, "a~~"],
  [/đ/g, "d~"],
  [/e\u0302/g, "e~"],
  [/o\u0302/g, "o~"],
  [/o\u031b/g, "o~~"],
  [/u\u031b/g, "u~"],
];
/** Tones in the order of Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng. */
const tones: readonly string[] = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;

function partKey(part: readonly string[]): string {
  const decomposed = part.join(" ").toLowerCase().normalize("NFD");
  const order = decomposed.split(" ").map((word) => Math.max(0, tones.indexOf(word.match(TONE)?.[0] ?? "")));
  let base = decomposed.replace(TONE, "");
  for (const [letter, key] of letters) base = base.replace(letter, key);
  return `${base.replace(/\p{M}/gu, "")}\t${order.join("")}`;
}

/**
 * The key by which Vietnamese names sort when compared as plain text (also by a database): given name (last word), then
 * middle, then family (first word), each by the Vietnamese alphabet and then by tone. Not for display.
 */
export function vietnameseNameKey(name: string): string {
  const all = words(name);
  const given = all.slice(-1);
  const family = all.length > 1 ? all.slice(0, 1) : [];
  return [given, all.slice(1, -1), family].map(partKey).join("\t");
}

/** How colleagues call a person: the last two words of the full name ("Nguyễn Thị Thu Hà" → "Thu Hà"), or all it has. */
export function givenName(name: string): string {
  return words(name).slice(-2).join(" ");
}

/** The avatar's letter: the first of the given name (last word), in capitals; empty for an empty name. */
export function initial(name: string): string {
  const [first = ""] = words(name).at(-1) ?? "";
  return first.toUpperCase();
}
