import { type Frame, type Group, liesWithin } from "./audience.ts";

/** Whole cells whose figures are only ever told together. */
export interface Block {
  readonly cells: readonly string[];
}

/** How many answered, by cell. */
export type CellCounts = ReadonlyMap<string, number>;

const total = (cells: readonly string[], counts: CellCounts): number => cells.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0);

const NESTED: ReadonlySet<string> = new Set(["all", "line", "circle", "reports", "peers"]);

/** The groups that lie in one another: everybody and the lines of managers, or the circle around a person and its parts, smallest first. */
function nested(frame: Frame): Group[] {
  return frame.groups.filter(({ kind }) => NESTED.has(kind)).sort((a, b) => a.cells.length - b.cells.length || (a.id < b.id ? -1 : 1));
}

/**
 * Takes cells together until each block holds at least `k` answers: along the line from below, what is too small first with
 * what is left beside it, then with the smallest block of the same line, else upwards. No block stands for fewer than k, so
 * nothing told as whole blocks does, nor what is left when one such thing is taken from another: the complement rule over
 * every pair of groups at once. Empty where fewer than k answered altogether.
 */
export function blocksOf(frame: Frame, counts: CellCounts, k: number): Block[] {
  let blocks: { cells: string[] }[] = [];
  let loose: readonly (readonly string[])[] = frame.kept ?? frame.cells.map(({ id }) => [id]);
  for (const group of nested(frame)) {
    const inside = new Set(group.cells);
    const reached = loose.filter((cells) => cells.every((cell) => inside.has(cell)));
    // Cells that can stand alone do so as soon as their smallest group is reached.
    const alone = reached.filter((cells) => total(cells, counts) >= k);
    blocks.push(...alone.map((cells) => ({ cells: [...cells] })));
    loose = loose.filter((cells) => !alone.includes(cells));
    const left = reached.filter((cells) => !alone.includes(cells));
    const rest = left.flat();
    const within = blocks.filter(({ cells }) => cells.every((cell) => inside.has(cell)));
    const [smallest] = [...within].sort((a, b) => total(a.cells, counts) - total(b.cells, counts));
    if (rest.length > 0 && total(rest, counts) >= k) blocks.push({ cells: rest });
    else if (rest.length > 0 && smallest !== undefined) smallest.cells.push(...rest);
    else continue;
    loose = loose.filter((cells) => !left.includes(cells));
  }
  blocks = blocks.map(({ cells }) => ({ cells: [...cells].sort() }));
  return blocks.sort((a, b) => ((a.cells[0] ?? "") < (b.cells[0] ?? "") ? -1 : 1));
}

/**
 * How answers are kept once a pulse closed, by how many answered in each cell: cells taken together until `k` people
 * answered in each part, so that whoever knows who answered finds one of k behind an answer; who stands by theirs alone.
 * Of fewer than `overall` nothing is kept but that.
 */
export function keptTogether(frame: Frame, answered: CellCounts, { k, overall }: { readonly k: number; readonly overall: number }): string[][] {
  const close = frame.cells.flatMap(({ id }) => (frame.named.includes(id) ? [] : [id]));
  const parts = total(close, answered) < overall ? [] : blocksOf(frame, answered, k).map(({ cells }) => [...cells]);
  return [...parts, ...frame.named.map((cell) => [cell])];
}

/** The blocks a group consists of; null where it cuts one, or holds none. */
export function blocksIn(group: { readonly cells: readonly string[] }, blocks: readonly Block[]): readonly Block[] | null {
  const inside = blocks.filter((block) => liesWithin(block, group));
  const covered = inside.reduce((sum, { cells }) => sum + cells.length, 0);
  return inside.length > 0 && covered === group.cells.length ? inside : null;
}

/** Takes a block together with all others of the next larger group of its line. Null where it already is everybody. */
export function mergeUp(frame: Frame, blocks: readonly Block[], block: Block): Block[] | null {
  const larger = nested(frame).find((group) => liesWithin(block, group) && group.cells.length > block.cells.length && blocks.every((each) => liesWithin(each, group) || each.cells.every((cell) => !group.cells.includes(cell))));
  if (larger === undefined) return null;
  const outside = blocks.filter((each) => !liesWithin(each, larger));
  return [...outside, { cells: [...larger.cells].sort() }];
}

