import type { AxisOption } from "./axes.ts";
import { countWord, type Bits } from "./bits.ts";
import type { Grid } from "./grid.ts";
import type { Mode, Region } from "./region.ts";

/** One class of situations: per axis the option, or −1 where any that the region leaves will do. */
export interface Cell {
  readonly mode: Mode;
  readonly region: Region;
  readonly choice: readonly number[];
}

/** What a search knows half way: rules of interest that may hold, those that surely may, and those that will whatever comes. */
export interface Glimpse {
  readonly possible: Bits;
  readonly sure: Bits;
  readonly settledPossible: Bits;
  readonly settledSure: Bits;
}

/** At a cell every rule of interest is settled. */
export interface Found {
  readonly possible: Bits;
  readonly sure: Bits;
  readonly mode: Mode;
  /** The option on an axis; null where several are left and rules of interest do not tell them apart. */
  readonly option: (axis: number) => AxisOption | null;
}

export interface Query {
  readonly region: Region;
  /** The rules of interest. */
  readonly among: Bits;
  /** Rules that can only keep a cell from being accepted: of options that differ in these alone the one without is enough. */
  readonly harmful?: Bits;
  /** Axes that must be decided although no rule of interest depends on them. */
  readonly decide?: readonly number[];
  /** True when nothing below can be accepted. */
  readonly hopeless?: (glimpse: Glimpse) => boolean;
  readonly accept: (found: Found) => boolean;
}

/** How many steps are left; searches stop at 0 and say so. */
export interface Steps {
  left: number;
}

/** A cell, `none` where there is none for certain, or `unsure` where the steps did not suffice. */
export type SearchResult = Cell | "none" | "unsure";

/** From here on states that led nowhere are remembered. */
const REMEMBER_AFTER = 128;
const OPEN = -1;

/** What one level of a search has on hand: per slot what the option leaves, and the slots to try in order. */
interface Level {
  readonly possible: readonly Bits[];
  readonly sure: readonly Bits[];
  readonly counts: Int32Array;
  readonly order: Int32Array;
}

/**
 * A search through the cells of a grid: axis by axis, always the one on which most rules of interest still hang, first
 * the options that leave the fewest of them; options that leave the same ones are one. Exact: `none` is a proof. One
 * searcher does one search at a time.
 */
export class Searcher {
  private readonly grid: Grid;
  private readonly words: number;
  private readonly levels: Level[] = [];
  private readonly choice: Int32Array;
  private readonly glimpse: { possible: Bits; sure: Bits; settledPossible: Bits; settledSure: Bits };
  private query: Query | null = null;
  private keepApart: readonly number[] = [];
  private steps: Steps = { left: 0 };
  private used = 0;
  private failed: Set<string> | null = null;

  constructor(grid: Grid) {
    this.grid = grid;
    this.words = grid.rules.grants.length;
    this.choice = new Int32Array(grid.axes.length);
    const empty = () => new Uint32Array(this.words);
    this.glimpse = { possible: empty(), sure: empty(), settledPossible: empty(), settledSure: empty() };
  }

  /** The first cell of a region that the query accepts. */
  find(query: Query, steps: Steps): SearchResult {
    this.query = query;
    this.keepApart = query.decide ?? [];
    this.steps = steps;
    this.used = 0;
    this.failed = null;
    this.choice.fill(OPEN);
    const found = this.visit(0, query.among, query.among);
    if (found === null) return "unsure";
    return found ? { mode: query.region.mode, region: query.region, choice: [...this.choice] } : "none";
  }

  private visit(depth: number, possible: Bits, sure: Bits): boolean | null {
    const { region, hopeless, accept } = this.query as Query;
    if (this.steps.left-- <= 0) return null;
    this.used++;
    const axis = this.next(region, possible, sure);
    if (hopeless !== undefined) {
      this.glimpse.possible = possible;
      this.glimpse.sure = sure;
      if (hopeless(this.glimpse)) return false;
    }
    const key = this.used > REMEMBER_AFTER ? this.keyOf(axis === OPEN, possible, sure) : null;
    if (key !== null && this.failed?.has(key) === true) return false;
    if (axis === OPEN) {
      const accepted = accept({ possible, sure, mode: region.mode, option: (at) => this.optionAt(region, at) });
      if (!accepted && key !== null) (this.failed ??= new Set()).add(key);
      return accepted;
    }
    const level = this.levelAt(depth);
    const tried = this.spread(level, axis, possible, sure);
    const allowed = region.allowed[axis] as readonly number[];
    for (let at = 0; at < tried; at++) {
      const slot = level.order[at] as number;
      this.choice[axis] = allowed[slot] as number;
      const found = this.visit(depth + 1, level.possible[slot] as Bits, level.sure[slot] as Bits);
      if (found !== false) return found;
      this.choice[axis] = OPEN;
    }
    if (key !== null) (this.failed ??= new Set()).add(key);
    return false;
  }

