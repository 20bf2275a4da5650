import type { PolicyRule } from "../../schemas.ts";
import type { CompiledRule } from "../rule-index.ts";
import { both, equal, has, isEmpty, meet, noBits, without, type Bits } from "../grid/bits.ts";
import { foundAt } from "../grid/cell.ts";
import { changeWithout, tellingAxes, type Aspect, type AtOrder } from "../grid/difference.ts";
import { changesNothingBelow, isForbiddenAnyway, isRequiredAnyway, neverDecidesBelow, relevantTo } from "../grid/dominance.ts";
import { within } from "../grid/region.ts";
import type { Found, Glimpse } from "../grid/search.ts";
import { finding, type Finding } from "./findings.ts";
import { placesOf, rolesUnder, situatedAt, someSituation, type Place, type Scene, type Spot } from "./scene.ts";

type Searched = Spot | "none" | "unsure";

/** What became of the rules: the findings, and by code a situation in which each decides. */
export interface Usefulness {
  readonly findings: readonly Finding[];
  readonly deciding: ReadonlyMap<string, Spot>;
}

/**
 * Rules that do nothing. Each gets the most telling of: `fully_prohibited`, `never_decides` (leaving it out changes no
 * evaluation's rule, limit or outcome), `redundant` (it decides somewhere, or is a requirement, but leaving it out
 * changes no verdict but for the rule that is named).
 */
export function lintUsefulness(scene: Scene): Usefulness {
  const findings: Finding[] = [];
  const deciding = new Map<string, Spot>();
  for (const rule of scene.rules) {
    const places = placesOf(scene, rule);
    if (places === null || places.length === 0) continue;
    const requires = rule.effect === "require";
    const decides = requires ? "none" : changing(scene, rule, places, "decision");
    if (typeof decides === "object") deciding.set(rule.code, decides);
    if (decides === "unsure") continue;
    if (decides === "none" && !requires) findings.push(unused(scene, rule, places));
    else if (isRedundant(scene, rule, places, decides)) findings.push(superfluous(scene, rule, decides));
  }
  return { findings, deciding };
}

/** A situation in which leaving the rule out changes something. */
function changing(scene: Scene, rule: PolicyRule, places: readonly Place[], aspect: Aspect): Searched {
  let unsure = false;
  for (const { grid, at } of places) {
    const set = grid.rules;
    const prohibits = has(set.prohibits, at);
    const tried: Bits[] = [];
    for (const role of rolesUnder(grid, at)) {
      const among = relevantTo(set, at, role, grid.valued, aspect);
      if (prohibits && tried.some((bits) => equal(bits, among))) continue;
      tried.push(among);
      const budgets = aspect === "effect" || (grid.valued && has(set.stating.secondPersonAbove, at));
      let change: AtOrder | null = null;
      const cell = scene.hunt(grid, {
        code: aspect === "decision" ? "never_decides" : "redundant",
        rules: [rule.code],
        among,
        keep: within([at], "possible"),
        decide: prohibits ? [] : tellingAxes(grid, { budgets, percents: meet(among, set.percents) }),
        ...(!prohibits && { harmful: set.prohibits }),
        hopeless: (glimpse) => isHopeless(grid, at, aspect, glimpse),
        accept: (found) => (change = changeWithout(grid, role, found, at, aspect)) !== null,
      });
      if (typeof cell === "object" && change !== null) return { grid, cell, role, at: change };
      unsure ||= cell === "unsure";
    }
  }
  return unsure ? "unsure" : "none";
}

function isHopeless({ rules: set, valued }: Place["grid"], at: number, aspect: Aspect, glimpse: Glimpse): boolean {
  if (has(set.prohibits, at)) return isForbiddenAnyway(set, at, aspect === "decision", glimpse);
  if (has(set.requires, at)) return isRequiredAnyway(set, at, glimpse);
  return aspect === "decision" ? neverDecidesBelow(set, at, valued, glimpse) : changesNothingBelow(set, at, valued, glimpse);
}

