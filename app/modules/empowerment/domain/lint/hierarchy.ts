import type { CompiledRule } from "../rule-index.ts";
import { both, either, has, meet, membersOf, without, type Bits } from "../grid/bits.ts";
import { atMost } from "../grid/dominance.ts";
import { orderValuesOf, tellingAxes, type AtOrder } from "../grid/difference.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { within } from "../grid/region.ts";
import { limitAt, standingOf, type Standing } from "../grid/resolve.ts";
import type { Found, Glimpse } from "../grid/search.ts";
import { finding, type Finding } from "./findings.ts";
import { situatedAt, type Scene, type Spot } from "./scene.ts";

/** Two neighbouring roles that the policy speaks of, the lower one first. */
interface Step {
  readonly lower: string;
  readonly higher: string;
}

/**
 * Situations in which a higher role may give less than the one below it, the person being the same but for the role and
 * holding every course. Compared are limits per case (for gestures without amount, whether anything is granted), budgets
 * apart. Each gesture and pair of neighbouring roles once. Roles nobody speaks of anywhere are no step.
 */
export function lintHierarchy(scene: Scene): Finding[] {
  const spoken = scene.hierarchy.filter((role) => isSpokenOf(scene, role));
  const steps = spoken.slice(1).map((higher, at): Step => ({ lower: spoken[at] as string, higher }));
  return scene.grids.flatMap((grid) => steps.flatMap((step) => falling(scene, grid, step)));
}

function isSpokenOf({ document, rules, context }: Scene, role: string): boolean {
  return (
    context.roles?.includes(role) === true ||
    document.lastResort === role ||
    rules.some(({ who, escalation }) => who?.roles?.includes(role) === true || escalation?.to === role || escalation?.fallback === role) ||
    document.budgets.some(({ limits }) => limits.some((row) => row.role === role)) ||
    document.exceptions.some((row) => row.role === role) ||
    document.escalation?.to === role ||
    document.escalation?.fallback === role
  );
}

/** Where the limit falls, and the rule that keeps it low for the higher role; −1 without any. */
interface Fall {
  readonly at: AtOrder;
  readonly by: number;
}

function falling(scene: Scene, grid: Grid, { lower, higher }: Step): Finding[] {
  const set = grid.rules;
  const [low, high] = [set.ofRole(lower), set.ofRole(higher)];
  const among = both(either(low, high), either(set.grants, set.prohibits));
  for (const at of membersOf(both(set.grants, low))) {
    const rule = set.rules[at] as CompiledRule;
    let found = null as Fall | null;
    const cell = scene.hunt(grid, {
      code: "limit_not_rising",
      rules: [rule.code],
      among,
      harmful: both(set.prohibits, low),
      known: true,
      keep: (axis, option) => (axis.course === null ? within([at], "sure")(axis, option) : option.fact === true),
      decide: tellingAxes(grid, { budgets: false, percents: meet(among, set.percents) }),
      hopeless: (glimpse) => isRising(grid, at, low, high, glimpse),
      accept: (given) => (found = lessAbove(grid, at, low, high, given)) !== null,
    });
    if (typeof cell === "string" || found === null) continue;
    const above = found.by === -1 ? [] : [(set.rules[found.by] as CompiledRule).code];
    return [step(scene, { grid, cell, role: lower, at: found.at }, { lower, higher }, [rule.code, ...above])];
  }
  return [];
}

/** True when the higher role certainly may give as much, or the grant certainly does not decide for the lower one. */
function isRising({ rules: set, valued }: Grid, at: number, low: Bits, high: Bits, { possible, settledPossible, settledSure }: Glimpse): boolean {
  if (meet(both(set.prohibits, low), settledPossible) || meet(both(set.inside(at), low), settledSure)) return true;
  const sure = membersOf(both(settledSure, both(set.grants, high)));
  if (sure.length === 0 || meet(both(set.prohibits, without(high, low)), possible)) return false;
  if (!valued) return true;
  const own = set.rules[at] as CompiledRule;
  const counting = membersOf(both(possible, both(set.grants, high))).filter((other) => !sure.some((narrower) => has(set.wider(narrower), other)));
  return counting.every((other) => atMost(own, set.rules[other] as CompiledRule));
}

function lessAbove(grid: Grid, at: number, low: Bits, high: Bits, found: Found): Fall | null {
  const set = grid.rules;
  const standing = (role: Bits): Standing => standingOf(set, both(found.possible, role), both(found.sure, role));
  const [below, above] = [standing(low), standing(high)];
  if (below.kind !== "granted" || !below.left.includes(at)) return null;
  const values = orderValuesOf(grid, found);
  if (!grid.valued) return above.kind === "granted" ? null : { at: { value: undefined }, by: above.prohibition };
  const rules = [...below.left, ...above.left].map((other) => set.rules[other] as CompiledRule);
  for (const value of telling(rules, [], values)) {
    const given = limitAt(set, below, value);
    const more = above.kind === "granted" ? limitAt(set, above, value) : { limit: 0, rule: above.prohibition };
    if (given.rule === at && more.limit < given.limit) return { at: { value }, by: more.rule };
  }
  return null;
}

function step(scene: Scene, spot: Spot, { lower, higher }: Step, rules: readonly string[]): Finding {
  const witness = situatedAt(spot);
  const limitOf = (role: string) => scene.policy.evaluate(witness.request, { ...witness.facts, actor: { ...witness.facts.actor, roles: [role] } }).limit;
  const params = { gesture: spot.grid.gesture, lower, higher, limits: { lower: limitOf(lower), higher: limitOf(higher) } };
  return finding({ code: "limit_not_rising", rules, params, about: [spot.grid.gesture, lower, higher], witness });
}