  private optionAt(region: Region, axis: number): AxisOption | null {
    const allowed = region.allowed[axis] as readonly number[];
    const chosen = this.choice[axis] === OPEN && allowed.length === 1 ? (allowed[0] as number) : (this.choice[axis] as number);
    return chosen === OPEN ? null : (this.grid.axes[axis]?.options[chosen] ?? null);
  }

  /** The axis to decide next, or −1; also finds what is settled. */
  private next(region: Region, possible: Bits, sure: Bits): number {
    const { settledPossible, settledSure } = this.glimpse;
    const { words, choice } = this;
    for (let word = 0; word < words; word++) {
      settledPossible[word] = possible[word] as number;
      settledSure[word] = sure[word] as number;
    }
    let best = OPEN;
    let most = 0;
    for (let axis = 0; axis < choice.length; axis++) {
      if (choice[axis] !== OPEN) continue;
      const may = region.alwaysPossible[axis] as Bits;
      const does = region.alwaysSure[axis] as Bits;
      let hanging = this.keepApart.includes(axis) && (region.allowed[axis] as readonly number[]).length > 1 ? 0.5 : 0;
      for (let word = 0; word < words; word++) {
        const open = ((possible[word] as number) & ~(may[word] as number)) | ((sure[word] as number) & ~(does[word] as number));
        if (open === 0) continue;
        hanging += countWord(open);
        settledPossible[word] = (settledPossible[word] as number) & (may[word] as number);
        settledSure[word] = (settledSure[word] as number) & (does[word] as number);
      }
      if (hanging > most) {
        most = hanging;
        best = axis;
      }
    }
    return best;
  }

  /** Finds what each option of an axis leaves, and which to try in which order. Answers their number. */
  private spread(level: Level, axis: number, possible: Bits, sure: Bits): number {
    const { region, harmful } = this.query as Query;
    const options = this.grid.axes[axis]?.options ?? [];
    const allowed = region.allowed[axis] as readonly number[];
    const { counts, order } = level;
    for (let slot = 0; slot < allowed.length; slot++) {
      const given = options[allowed[slot] as number] as AxisOption;
      const may = level.possible[slot] as Bits;
      const does = level.sure[slot] as Bits;
      let count = 0;
      for (let word = 0; word < this.words; word++) {
        may[word] = (possible[word] as number) & (given.possible[word] as number);
        does[word] = (sure[word] as number) & (given.sure[word] as number);
        if (may[word] !== 0) count += countWord(may[word] as number);
      }
      counts[slot] = count;
      let place = slot;
      for (; place > 0 && (counts[order[place - 1] as number] as number) > count; place--) order[place] = order[place - 1] as number;
      order[place] = slot;
    }
    if (this.keepApart.includes(axis)) return allowed.length;
    let tried = 0;
    for (let at = 0; at < allowed.length; at++) {
      const slot = order[at] as number;
      let twin = false;
      for (let other = 0; other < tried && !twin; other++) twin = isAsGood(level, order[other] as number, slot, harmful);
      if (!twin) order[tried++] = slot;
    }
    return tried;
  }

  private levelAt(depth: number): Level {
    let level = this.levels[depth];
    if (level === undefined) {
      const slots = Math.max(1, ...this.grid.axes.map(({ options }) => options.length));
      const sets = () => Array.from({ length: slots }, () => new Uint32Array(this.words));
      level = { possible: sets(), sure: sets(), counts: new Int32Array(slots), order: new Int32Array(slots) };
      this.levels[depth] = level;
    }
    return level;
  }

  /** What the rest of a search depends on: what was decided for its own sake, the rules left, and before a cell which axes are open. */
  private keyOf(isCell: boolean, possible: Bits, sure: Bits): string {
    let open = isCell ? "=" : "";
    for (let axis = 0; axis < this.choice.length; axis++) {
      if (this.keepApart.includes(axis)) open += `${this.choice[axis]},`;
      else if (!isCell) open += this.choice[axis] === OPEN ? "?" : ".";
    }
    return `${open}|${possible.join()}|${sure.join()}`;
  }
}

/** Whether what one slot leaves can stand for another: the same rules but for harmful ones, of which it has no others. */
function isAsGood({ possible, sure }: Level, kept: number, slot: number, harmful: Bits | undefined): boolean {
  const [a, b, c, d] = [possible[kept] as Bits, possible[slot] as Bits, sure[kept] as Bits, sure[slot] as Bits];
  for (let word = 0; word < a.length; word++) {
    const harm = harmful === undefined ? 0 : (harmful[word] as number);
    if ((((a[word] as number) ^ (b[word] as number)) & ~harm) !== 0 || (((c[word] as number) ^ (d[word] as number)) & ~harm) !== 0) return false;
    if (((a[word] as number) & ~(b[word] as number)) !== 0) return false;
  }
  return true;
}
