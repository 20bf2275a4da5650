import type { CompiledRule } from "../rule-index.ts";
import { has, meet, type Bits } from "../grid/bits.ts";
import { atMost } from "../grid/dominance.ts";
import type { Grid } from "../grid/grid.ts";
import type { Glimpse } from "../grid/search.ts";
import type { Side } from "./answer.ts";

/** What a comparison of two sides for one role can be cut short by. */
export interface Cut {
  readonly grid: Grid;
  /** The side that may allow more, and the one it is held against. */
  readonly more: Side;
  readonly less: Side;
  /** Rules that only one side has, those of them that can make the first allow more, and those that speak of duties. */
  readonly changed: Bits;
  readonly raising: Bits;
  readonly speaking: Bits;
  /** Whether budgets or vocabularies differ, so that any situation may. */
  readonly all: boolean;
}

/** True when the first side certainly allows no more than the second in any situation below. */
export function allowsNoMore({ grid, more, less, changed, raising, speaking, all }: Cut, glimpse: Glimpse): boolean {
  const { possible, settledPossible, settledSure } = glimpse;
  const { prohibits } = grid.rules;
  if (meetAll(prohibits, more.rules, settledSure)) return true;
  if (all) return false;
  if (!meet(raising, possible)) return true;
  const barred = meetAll(prohibits, less.rules, possible, changed);
  if (barred) return false;
  if (meetAll(prohibits, more.rules, settledPossible) && !meetAll(prohibits, less.rules, possible)) return true;
  return !meet(speaking, possible) && isAsGenerous(grid, more, less, glimpse);
}

/** Whether the second side surely grants, and at least what some grant holds the first to. */
function isAsGenerous({ rules: set, valued }: Grid, more: Side, less: Side, { possible, settledSure }: Glimpse): boolean {
  if (!meetAll(set.grants, less.rules, settledSure)) return false;
  if (!valued) return true;
  for (let at = 0; at < set.rules.length; at++) {
    if (!has(settledSure, at) || !has(more.rules, at) || !has(set.grants, at) || meetAll(set.inside(at), more.rules, possible)) continue;
    if (givesAtLeast(set, less, set.rules[at] as CompiledRule, possible, settledSure)) return true;
  }
  return false;
}

/** Whether every grant of a side that can come to count gives at least what another one does. */
function givesAtLeast(set: Grid["rules"], side: Side, least: CompiledRule, possible: Bits, settledSure: Bits): boolean {
  for (let at = 0; at < set.rules.length; at++) {
    if (!has(possible, at) || !has(side.rules, at) || !has(set.grants, at)) continue;
    if (atMost(least, set.rules[at] as CompiledRule)) continue;
    if (!meetAll(set.inside(at), side.rules, settledSure)) return false;
  }
  return true;
}

function meetAll(a: Bits, b: Bits, c: Bits, d = a): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] as number) & (b[word] as number) & (c[word] as number) & (d[word] as number)) !== 0) return true;
  return false;
}