function isRedundant(scene: Scene, rule: PolicyRule, places: readonly Place[], decides: Searched): boolean {
  if (typeof decides === "object" && changesThere(decides, rule)) return false;
  return changing(scene, rule, places, "effect") === "none" && !tellsOfTraining(scene, rule, places);
}

/** A quick answer for most rules: where they decide, leaving them out mostly changes more than the name. */
function changesThere({ grid, cell, role }: Spot, { code }: PolicyRule): boolean {
  const at = grid.rules.rules.findIndex((entry) => entry.code === code);
  return changeWithout(grid, role, foundAt(grid, cell, grid.rules.ofRole(role)), at, "effect") !== null;
}

/**
 * Whether a rule that needs courses is what makes somebody without them be told of training. Where the rule is redundant
 * for whoever holds them, another grant that needs no others says so as well, unless a prohibition needs courses too.
 */
function tellsOfTraining(scene: Scene, rule: PolicyRule, places: readonly Place[]): boolean {
  if (rule.effect !== "grant" || (rule.who?.courses ?? []).length === 0) return false;
  return places.some(({ grid, at }) => {
    const set = grid.rules;
    const { courses } = (set.rules[at] as CompiledRule).scope;
    if (!set.rules.some(({ rule: { effect }, scope }) => effect === "prohibit" && scope.courses.size > 0)) return false;
    return rolesUnder(grid, at).some((role) => {
      const cell = scene.hunt(grid, {
        code: "redundant",
        rules: [rule.code],
        among: set.ofRole(role),
        keep: (axis, option) => (axis.course !== null && courses.has(axis.course)) || has(option.sure, at),
        decide: grid.axes.map((_, index) => index),
        accept: (found) => !meet(either(set), found.possible) && isOnlyUntrained(grid, set.ofRole(role), at, found),
      });
      return cell !== "none";
    });
  });
  function either({ grants, prohibits }: Place["grid"]["rules"]): Uint32Array {
    return grants.map((word, at) => word | (prohibits[at] as number));
  }
}

/** Whether the rule is the only grant that fails in its courses alone; every axis is decided. */
function isOnlyUntrained(grid: Place["grid"], among: Uint32Array, at: number, { option }: Found): boolean {
  let untrained = both(grid.rules.grants, among);
  grid.axes.forEach(({ course }, index) => {
    const chosen = option(index);
    if (course === null && chosen !== null) untrained = both(untrained, chosen.sure);
  });
  const alone = noBits(grid.rules.rules.length);
  alone[at >> 5] = 1 << (at & 31);
  return isEmpty(without(untrained, alone));
}

function unused(scene: Scene, rule: PolicyRule, places: readonly Place[]): Finding {
  const spot = someSituation(scene, rule);
  const witness = spot && situatedAt(spot);
  const by = witness && scene.policy.evaluate(witness.request, witness.facts).rule;
  const others = by === null || by === rule.code ? [] : [by];
  const code = rule.effect === "grant" && spot !== null && isTakenAway(scene, rule, places) ? "fully_prohibited" : "never_decides";
  return finding({ code, rules: [rule.code, ...others], params: { rule: rule.code, by: others }, witness });
}

/** Whether prohibitions hold, or may hold, wherever the grant does. */
function isTakenAway(scene: Scene, rule: PolicyRule, places: readonly Place[]): boolean {
  return places.every(({ grid, at }) =>
    rolesUnder(grid, at).every((role) => {
      const free = scene.hunt(grid, {
        code: "fully_prohibited",
        rules: [rule.code],
        among: both(grid.rules.prohibits, grid.rules.ofRole(role)),
        keep: within([at], "possible"),
        hopeless: ({ settledPossible }) => !isEmpty(settledPossible),
        accept: ({ possible }) => isEmpty(possible),
      });
      return free === "none";
    }),
  );
}

function superfluous(scene: Scene, rule: PolicyRule, decides: Searched): Finding {
  const spot = typeof decides === "object" ? decides : someSituation(scene, rule);
  return finding({ code: "redundant", rules: [rule.code], params: { rule: rule.code, effect: rule.effect }, witness: spot && situatedAt(spot) });
}
