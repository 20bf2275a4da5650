import { vietnameseNameKey } from "#kernel/text.ts";

/** Departments first, then people by given name, as Vietnamese sort. */
export function byGivenName<T extends { readonly person: string | null }>(rows: readonly T[]): T[] {
  const key = ({ person }: T) => (person === null ? "" : vietnameseNameKey(person));
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
