import type { Wave } from "./disclose.ts";

/** A row of what is told: whose answers are summed in it. */
type Row = readonly number[];

function rankOf(rows: readonly Row[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  const width = left[0]?.length ?? 0;
  for (let column = 0; column < width && rank < left.length; column += 1) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    const top = left[rank]!;
    for (let other = rank + 1; other < left.length; other += 1) {
      const factor = left[other]![column]! / top[column]!;
      if (Math.abs(factor) > 1e-12) left[other] = left[other]!.map((value, index) => value - factor * top[index]!);
    }
    rank += 1;
  }
  return rank;
}

/**
 * Everything an attacker can work out who asks for every group and knows who belongs to it: whether some combination of the
 * told sums, with any coefficients, leaves over the answers of fewer than `k` people. Exact: people who stand in the same
 * groups always come with the same coefficient, so what is left over is a union of such sets; and a combination lives on a
 * set alone exactly when leaving out the set's columns lowers the rank.
 */
export function learns(groups: readonly (readonly string[])[], k: number): { exposed: readonly string[] | null; tests: number } {
  const people = [...new Set(groups.flat())].sort();
  const sets = groups.map((group) => new Set(group));
  const alike = new Map<string, string[]>();
  for (const person of people) {
    const key = sets.map((set) => (set.has(person) ? "1" : "0")).join("");
    alike.set(key, [...(alike.get(key) ?? []), person]);
  }
  const classes = [...alike].map(([key, members]) => ({ members, column: [...key].map(Number) }));
  const small = classes.flatMap(({ members }, index) => (members.length < k ? [index] : []));
  const rows = groups.map((_group, row) => classes.map(({ column }) => column[row] ?? 0));
  const rank = rankOf(rows);
  let tests = 0;
  const search = (from: number, chosen: readonly number[], size: number): readonly string[] | null => {
    for (let at = from; at < small.length; at += 1) {
      const index = small[at]!;
      const grown = size + classes[index]!.members.length;
      if (grown >= k) continue;
      const set = [...chosen, index];
      tests += 1;
      if (rankOf(rows.map((row) => row.filter((_value, column) => !set.includes(column)))) < rank) return set.flatMap((each) => classes[each]!.members);
      const deeper = search(at + 1, set, grown);
      if (deeper !== null) return deeper;
    }
    return null;
  };
  return { exposed: rows.length === 0 ? null : search(0, [], 0), tests };
}

/** Who was asked in a group, of whom `only` lets some through. */
export const peopleOf = (wave: Wave, group: string, only: (person: string) => boolean = () => true): string[] =>
  (wave.frame.groups.find(({ id }) => id === group)?.cells ?? []).flatMap((cell) => wave.members.get(cell) ?? []).filter(only);

/** Without the complement rule: every group of k answers or more is told. */
export function careless(wave: Wave): string[] {
  return wave.frame.groups.filter(({ cells }) => cells.reduce((sum, cell) => sum + (wave.tallies.get(cell)?.n ?? 0), 0) >= wave.k).map(({ id }) => id);
}
