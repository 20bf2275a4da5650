import type { Changes } from "../events.ts";

type Fields = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields of `to` that differ from `from`. Fields left undefined in `to` stay as they are. */
export function changedFields<T extends Fields>(from: Fields, to: T): Partial<T> {
  const changed = Object.entries(to).filter(([field, value]) => value !== undefined && !same(from[field], value));
  return Object.fromEntries(changed) as Partial<T>;
}

/** What an audit event says about changed fields: before and after; of the personal ones only that they changed. */
export function describeChanges(from: Fields, changed: Fields, personal: readonly string[]): Changes {
  return Object.fromEntries(
    Object.entries(changed).map(([field, to]) => [field, personal.includes(field) ? { changed: true as const } : { from: from[field] ?? null, to }]),
  );
}
