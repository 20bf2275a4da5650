import { dayText } from "../instant.ts";
import type { Axis, AxisOption } from "./axes.ts";
import { either, noBits, type Bits } from "./bits.ts";
import type { Grid } from "./grid.ts";
import type { Cell } from "./search.ts";

/** What a box allows in one dimension: values (`none`: known not to exist), or numbers or days `min` ≤ x < `below`. */
export type Allowed = readonly string[] | { readonly min?: number | string; readonly below?: number | string };

/** A box as people read it: by dimension what it allows, dimensions that are left open not at all. */
export type ShownBox = Readonly<Record<string, Allowed>>;

/** Options by axis. */
export type Options = ReadonlyMap<Axis, ReadonlySet<AxisOption>>;

/**
 * The options that some of a set of rules take, per axis; of numbers all from the least to the greatest. It is the
 * smallest box around them. Courses are not looked at.
 */
export function boxAround(grid: Grid, rules: Bits): Options {
  const found = new Map<Axis, ReadonlySet<AxisOption>>();
  for (const axis of grid.axes) {
    const takes = ({ sure }: AxisOption) => sure.some((word, at) => (word & (rules[at] as number)) !== 0);
    const fitting = axis.options.map((option) => option.fact !== undefined && takes(option));
    const numbers = axis.options.flatMap(({ fact }, at) => (typeof fact === "number" && fitting[at] === true ? [at] : []));
    const [first = 0, last = -1] = [numbers[0], numbers.at(-1)];
    found.set(axis, new Set(axis.options.filter(({ fact }, at) => (typeof fact === "number" ? at >= first && at <= last : fitting[at] === true))));
  }
  return found;
}

/**
 * Widens a cell, within what is allowed, to a box that none of some rules touches; axis by axis, `last` at the end, so
 * that the box says as little as it can about the others.
 */
export function widened(grid: Grid, cell: Cell, allowed: Options, avoiding: Bits, last: string): Options {
  const box = new Map<Axis, Set<AxisOption>>();
  grid.axes.forEach((axis, at) => {
    const chosen = cell.choice[at] ?? -1;
    const left = (cell.region.allowed[at] ?? []).map((option) => axis.options[option] as AxisOption);
    box.set(axis, new Set(chosen === -1 ? left : [axis.options[chosen] as AxisOption]));
  });
  const order = [...grid.axes].sort((a, b) => Number(a.name === last) - Number(b.name === last));
  for (const axis of order) {
    if (axis.course !== null) continue;
    const own = box.get(axis) ?? new Set<AxisOption>();
    for (let grown = true; grown; ) {
      grown = false;
      for (const option of allowed.get(axis) ?? []) {
        if (own.has(option) || !isNextTo(axis, own, option)) continue;
        own.add(option);
        if (isFree(box, avoiding)) grown = true;
        else own.delete(option);
      }
    }
  }
  return box;
}

/** Numbers are widened without leaving any out; other options as they come. */
function isNextTo({ options }: Axis, own: ReadonlySet<AxisOption>, option: AxisOption): boolean {
  if (typeof option.fact !== "number") return true;
  const at = options.indexOf(option);
  const neighbours = [options[at - 1], options[at + 1]];
  return neighbours.some((neighbour) => neighbour !== undefined && own.has(neighbour));
}

function isFree(box: Options, avoiding: Bits): boolean {
  let left = avoiding;
  for (const options of box.values()) {
    const [first, ...rest] = [...options].map(({ possible }) => possible);
    const met = first === undefined ? noBits(0) : either(first, ...rest);
    left = left.map((word, at) => word & (met[at] ?? 0));
  }
  return left.every((word) => word === 0);
}

/** A box within an allowed one as people read it. */
export function shownBox(box: Options, allowed: Options): ShownBox {
  const shown: Record<string, Allowed> = {};
  for (const [axis, own] of box) {
    const all = allowed.get(axis);
    if (axis.course !== null || all === undefined || all.size === own.size || isOrdinary(axis, own)) continue;
    shown[axis.name] = shownOptions(axis, own);
  }
  return shown;
}

/** No flag at all is nothing to speak of, whatever flags make no difference besides. */
function isOrdinary({ name }: Axis, own: ReadonlySet<AxisOption>): boolean {
  return name === "flags" && [...own].some(({ fact }) => Array.isArray(fact) && fact.length === 0);
}

function shownOptions(axis: Axis, own: ReadonlySet<AxisOption>): Allowed {
  const numbers = axis.options.filter((option) => own.has(option) && typeof option.fact === "number");
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first !== undefined && last !== undefined) {
    const end = (value: number) => (axis.name === "validity" ? dayText(value) : value);
    const lowest = axis.options.find(({ fact }) => typeof fact === "number");
    return { ...(first !== lowest && { min: end(first.fact as number) }), ...(last.below !== Infinity && { below: end(last.below) }) };
  }
  const values = axis.options.filter((option) => own.has(option)).flatMap(({ fact, values: named }) => (fact === null ? ["none"] : named));
  return [...new Set(values)].sort();
}
