import type { PolicyDocument, PolicyEscalation, PolicyRule } from "../../schemas.ts";
import { escalationFor } from "../escalation.ts";
import type { CompiledRule } from "../rule-index.ts";
import { both, either, meet, type Bits } from "../grid/bits.ts";
import { orderValuesOf, tellingAxes, type AtOrder } from "../grid/difference.ts";
import { atMost } from "../grid/dominance.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { within } from "../grid/region.ts";
import { limitAt, standingOf } from "../grid/resolve.ts";
import type { Found } from "../grid/search.ts";
import { finding, type Finding } from "./findings.ts";
import { placesOf, rolesUnder, situatedAt, type Scene, type Spot } from "./scene.ts";

/**
 * Ways up that lead nowhere: the same role asked twice or a lower one after a higher; a last resort nobody holds; nobody
 * who may make an exception; a limit above which nobody on the way may give more; a past amount that nobody may give now.
 */
export function lintEscalation(scene: Scene): Finding[] {
  return [...cycles(scene), ...emptyLastResort(scene), ...withoutExceptions(scene), ...scene.rules.flatMap((rule) => deadEnd(scene, rule)), ...beyondThePast(scene)];
}

function cycles(scene: Scene): Finding[] {
  const check = (path: PolicyEscalation | undefined, rule: PolicyRule | null): Finding[] => {
    const kind = path === undefined ? null : circling(scene, path, rule?.who?.roles ?? []);
    if (path === undefined || kind === null) return [];
    const params = { kind, rule: rule?.code ?? null, to: path.to, fallback: path.fallback ?? null };
    return [finding({ code: "escalation_cycle", rules: rule === null ? [] : [rule.code], params, about: rule === null ? ["policy"] : [] })];
  };
  return [...check(scene.document.escalation, null), ...scene.rules.flatMap((rule) => check(rule.escalation, rule))];
}

function circling({ hierarchy }: Scene, { to, fallback }: PolicyEscalation, roles: readonly string[]): "same_role" | "goes_down" | "asks_below" | null {
  const rank = (role: string) => hierarchy.indexOf(role);
  if (to === fallback) return "same_role";
  if (fallback !== undefined && rank(fallback) >= 0 && rank(to) > rank(fallback)) return "goes_down";
  const lowest = Math.min(...roles.map(rank));
  return rank(to) >= 0 && roles.length > 0 && rank(to) < lowest ? "asks_below" : null;
}

const holders = ({ context: { people } }: Scene, role: string) => (people ?? []).reduce((sum, group) => sum + (group.roles.includes(role) ? group.count : 0), 0);

function emptyLastResort(scene: Scene): Finding[] {
  const { lastResort } = scene.document;
  if (scene.context.people === undefined || holders(scene, lastResort) > 0) return [];
  return [finding({ code: "escalation_dead_end", params: { kind: "nobody", role: lastResort }, about: ["nobody"] })];
}

/** What no grant covers is decided by exception alone: somebody on the policy's own way up must have one. */
function withoutExceptions({ document }: Scene): Finding[] {
  const { escalation, exceptions, lastResort } = document;
  const asked = [...new Set([escalation?.to, escalation?.fallback, lastResort])].filter((role) => role !== undefined);
  if (exceptions.some(({ role }) => asked.includes(role))) return [];
  return [finding({ code: "escalation_dead_end", params: { kind: "no_exception", asked }, about: ["exceptions"] })];
}

/** What the last resort may grant by exception in a case: minor units, 0 without an exception, Infinity without a ceiling. */
function exceptional({ exceptions, lastResort }: PolicyDocument): number {
  const found = exceptions.find(({ role }) => role === lastResort);
  return found === undefined ? 0 : (found.perCase ?? Infinity);
}

/** Roles that a request under the rule can come to, that somebody holds as far as is known: from the role asked upwards. */
function askedRoles(scene: Scene, rule: PolicyRule): string[] {
  const { document, hierarchy, context } = scene;
  const path = escalationFor(document, { outcome: "escalated", reason: "over_case_limit", rule: rule.code });
  if (path === null) return [];
  const from = hierarchy.indexOf(path.to);
  const asked = [path.to, ...(path.fallback === null ? [] : [path.fallback]), path.lastResort, ...(from < 0 ? hierarchy : hierarchy.slice(from))];
  return [...new Set(asked)].filter((role) => context.people === undefined || holders(scene, role) > 0).sort();
}

