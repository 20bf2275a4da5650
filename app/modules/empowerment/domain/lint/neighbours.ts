import { isStrictlyInside, type Scope } from "../scope.ts";
import type { CompiledRule } from "../rule-index.ts";
import { membersOf } from "../grid/bits.ts";
import { finding, type Finding } from "./findings.ts";
import { situatedAt, someSituation, type Scene, type Spot } from "./scene.ts";

/** A limit this many times a neighbour's has perhaps a zero too many. */
const OUTLIER = 10;

/**
 * Limits ten times a neighbour's or more. Neighbours are grants for the same gesture whose scope lies inside one
 * another's, or is the same, roles apart, and whose roles are shared or next to one another in the hierarchy.
 */
export function lintNeighbours(scene: Scene, deciding: ReadonlyMap<string, Spot>): Finding[] {
  const small = new Map<string, Map<string, number>>();
  for (const grid of scene.grids) {
    if (!grid.valued) continue;
    const grants = membersOf(grid.rules.grants).map((at) => grid.rules.rules[at] as CompiledRule);
    const free = grants.map(({ scope }): Scope => ({ ...scope, roles: null }));
    const bySize = grants.map((_, at) => at).filter((at) => Number.isFinite(perCase(grants, at)) && perCase(grants, at) > 0).sort((a, b) => perCase(grants, a) - perCase(grants, b));
    for (const at of bySize) {
      for (const other of bySize) {
        if (perCase(grants, other) * OUTLIER > perCase(grants, at)) break;
        const [a, b] = [grants[at] as CompiledRule, grants[other] as CompiledRule];
        if (!areNear(scene, a, b) || !areNested(free[at] as Scope, free[other] as Scope)) continue;
        small.set(a.code, (small.get(a.code) ?? new Map<string, number>()).set(b.code, b.perCase));
      }
    }
  }
  return scene.rules.flatMap((rule) => {
    const neighbours = small.get(rule.code);
    if (neighbours === undefined) return [];
    const spot = deciding.get(rule.code) ?? someSituation(scene, rule);
    const limit = rule.limit?.perCase ?? 0;
    const others = [...neighbours].map(([code, given]) => ({ rule: code, limit: given })).sort((a, b) => b.limit - a.limit || (a.rule < b.rule ? -1 : 1));
    const rules = [rule.code, ...others.map((other) => other.rule)];
    return [finding({ code: "slipped_zero", rules, params: { rule: rule.code, limit, neighbours: others }, witness: spot && situatedAt(spot, limit) })];
  });
}

const perCase = (grants: readonly CompiledRule[], at: number) => grants[at]?.perCase ?? Infinity;

/** Whether two grants share a role, or have roles next to one another in the hierarchy. */
function areNear({ hierarchy }: Scene, { scope: a }: CompiledRule, { scope: b }: CompiledRule): boolean {
  if (a.roles === null || b.roles === null) return true;
  for (const role of a.roles) {
    if (b.roles.has(role)) return true;
    const rank = hierarchy.indexOf(role);
    if (rank >= 0 && [rank - 1, rank + 1].some((next) => b.roles?.has(hierarchy[next] ?? "") === true)) return true;
  }
  return false;
}

/** Whether one scope lies in the other, or is the same. */
function areNested(a: Scope, b: Scope): boolean {
  return isStrictlyInside(a, b) || isStrictlyInside(b, a) || isSame(a, b);
}

function isSame(a: Scope, b: Scope): boolean {
  const equal = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null) =>
    one === null || other === null ? one === other : one.size === other.size && [...one].every((code) => other.has(code));
  return (
    equal(a.courses, b.courses) &&
    equal(a.gestures, b.gestures) &&
    a.sets.every((set, at) => equal(set, b.sets[at] ?? null)) &&
    a.ranges.every(({ min, below }, at) => min === b.ranges[at]?.min && below === b.ranges[at]?.below)
  );
}
