import type { PolicyRule } from "../../schemas.ts";
import { has, meet } from "../grid/bits.ts";
import { orderValuesOf, tellingAxes, type AtOrder } from "../grid/difference.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { within } from "../grid/region.ts";
import { limitAt, standingOf } from "../grid/resolve.ts";
import type { CompiledRule } from "../rule-index.ts";
import type { Found } from "../grid/search.ts";
import type { PeopleGroup } from "./context.ts";
import { finding, type Finding } from "./findings.ts";
import { placesOf, rolesUnder, situatedAt, type Scene, type Spot } from "./scene.ts";

/**
 * Rules that ask for a second person at sites where nobody else could confirm: fewer than two active people there hold
 * the requester's role or a higher one. Sites where nobody comes under the rule are not judged.
 */
export function lintSecondPerson(scene: Scene): Finding[] {
  const { people } = scene.context;
  if (people === undefined) return [];
  return scene.rules.flatMap((rule) => {
    if (rule.effect === "prohibit" || rule.duties?.secondPersonAbove === undefined) return [];
    const alone = sitesAlone(scene, rule, people);
    if (alone.size === 0) return [];
    for (const [role, sites] of alone) {
      const spot = asking(scene, rule, role);
      if (spot === null) continue;
      const all = [...new Set([...alone.values()].flat())].sort();
      const witness = situatedAt(spot.spot, spot.amount);
      return [finding({ code: "second_person_impossible", rules: [rule.code], params: { rule: rule.code, above: rule.duties.secondPersonAbove, role, sites: all.length > 0 ? all : sites }, witness })];
    }
    return [];
  });
}

/** By role of the requester, the sites at which they would be the only one to confirm. */
function sitesAlone({ hierarchy }: Scene, { who }: PolicyRule, people: readonly PeopleGroup[]): ReadonlyMap<string, string[]> {
  const takes = (set: readonly string[] | undefined, code: string | null) => set === undefined || set.length === 0 || (code !== null && set.includes(code));
  const alone = new Map<string, string[]>();
  const roles = new Set(people.flatMap((group) => group.roles.filter((role) => takes(who?.roles, role) && hierarchy.includes(role))));
  for (const role of [...roles].sort()) {
    const confirming = new Set([role, ...hierarchy.slice(Math.max(0, hierarchy.indexOf(role)))]);
    const requesters = people.filter((group) => group.count > 0 && group.roles.includes(role) && takes(who?.sites, group.site) && takes(who?.departments, group.department));
    const sites = [...new Set(requesters.map(({ site }) => site))].filter((site) => site !== null);
    const short = sites.filter((site) => {
      const there = people.filter((group) => group.site === site && group.roles.some((held) => confirming.has(held)));
      return there.reduce((sum, { count }) => sum + count, 0) < 2;
    });
    if (short.length > 0) alone.set(role, short.sort());
  }
  return alone;
}

interface Asked {
  readonly spot: Spot;
  /** Minor units: more than what a second person confirms, within the limit. */
  readonly amount: number;
}

/** A situation in which the rule's own threshold sends an amount to a second person. */
function asking(scene: Scene, rule: PolicyRule, role: string): Asked | null {
  const above = rule.duties?.secondPersonAbove ?? 0;
  for (const { grid, at } of placesOf(scene, rule) ?? []) {
    if (!grid.valued || !rolesUnder(grid, at).concat(grid.roles).includes(role) || !has(grid.rules.ofRole(role), at)) continue;
    const set = grid.rules;
    const among = set.ofRole(role);
    let order = null as AtOrder | null;
    const cell = scene.hunt(grid, {
      code: "second_person_impossible",
      rules: [rule.code],
      among,
      harmful: set.prohibits,
      known: true,
      keep: within([at], "sure"),
      decide: tellingAxes(grid, { budgets: false, percents: meet(among, set.percents) }),
      hopeless: ({ settledPossible }) => meet(set.prohibits, settledPossible),
      accept: (found) => (order = counting(grid, found, above)) !== null,
    });
    if (typeof cell === "object" && order !== null) return { spot: { grid, cell, role, at: order }, amount: above + 1 };
  }
  return null;
}

/** An order value at which more than `above` may be given and this very threshold counts. */
function counting(grid: Grid, found: Found, above: number): AtOrder | null {
  const set = grid.rules;
  const standing = standingOf(set, found.possible, found.sure);
  if (standing.kind !== "granted" || standing.above !== above) return null;
  const rules = standing.left.map((at) => set.rules[at] as CompiledRule);
  const value = telling(rules, [above], orderValuesOf(grid, found)).find((order) => limitAt(set, standing, order).limit > above);
  const isThere = value !== undefined || rules.some((rule) => rule.perCase > above && rule.percent === null);
  return isThere && limitAt(set, standing, value).limit > above ? { value } : null;
}