/** Blocks with the people who were asked in them, as one wave stands beside another. */
export interface Membership {
  readonly blocks: readonly (readonly string[])[];
}

/**
 * The smallest group of people that stands apart when figures of two waves are taken from each other, and the blocks of
 * `later` on its side; null where every such difference holds at least `k` people or nobody. A set of blocks of both waves
 * leaves over exactly the people of whom one wave's blocks hold them and the other's do not, so the smallest remainder is a
 * minimum cut of the graph that joins blocks by the people they share; people of one wave only join their block to the
 * outside (M. Stoer and F. Wagner, Journal of the ACM 1997; 44:585–591, in each connected part).
 */
export function leastApart(earlier: Membership, later: Membership, k: number): { readonly people: number; readonly blocks: readonly number[] } | null {
  const weights = sharedPeople(earlier, later);
  const outside = 0;
  const firstLater = 1 + earlier.blocks.length;
  let least: { people: number; blocks: number[] } | null = null;
  for (const part of connectedParts(weights)) {
    const cut = minimumCut(weights, part);
    if (cut === null || cut.weight >= k) continue;
    const side = cut.side.has(outside) ? part.filter((node) => !cut.side.has(node)) : [...cut.side];
    const blocks = side.filter((node) => node >= firstLater).map((node) => node - firstLater);
    if (blocks.length > 0 && (least === null || cut.weight < least.people)) least = { people: cut.weight, blocks };
  }
  return least;
}

/** Node 0 is the outside, then the earlier wave's blocks, then the later one's. */
function sharedPeople(earlier: Membership, later: Membership): number[][] {
  const size = 1 + earlier.blocks.length + later.blocks.length;
  const weights = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const nodes = (wave: Membership, first: number) => new Map(wave.blocks.flatMap((people, index) => people.map((person) => [person, first + index] as const)));
  const before = nodes(earlier, 1);
  const after = nodes(later, 1 + earlier.blocks.length);
  for (const person of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(person) ?? 0, after.get(person) ?? 0];
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const row = weights[from];
      if (row !== undefined) row[to] = (row[to] ?? 0) + 1;
    }
  }
  return weights;
}

function connectedParts(weights: readonly (readonly number[])[]): number[][] {
  const parts: number[][] = [];
  const seen = new Set<number>();
  for (let start = 0; start < weights.length; start += 1) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const node of part) {
      weights[node]?.forEach((weight, next) => {
        if (weight === 0 || seen.has(next)) return;
        seen.add(next);
        part.push(next);
      });
    }
    if (part.length > 1) parts.push(part);
  }
  return parts;
}

function minimumCut(all: readonly (readonly number[])[], part: readonly number[]): { weight: number; side: Set<number> } | null {
  const merged = new Map(part.map((node) => [node, [node]]));
  const between = new Map(part.map((a) => [a, new Map(part.map((b) => [b, a === b ? 0 : (all[a]?.[b] ?? 0)]))]));
  const weightOf = (a: number, b: number): number => between.get(a)?.get(b) ?? 0;
  let best: { weight: number; side: Set<number> } | null = null;
  while (merged.size > 1) {
    const pull = new Map([...merged.keys()].map((node) => [node, 0]));
    let [before, last] = [-1, -1];
    while (pull.size > 0) {
      let [next, strongest] = [-1, -1];
      for (const [node, strength] of pull) if (strength > strongest) [next, strongest] = [node, strength];
      [before, last] = [last, next];
      if (pull.size === 1 && (best === null || strongest < best.weight)) best = { weight: strongest, side: new Set(merged.get(next)) };
      pull.delete(next);
      for (const [node, strength] of pull) pull.set(node, strength + weightOf(next, node));
    }
    for (const node of merged.keys()) {
      if (node === before || node === last) continue;
      const weight = weightOf(before, node) + weightOf(last, node);
      between.get(before)?.set(node, weight);
      between.get(node)?.set(before, weight);
    }
    merged.set(before, [...(merged.get(before) ?? []), ...(merged.get(last) ?? [])]);
    merged.delete(last);
  }
  return best;
}

