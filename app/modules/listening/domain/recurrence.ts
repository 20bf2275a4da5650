/** How long a pain point is watched after it was called solved. */
export const WATCHED_DAYS = 90;
const DAY_MS = 86_400_000;

/** Words that stand everywhere and name nothing, folded. */
const EMPTY = new Set([
  ...["khach", "hang", "phai", "khong", "duoc", "cho", "cua", "nhieu", "khi", "thi", "the", "nay", "con", "voi", "ban", "anh", "chi", "lan", "ngay"],
  ...["customers", "customer", "have", "has", "and", "for", "that", "they", "their", "with", "when", "not", "are", "too", "from", "our"],
]);

/** The words of a text that name something: three letters or more, each once. `folded` has no marks and no capitals. */
function namingWords(folded: string): string[] {
  return [...new Set(folded.split(/[^a-z0-9]+/).filter((word) => word.length >= 3 && !EMPTY.has(word)))];
}

/**
 * Whether a customer's words may be about a pain point: at least half of the words that name it stand in them, and at
 * least two (all, where it has fewer). A hint for a reader, no judgement. Both texts folded (kernel/text).
 */
export function names(folded: string, painPoint: string): boolean {
  const wanted = namingWords(painPoint);
  if (wanted.length === 0) return false;
  const said = new Set(namingWords(folded));
  const found = wanted.filter((word) => said.has(word)).length;
  return found >= Math.min(wanted.length, Math.max(2, Math.ceil(wanted.length / 2)));
}

/** Until when a solved pain point is watched; `over` once that has passed. */
export function watch(solvedAt: Date, now: Date): { readonly until: Date; readonly over: boolean } {
  const until = new Date(solvedAt.getTime() + WATCHED_DAYS * DAY_MS);
  return { until, over: until <= now };
}
