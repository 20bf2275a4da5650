/** The fewest people a figure about people may concern (design.md §4.1, step 9). */
export const LEAST_PEOPLE = 5;

interface Group {
  readonly people: ReadonlySet<string>;
}

/** Groups each of which may be shown by itself, and those that may be shown only as one; both in the order given. */
export interface Showable<T> {
  readonly alone: readonly T[];
  readonly together: readonly T[];
}

function peopleOf(groups: readonly Group[]): number {
  return new Set(groups.flatMap(({ people }) => [...people])).size;
}

/**
 * Which groups may be shown so that no figure, and no difference of figures, concerns fewer than `least` people: groups of
 * fewer go together, and where these are fewer than `least` people even as one, the smallest of the others join them until
 * they are enough. A total over all groups may then be shown beside them.
 * @returns null when all groups as one are fewer than `least` people: nothing may be shown, nor a total
 */
export function showable<T extends Group>(groups: readonly T[], least: number = LEAST_PEOPLE): Showable<T> | null {
  if (peopleOf(groups) < least) return null;
  const together = new Set(groups.filter(({ people }) => people.size < least));
  const bySize = groups.filter((group) => !together.has(group)).sort((a, b) => a.people.size - b.people.size);
  for (const next of bySize) {
    if (together.size === 0 || peopleOf([...together]) >= least) break;
    together.add(next);
  }
  return { alone: groups.filter((group) => !together.has(group)), together: groups.filter((group) => together.has(group)) };
}
