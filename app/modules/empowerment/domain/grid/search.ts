import type { Axis, AxisOption } from "./axes.ts";
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
  /** The option chosen on an axis; null where rules of interest leave it open. */
  readonly option: (axis: number) => AxisOption | null;
}

export interface Query {
  readonly region: Region;
  /** The rules of interest. */
  readonly among: Bits;
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

/**
 * A search through the cells of a grid: axis by axis, always the one on which most rules of interest still hang, first
 * the options that leave the fewest of them; options that leave the same ones are one. Exact: `none` is a proof.
 */
export function searcherOf(grid: Grid): (query: Query, steps: Steps) => SearchResult {
  const { axes } = grid;
  const words = grid.rules.grants.length;
  const slots = Math.max(1, ...axes.map(({ options }) => options.length));
  const store = (depth: number) => {
    const levels: Bits[][] = [];
    for (let level = 0; level < depth; level++) levels.push(Array.from({ length: slots }, () => new Uint32Array(words)));
    return levels;
  };
  const possibleAt = store(axes.length + 1);
  const sureAt = store(axes.length + 1);
  const settledPossible = new Uint32Array(words);
  const settledSure = new Uint32Array(words);
  const choice = new Int32Array(axes.length);
  const orders = axes.map(() => new Int32Array(slots)).concat(new Int32Array(slots));
  const counts = new Int32Array(slots);

  return ({ region, among, decide = [], hopeless, accept }, steps) => {
    const failed = new Set<string>();
    let used = 0;
    const option = (axis: number) => (choice[axis] === -1 ? null : ((axes[axis] as Axis).options[choice[axis] as number] as AxisOption));

    /** The axis to decide next, or −1; also finds what is settled. */
    const next = (possible: Bits, sure: Bits): number => {
      settledPossible.set(possible);
      settledSure.set(sure);
      let best = -1;
      let most = 0;
      for (let axis = 0; axis < axes.length; axis++) {
        if (choice[axis] !== -1) continue;
        const may = region.alwaysPossible[axis] as Bits;
        const does = region.alwaysSure[axis] as Bits;
        let hanging = decide.includes(axis) && (region.allowed[axis] as readonly number[]).length > 1 ? 0.5 : 0;
        for (let word = 0; word < words; word++) {
          hanging += countWord(((possible[word] as number) & ~(may[word] as number)) | ((sure[word] as number) & ~(does[word] as number)));
          settledPossible[word] = (settledPossible[word] as number) & (may[word] as number);
          settledSure[word] = (settledSure[word] as number) & (does[word] as number);
        }
        if (hanging > most) {
          most = hanging;
          best = axis;
        }
      }
      return best;
    };

    /** Fills a level's slots with what each option leaves, and `orders` with the slots to try. Answers their number. */
    const spread = (depth: number, axis: number, possible: Bits, sure: Bits): number => {
      const { options } = axes[axis] as Axis;
      const allowed = region.allowed[axis] as readonly number[];
      const order = orders[depth] as Int32Array;
      const keepApart = decide.includes(axis);
      let tried = 0;
      for (let slot = 0; slot < allowed.length; slot++) {
        const given = options[allowed[slot] as number] as AxisOption;
        const may = (possibleAt[depth] as Bits[])[slot] as Bits;
        const does = (sureAt[depth] as Bits[])[slot] as Bits;
        let count = 0;
        for (let word = 0; word < words; word++) {
          may[word] = (possible[word] as number) & (given.possible[word] as number);
          does[word] = (sure[word] as number) & (given.sure[word] as number);
          count += countWord(may[word] as number);
        }
        let twin = false;
        for (let other = 0; other < tried && !twin && !keepApart; other++) {
          const at = order[other] as number;
          twin = counts[at] === count && same((possibleAt[depth] as Bits[])[at] as Bits, may) && same((sureAt[depth] as Bits[])[at] as Bits, does);
        }
        counts[slot] = count;
        if (twin) continue;
        let place = tried++;
        for (; place > 0 && (counts[order[place - 1] as number] as number) > count; place--) order[place] = order[place - 1] as number;
        order[place] = slot;
      }
      return tried;
    };

    const visit = (depth: number, possible: Bits, sure: Bits): boolean | null => {
      if (steps.left-- <= 0) return null;
      used++;
      const axis = next(possible, sure);
      if (hopeless?.({ possible, sure, settledPossible, settledSure }) === true) return false;
      if (axis === -1) return accept({ possible, sure, mode: region.mode, option });
      const key = used > REMEMBER_AFTER ? keyOf(possible, sure) : null;
      if (key !== null && failed.has(key)) return false;
      const tried = spread(depth, axis, possible, sure);
      for (let at = 0; at < tried; at++) {
        const slot = (orders[depth] as Int32Array)[at] as number;
        choice[axis] = (region.allowed[axis] as readonly number[])[slot] as number;
        const found = visit(depth + 1, (possibleAt[depth] as Bits[])[slot] as Bits, (sureAt[depth] as Bits[])[slot] as Bits);
        if (found !== false) return found;
        choice[axis] = -1;
      }
      if (key !== null) failed.add(key);
      return false;
    };

    /** What the rest of a search depends on: which axes are open, what was decided for its own sake, the rules left. */
    const keyOf = (possible: Bits, sure: Bits): string => {
      let open = "";
      for (let axis = 0; axis < axes.length; axis++) open += choice[axis] === -1 ? "?" : decide.includes(axis) ? `${choice[axis]},` : ".";
      return `${open}|${possible.join()}|${sure.join()}`;
    };

    choice.fill(-1);
    const found = visit(0, among, among);
    if (found === null) return "unsure";
    return found ? { mode: region.mode, region, choice: [...choice] } : "none";
  };
}

function same(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false;
  return true;
}
