import { caseLimitOf } from "../evaluate.ts";
import type { CompiledRule } from "../rule-index.ts";
import { both, either, equal, has, isEmpty, meet, membersOf, without, type Bits } from "../grid/bits.ts";
import { orderValuesOf, tellingAxes, type AtOrder } from "../grid/difference.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { within } from "../grid/region.ts";
import type { Found } from "../grid/search.ts";
import { finding, type Finding } from "./findings.ts";
import { rolesUnder, situatedAt, type Scene, type Spot } from "./scene.ts";

/** Conflicts that are listed at most; where there are more, `too_large` says so. */
export const MOST_CONFLICTS = 500;

export interface Conflicts {
  readonly findings: readonly Finding[];
  /** How many pairs there are in all. */
  readonly count: number;
}

/**
 * Pairs of grants that in some situation both apply, neither lying inside the other, with different limits, no narrower
 * rule settling it: the stricter counts, which may not be what was meant. Each pair once, with one situation.
 */
export function lintConflicts(scene: Scene): Conflicts {
  const pairs = new Set<string>();
  const findings: Finding[] = [];
  for (const grid of scene.grids) {
    if (!grid.valued) continue;
    const grants = membersOf(grid.rules.grants);
    for (const one of grants) {
      const overlapping = without(both(overlapOf(grid, one), grid.rules.grants), either(grid.rules.inside(one), grid.rules.wider(one)));
      for (const other of membersOf(overlapping)) {
        const [a, b] = [grid.rules.rules[one] as CompiledRule, grid.rules.rules[other] as CompiledRule];
        const key = `${a.code}+${b.code}`;
        if (other <= one || pairs.has(key) || (a.perCase === b.perCase && a.percent === b.percent)) continue;
        const spot = clash(scene, grid, one, other);
        if (spot === null) continue;
        pairs.add(key);
        if (findings.length < MOST_CONFLICTS) findings.push(conflict(spot, a, b));
      }
    }
  }
  return { findings, count: pairs.size };
}

/** Rules of which some situation surely fits one's scope as well, roles included. */
function overlapOf({ axes, rules, roles }: Grid, at: number): Bits {
  const { scope } = rules.rules[at] as CompiledRule;
  const [first, ...rest] = scope.roles === null ? roles : [...scope.roles];
  let met = rest.reduce((bits, role) => either(bits, rules.ofRole(role)), rules.ofRole(first ?? ""));
  for (const { options } of axes) {
    const fitting = options.filter(({ sure }) => has(sure, at)).map(({ sure }) => sure);
    const [some, ...others] = fitting;
    if (some !== undefined) met = both(met, either(some, ...others));
  }
  return met;
}

/** A situation in which both count and differ. */
function clash(scene: Scene, grid: Grid, one: number, other: number): Spot | null {
  const set = grid.rules;
  const [a, b] = [set.rules[one] as CompiledRule, set.rules[other] as CompiledRule];
  const settling = either(set.inside(one), set.inside(other));
  const tried: Bits[] = [];
  const theirs = rolesUnder(grid, other);
  for (const role of rolesUnder(grid, one).filter((name) => theirs.includes(name))) {
    const among = both(set.ofRole(role), either(settling, set.prohibits));
    if (tried.some((bits) => equal(bits, among))) continue;
    tried.push(among);
    let at: AtOrder | null = null;
    const cell = scene.hunt(grid, {
      code: "conflict",
      rules: [a.code, b.code],
      among,
      harmful: among,
      decide: tellingAxes(grid, { budgets: false, percents: a.percent !== null || b.percent !== null }),
      keep: within([one, other], "sure"),
      hopeless: ({ settledPossible, settledSure }) => meet(set.prohibits, settledPossible) || meet(settling, settledSure),
      accept: (found) => isEmpty(both(set.prohibits, found.possible)) && !meet(settling, found.sure) && (at = differing(grid, a, b, found)) !== null,
    });
    if (typeof cell === "object" && at !== null) return { grid, cell, role, at };
  }
  return null;
}

function differing(grid: Grid, a: CompiledRule, b: CompiledRule, found: Found): AtOrder | null {
  const values = telling([a, b], [], orderValuesOf(grid, found));
  const at = values.findIndex((value) => caseLimitOf(a, value) !== caseLimitOf(b, value));
  return at === -1 ? null : { value: values[at] };
}

function conflict(spot: Spot, a: CompiledRule, b: CompiledRule): Finding {
  const { value } = spot.at;
  const [stricter, looser] = caseLimitOf(a, value) < caseLimitOf(b, value) ? [a, b] : [b, a];
  const limits = { stricter: caseLimitOf(stricter, value), looser: caseLimitOf(looser, value) };
  const params = { gesture: spot.grid.gesture, role: spot.role, stricter: stricter.code, looser: looser.code, limits };
  return finding({ code: "conflict", rules: [stricter.code, looser.code], params, witness: situatedAt(spot, Math.min(limits.stricter + 1, Number.MAX_SAFE_INTEGER)) });
}