function deadEnd(scene: Scene, rule: PolicyRule): Finding[] {
  const ceiling = exceptional(scene.document);
  const given = rule.limit?.perCase ?? Infinity;
  if (rule.effect !== "grant" || ceiling > given || ceiling === Infinity) return [];
  const asked = askedRoles(scene, rule);
  for (const { grid, at } of placesOf(scene, rule) ?? []) {
    if (!grid.valued) continue;
    for (const role of rolesUnder(grid, at)) {
      const spot = stranded(scene, grid, at, role, asked, ceiling);
      if (spot === null) continue;
      const witness = situatedAt(spot);
      const { limit } = scene.policy.evaluate(witness.request, witness.facts);
      const over = { ...witness, request: { ...witness.request, amount: { minor: Math.min((limit ?? 0) + 1, Number.MAX_SAFE_INTEGER), currency: grid.currency } } };
      return [finding({ code: "escalation_dead_end", rules: [rule.code], params: { kind: "nobody_above", rule: rule.code, role, gesture: grid.gesture, limit, asked }, witness: over })];
    }
  }
  return [];
}

/** A situation in which the rule decides and none of the roles asked may give more, at the same place and fully trained. */
function stranded(scene: Scene, grid: Grid, at: number, role: string, asked: readonly string[], ceiling: number): Spot | null {
  const set = grid.rules;
  const own = set.rules[at] as CompiledRule;
  const low = set.ofRole(role);
  const others = asked.filter((name) => name !== role).map((name) => set.ofRole(name));
  const high = others.reduce((bits, other) => either(bits, other), low);
  const among = both(high, either(set.grants, set.prohibits));
  let order = null as AtOrder | null;
  const cell = scene.hunt(grid, {
    code: "escalation_dead_end",
    rules: [own.code],
    among,
    known: true,
    keep: (axis, option) => (axis.course === null ? within([at], "sure")(axis, option) : option.fact === true),
    decide: tellingAxes(grid, { budgets: false, percents: meet(among, set.percents) }),
    hopeless: ({ possible, settledPossible, settledSure }) => {
      if (meet(both(set.prohibits, low), settledPossible) || meet(both(set.inside(at), low), settledSure)) return true;
      return others.some((bits) => givesMore(grid, own, bits, possible, settledSure));
    },
    accept: (found) => (order = strandedAt(grid, at, found, low, others, ceiling)) !== null,
  });
  return typeof cell === "object" && order !== null ? { grid, cell, role, at: order } : null;
}

/** Whether a role certainly may give more than a rule without percentage, or one of the same percentage and less. */
function givesMore({ rules: set }: Grid, own: CompiledRule, role: Bits, possible: Bits, settledSure: Bits): boolean {
  const grants = both(role, set.grants);
  if (meet(both(role, set.prohibits), possible) || !meet(grants, settledSure)) return false;
  return set.rules.every((rule, at) => {
    const counts = ((grants[at >> 5] as number) & (possible[at >> 5] as number) & (1 << (at & 31))) !== 0;
    return !counts || (own.percent === null && rule.percent === null && rule.perCase > own.perCase && atMost(own, rule));
  });
}

function strandedAt(grid: Grid, at: number, found: Found, low: Bits, others: readonly Bits[], ceiling: number): AtOrder | null {
  const set = grid.rules;
  const standing = (role: Bits) => standingOf(set, both(found.possible, role), both(found.sure, role));
  const below = standing(low);
  if (below.kind !== "granted" || !below.left.includes(at)) return null;
  const above = others.map(standing).filter(({ kind }) => kind === "granted");
  const rules = [below, ...above].flatMap(({ left }) => left).map((other) => set.rules[other] as CompiledRule);
  for (const value of telling(rules, [ceiling], orderValuesOf(grid, found))) {
    const given = limitAt(set, below, value);
    if (given.rule !== at || ceiling > given.limit) continue;
    if (above.every((other) => limitAt(set, other, value).limit <= given.limit)) return { value };
  }
  return null;
}

/** Gestures of which more was given once than anybody may give now. */
function beyondThePast(scene: Scene): Finding[] {
  const { largestPastAmount = {} } = scene.context;
  const ceiling = exceptional(scene.document);
  return scene.grids.flatMap((grid) => {
    const largest = largestPastAmount[grid.gesture];
    if (largest === undefined || !grid.valued) return [];
    const grants = scene.rules.filter(({ effect, gestures }) => effect === "grant" && gestures?.includes(grid.gesture) === true);
    const top = Math.max(ceiling, 0, ...grants.map(({ limit }) => limit?.perCase ?? Infinity));
    if (largest <= top) return [];
    return [finding({ code: "escalation_dead_end", params: { kind: "past_amount", gesture: grid.gesture, largest, top }, about: ["past", grid.gesture] })];
  });
}

