import type { Axis, AxisOption } from "./axes.ts";
import { has, type Bits } from "./bits.ts";
import type { Grid } from "./grid.ts";

/** Whether there is a customer and an order at all: their facts exist together or not. */
export interface Mode {
  readonly customer: boolean;
  readonly order: boolean;
  /** Whether it is known who the customer is. */
  readonly named: boolean;
}

/** A box of situations: per axis the options left, and what holds for all of them. */
export interface Region {
  readonly mode: Mode;
  readonly allowed: readonly (readonly number[])[];
  /** Rules that no option left excludes, and those that hold surely for all of them. */
  readonly alwaysPossible: readonly Bits[];
  readonly alwaysSure: readonly Bits[];
}

export interface RegionForm {
  readonly mode: Mode;
  /** Whether facts may be absent. */
  readonly unknown: boolean;
  /** Leaves options out. */
  readonly keep?: (axis: Axis, option: AxisOption) => boolean;
}

/**
 * The modes in which a grid's situations differ, those with customer and order first.
 * @param unnamed also those in which nobody knows who the customer is, which makes a difference to budgets alone
 */
export function modesOf(grid: Grid, unnamed = false): Mode[] {
  const counted = grid.budgets.flat().some(({ budget }) => budget.subject === "customer");
  const customer = counted || grid.axes.some(({ of }) => of === "customer");
  const order = grid.axes.some(({ of }) => of === "order");
  const customers = [
    { customer: true, named: true },
    ...(customer ? [{ customer: false, named: true }] : []),
    ...(counted && unnamed ? [{ customer: true, named: false }] : []),
  ];
  return customers.flatMap((there) => (order ? [true, false] : [true]).map((bought) => ({ ...there, order: bought })));
}

/** A box of situations; null when nothing is left of some axis. */
export function regionOf(grid: Grid, { mode, unknown, keep }: RegionForm): Region | null {
  const words = grid.rules.grants.length;
  const region = { mode, allowed: [] as number[][], alwaysPossible: [] as Bits[], alwaysSure: [] as Bits[] };
  for (const axis of grid.axes) {
    const allowed: number[] = [];
    const possible = new Uint32Array(words).fill(0xffffffff);
    const sure = possible.slice();
    for (let at = 0; at < axis.options.length; at++) {
      const option = axis.options[at] as AxisOption;
      if (option.fact === undefined && !unknown) continue;
      if (axis.of !== null && (option.fact === null) === mode[axis.of]) continue;
      if (keep !== undefined && !keep(axis, option)) continue;
      allowed.push(at);
      for (let word = 0; word < words; word++) {
        possible[word] = (possible[word] as number) & (option.possible[word] as number);
        sure[word] = (sure[word] as number) & (option.sure[word] as number);
      }
    }
    if (allowed.length === 0) return null;
    region.allowed.push(allowed);
    region.alwaysPossible.push(possible);
    region.alwaysSure.push(sure);
  }
  return region;
}

/** Keeps the options with which all of these rules may hold, or do surely. */
export function within(holding: readonly number[], how: "possible" | "sure"): (axis: Axis, option: AxisOption) => boolean {
  return (_, option) => {
    for (const rule of holding) if (!has(option[how], rule)) return false;
    return true;
  };
}
