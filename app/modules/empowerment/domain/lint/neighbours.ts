import { isStrictlyInside, type Scope } from "../scope.ts";
import type { CompiledRule } from "../rule-index.ts";
import { membersOf } from "../grid/bits.ts";
import { finding, type Finding } from "./findings.ts";
import { situatedAt, someSituation, type Scene, type Spot } from "./scene.ts";

/** A limit this many times a neighbour's has perhaps a zero too many. */
const OUTLIER = 10;

/**
 * Limits ten times a neighbour's or more. Neighbours are grants for the same gesture whose scope lies inside one
 * another's, or is the same, roles apart: each of those that share a role, and of those of the role next below or above
 * the one with the greatest limit.
 */
export function lintNeighbours(scene: Scene, deciding: ReadonlyMap<string, Spot>): Finding[] {
  const found = new Map<string, Map<string, number>>();
  for (const grid of scene.grids) {
    if (!grid.valued) continue;
    const grants = membersOf(grid.rules.grants)
      .map((at) => grid.rules.rules[at] as CompiledRule)
      .filter(({ perCase }) => Number.isFinite(perCase) && perCase > 0)
      .sort((a, b) => a.perCase - b.perCase || (a.code < b.code ? -1 : 1));
    for (const rule of grants) {
      const smaller = smallerNeighbours(scene, rule, grants);
      if (smaller.length === 0) continue;
      const known = found.get(rule.code) ?? new Map<string, number>();
      for (const { code, perCase } of smaller) known.set(code, perCase);
      found.set(rule.code, known);
    }
  }
  return scene.rules.flatMap((rule) => {
    const neighbours = found.get(rule.code);
    if (neighbours === undefined) return [];
    const spot = deciding.get(rule.code) ?? someSituation(scene, rule);
    const limit = rule.limit?.perCase ?? 0;
    const others = [...neighbours].map(([code, given]) => ({ rule: code, limit: given })).sort((a, b) => b.limit - a.limit || (a.rule < b.rule ? -1 : 1));
    const rules = [rule.code, ...others.map((other) => other.rule)];
    return [finding({ code: "slipped_zero", rules, params: { rule: rule.code, limit, neighbours: others }, witness: spot && situatedAt(spot, limit) })];
  });
}

/** The neighbours that a tenth of a rule's limit exceeds or equals. `grants` are in order of their limits. */
function smallerNeighbours(scene: Scene, rule: CompiledRule, grants: readonly CompiledRule[]): CompiledRule[] {
  const small: CompiledRule[] = [];
  const scope = { ...rule.scope, roles: null };
  const greatest = new Map<string, CompiledRule>();
  for (const other of grants) {
    if (other === rule || !areNested(scope, { ...other.scope, roles: null })) continue;
    if (shareRole(rule, other)) {
      if (other.perCase * OUTLIER <= rule.perCase) small.push(other);
    } else for (const role of nextRoles(scene, rule, other)) greatest.set(role, other);
  }
  const beside = [...greatest.values()].filter(({ perCase }) => perCase * OUTLIER <= rule.perCase);
  return [...new Set([...small, ...beside])];
}

function shareRole({ scope: a }: CompiledRule, { scope: b }: CompiledRule): boolean {
  return a.roles === null || b.roles === null || [...a.roles].some((role) => b.roles?.has(role));
}

/** The second rule's roles that stand next to one of the first's in the hierarchy. */
function nextRoles({ hierarchy }: Scene, { scope: a }: CompiledRule, { scope: b }: CompiledRule): string[] {
  const ranks = [...(a.roles ?? [])].map((role) => hierarchy.indexOf(role)).filter((rank) => rank >= 0);
  return [...(b.roles ?? [])].filter((role) => ranks.some((rank) => Math.abs(rank - hierarchy.indexOf(role)) === 1 && hierarchy.includes(role)));
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
