import { roundRatio } from "#kernel/rounding.ts";
import { ALL, type Frame, type Group, liesWithin } from "./audience.ts";
import { type Block, blocksIn, blocksOf, type CellCounts, leastApart, mergeUp } from "./blocks.ts";
import { downTo, type Figure, figureOf, NOTHING, plus, type Scale, type Tally, type Trend, trendOf } from "./figures.ts";
import { type Theme, THEMES } from "./themes.ts";
import { FLOORS, type Mode } from "./thresholds.ts";

/** One pulse as one question was asked in it. */
export interface Wave {
  readonly id: string;
  readonly open: boolean;
  readonly mode: Mode;
  /** The threshold that was locked at launch: for scores, or for comments where these are asked for. */
  readonly k: number;
  readonly frame: Frame;
  /** Who was asked, by cell: whose answers may stand there. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly tallies: ReadonlyMap<string, Tally>;
}

export const STANCES = ["for", "between", "against"] as const;
/** How somebody who stands by their answer answered. */
export type Stance = (typeof STANCES)[number];

/**
 * What may be told of one group. `trend`: too few people changed between two waves for both figures to stand beside each
 * other, so only the direction is told. `hidden`: a figure would let somebody's answer be worked out. `open`: nothing
 * is told while people answer. `named`: one person's answer, who knew that it stands by itself; null for words.
 */
export type Told =
  | { readonly state: "shown"; readonly figure: Figure; readonly trend: Trend | null }
  | { readonly state: "trend"; readonly trend: Trend }
  | { readonly state: "named"; readonly answer: Stance | null }
  | { readonly state: "hidden" }
  | { readonly state: "open" };

/** What may be told of one wave, by group. */
export interface Disclosure {
  readonly wave: string;
  readonly told: ReadonlyMap<string, Told>;
  /** Blocks whose figures are told; everything told is made of whole ones. */
  readonly blocks: readonly Block[];
}

interface Settled {
  readonly wave: Wave;
  /** By answers alone, and what is left of them beside earlier waves. */
  readonly answered: readonly Block[];
  readonly shown: readonly Block[];
}

const sum = (wave: Wave, cells: readonly string[]): Tally => cells.reduce((all, cell) => plus(all, wave.tallies.get(cell) ?? NOTHING), NOTHING);
/** Cells whose answers are kept: all but those of one person who stands by theirs. */
const closeCells = ({ cells, named }: Frame): string[] => cells.flatMap(({ id }) => (named.includes(id) ? [] : [id]));
const peopleIn = (wave: Wave, blocks: readonly Block[]) => ({ blocks: blocks.map(({ cells }) => cells.flatMap((cell) => wave.members.get(cell) ?? [])) });

/** What of a wave's blocks may stand beside those of earlier waves: taken together upwards, else some of them left out. */
function besideEarlier(wave: Wave, answered: readonly Block[], earlier: readonly Settled[]): readonly Block[] {
  const apart = (blocks: readonly Block[]): readonly Block[] | null => {
    for (const before of earlier) {
      const found = leastApart(peopleIn(before.wave, before.shown), peopleIn(wave, blocks), Math.max(wave.k, before.wave.k));
      if (found !== null) return found.blocks.flatMap((index) => blocks[index] ?? []).sort((a, b) => a.cells.length - b.cells.length);
    }
    return null;
  };
  let merged: readonly Block[] | null = answered;
  while (merged !== null) {
    const risky = apart(merged);
    if (risky === null) return merged;
    merged = risky.reduce<readonly Block[] | null>((done, block) => done ?? mergeUp(wave.frame, merged ?? [], block), null);
  }
  let left = answered;
  for (let risky = apart(left); risky !== null; risky = apart(left)) {
    const [out] = risky;
    left = left.filter((block) => block !== out);
  }
  return left;
}

function settle(wave: Wave, earlier: readonly Settled[]): Settled {
  const counts = new Map([...wave.tallies].map(([cell, { n }]) => [cell, n]));
  const overall = sum(wave, closeCells(wave.frame)).n;
  const answered = wave.open || overall < FLOORS[wave.mode].overall ? [] : blocksOf(wave.frame, counts, wave.k);
  return { wave, answered, shown: besideEarlier(wave, answered, earlier) };
}

/** The newest earlier wave in which the same group was told with a figure, and its answers. */
function before(group: Group, earlier: readonly Settled[]): { wave: Wave; tally: Tally } | null {
  for (const { wave, shown } of [...earlier].reverse()) {
    const same = wave.frame.groups.find(({ id }) => id === group.id);
    if (same !== undefined && blocksIn(same, shown) !== null) return { wave, tally: sum(wave, same.cells) };
  }
  return null;
}

function tellNamed({ n, good, bad }: Tally, scale: Scale): Told {
  if (n === 0) return { state: "hidden" };
  return { state: "named", answer: scale === "text" ? null : good > 0 ? "for" : bad > 0 ? "against" : "between" };
}

function tell(group: Group, { wave, answered, shown }: Settled, earlier: readonly Settled[], scale: Scale): Told {
  if (wave.open) return { state: "open" };
  if (group.cells.every((cell) => wave.frame.named.includes(cell))) return tellNamed(sum(wave, group.cells), scale);
  const past = before(group, earlier);
  const now = sum(wave, group.cells);
  const trend = past === null ? null : trendOf(scale, past.tally, now);
  if (blocksIn(group, shown) !== null) {
    const figure = figureOf(scale, now, wave.k);
    return figure === null ? { state: "hidden" } : { state: "shown", figure, trend };
  }
  return trend !== null && blocksIn(group, answered) !== null ? { state: "trend", trend } : { state: "hidden" };
}

/**
 * The one place that decides what of a question may be told: of every group of every wave, oldest wave first. Pages,
 * REST, files, notifications and other modules all ask here and see nothing else. Rules, design.md §4.5: a threshold k for
 * scores, comments and counts; whatever can be worked out from all that is told, over all groups and both of any two waves,
 * concerns k people or more; nothing while a wave is open; figures are rounded and low ones banded. A wave that closes later
 * never changes what was told before.
 */
export function disclose(waves: readonly Wave[], scale: Scale): Disclosure[] {
  const settled: Settled[] = [];
  return waves.map((wave) => {
    const earlier = [...settled];
    const now = settle(wave, earlier);
    if (!wave.open) settled.push(now);
    return { wave: wave.id, told: new Map(wave.frame.groups.map((group) => [group.id, tell(group, now, earlier, scale)])), blocks: now.shown };
  });
}

/** The smallest told group that holds the given one; null where not even everybody's figure may be told. */
export function nextLarger(frame: Frame, group: Group, told: ReadonlyMap<string, Told>): Group | null {
  const larger = frame.groups
    .filter((each) => each.id !== group.id && (each.kind === "line" || each.id === ALL) && liesWithin(group, each) && told.get(each.id)?.state === "shown")
    .sort((a, b) => a.cells.length - b.cells.length);
  return larger[0] ?? null;
}

/**
 * Response rates by group, in whole steps of five per cent: by the same blocks, so that a rate neither stands for fewer
 * than k answers nor lets one of fewer be worked out. `counts`: how many answered, by cell.
 */
export function discloseTurnout({ frame, mode, k, open }: Pick<Wave, "frame" | "mode" | "k" | "open">, counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const overall = closeCells(frame).reduce((all, cell) => all + (counts.get(cell) ?? 0), 0);
  const blocks = open || overall < FLOORS[mode].overall ? [] : blocksOf(frame, counts, k);
  return new Map(
    frame.groups.flatMap((group) => {
      if (blocksIn(group, blocks) === null) return [];
      const answered = group.cells.reduce((all, cell) => all + (counts.get(cell) ?? 0), 0);
      return [[group.id, 5 * roundRatio(20 * answered, group.invited)] as const];
    }),
  );
}

/** How many comments are about a theme, by theme and cell. */
export type ThemeCounts = ReadonlyMap<Theme, CellCounts>;

/** A theme that may be told of a group, and that at least so many comments are about it: a whole multiple of the threshold. */
export interface ThemeTold {
  readonly theme: Theme;
  readonly atLeast: number;
}

/**
 * Themes of comments by group, for groups whose comments may be told (`comments`, of the same wave). A theme stands for k
 * comments or more, eight in a confidential pulse too, and so does what is left when a told group is taken from another, as
 * groups consist of blocks of comments about that very theme. Whoever reads what was written in a line counts there
 * themselves, so what a line leaves of a told group is k as well. What is about no told theme is k comments or none.
 */
export function discloseThemes(wave: Wave, comments: Pick<Disclosure, "told">, counts: ThemeCounts): ReadonlyMap<string, readonly ThemeTold[]> {
  const k = Math.max(FLOORS.anonymous.comments, wave.k);
  const groups = wave.frame.groups.filter(({ id }) => comments.told.get(id)?.state === "shown");
  const lines = groups.filter(({ kind }) => kind === "line");
  const about = (theme: Theme, cells: readonly string[]): number => cells.reduce((all, cell) => all + (counts.get(theme)?.get(cell) ?? 0), 0);
  const keeps = (theme: Theme, group: Group): boolean =>
    lines.every((line) => {
      const left = group.cells.filter((cell) => !line.cells.includes(cell));
      return left.length === 0 || about(theme, left) >= k;
    });
  const blocks = new Map([...counts].map(([theme, byCell]) => [theme, blocksOf(wave.frame, byCell, k)]));
  return new Map(
    groups.map((group) => {
      const found = THEMES.filter((theme) => blocksIn(group, blocks.get(theme) ?? []) !== null && keeps(theme, group)).map((theme) => ({ theme, n: about(theme, group.cells) }));
      const told = found.sort((a, b) => b.n - a.n);
      const rest = () => sum(wave, group.cells).n - told.reduce((all, { n }) => all + n, 0);
      while (told.length > 0 && rest() > 0 && rest() < k) told.pop();
      const rounded = told.map(({ theme, n }) => ({ theme, atLeast: downTo(n, k) }));
      return [group.id, rounded.sort((a, b) => b.atLeast - a.atLeast || THEMES.indexOf(a.theme) - THEMES.indexOf(b.theme))] as const;
    }),
  );
}
