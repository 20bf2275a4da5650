/** What stands in place of what would tell who somebody is. */
const NAME = "…";
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+/gu, NAME],
  // references of orders, customers, cases and decisions: O-88, C-1029, CASE-1029, D-2026-004812, #12345
  [/(?<![\p{L}\d])(?:\p{Lu}{1,8}-(?:\d{4}-\d{2,}|\d{2,})|#\d{3,})(?![\p{L}\d])/gu, NAME],
  // phone numbers as they are written: 0912 345 678, +84-912-345-678, (024) 3825 1234; amounts of money begin otherwise
  [/(?<![\p{L}\d.])(?:\+\d{1,3}|\(?0\d{1,3}\)?)(?:[\s.-]?\d{2,4}){2,4}(?![\p{L}\d])/gu, NAME],
  // a name after a form of address: chị Lan, anh Trần Văn An, Ms Linh
  [/(?<![\p{L}])((?:[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ôô]ng|[Bb]à|[Ee]m|[Bb]ạn|Mr|Mrs|Ms|Miss)\.?)(?:\s+\p{Lu}\p{Ll}+){1,4}/gu, "$1 " + NAME],
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A text without e-mail addresses, phone numbers, references and names: those known (whole and their last words) and those
 * that follow a form of address. It is a first cut: whoever makes a scenario of it reads it once more.
 */
export function maskText(text: string, names: readonly string[] = []): string {
  const known = names.flatMap((name) => {
    const words = name.trim().split(/\s+/u);
    return [words.join(" "), words.slice(-2).join(" "), words.at(-1) ?? ""];
  });
  const whole = [...new Set(known)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const byName = whole.reduce((left, name) => left.replace(new RegExp(`(?<![\\p{L}])${escaped(name)}(?![\\p{L}])`, "gu"), NAME), text.normalize("NFC"));
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), byName);
}
