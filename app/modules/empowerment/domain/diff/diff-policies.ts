import type { PolicyDocument } from "../../schemas.ts";
import { compileBudget, coversGesture, limitsOfRole } from "../budgets.ts";
import { compilePolicy } from "../compile.ts";
import { bitsWhere, both, meet, membersOf } from "../grid/bits.ts";
import { situationOf, type Situated } from "../grid/cell.ts";
import { tellingAxes, type AtOrder } from "../grid/difference.ts";
import { gridOf, type Grid, type Surroundings } from "../grid/grid.ts";
import { modesOf, regionOf, within, type RegionForm } from "../grid/region.ts";
import { Searcher, type Cell, type Steps } from "../grid/search.ts";
import { policyChanges, type PolicyChanges } from "../rule-changes.ts";
import { compileRule } from "../rule-index.ts";
import type { DecisionRequest, Facts, Verdict } from "../verdict.ts";
import { differs, differsAt, type Direction, type Side } from "./answer.ts";
import { sidedRules, type Sided } from "./changed-rules.ts";
import { allowsNoMore, type Cut } from "./hopeless.ts";

/** How the second version treats a role and gesture against the first: more somewhere and less nowhere, and so on. */
export type Permissiveness = "equal" | "more" | "less" | "incomparable";

/** A situation that the versions answer differently, before anything was used. */
export interface DiffExample {
  /** Whether the second version allows more there, or less, or more in one way and less in another. */
  readonly direction: Direction | "both";
  readonly request: DecisionRequest;
  readonly facts: Facts;
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface GestureChange {
  readonly gesture: string;
  /** `*`: any role that neither version names. */
  readonly role: string;
  readonly change: Permissiveness;
  /** At most three. */
  readonly examples: readonly DiffExample[];
  /** False where there is too much to look through: what was found holds, more may be there. */
  readonly complete: boolean;
}

/** Everything of a document but rules and budgets. */
export type Setting = Exclude<keyof PolicyDocument, "rules" | "budgets">;

export interface PolicyDiff extends PolicyChanges {
  /** By gesture and role, in order of their codes; empty when the versions have no currency in common. */
  readonly gestures: readonly GestureChange[];
  readonly settings: readonly Setting[];
}

/**
 * How many steps one search, and all of them together, may take. Each gesture and role has an equal share of what is
 * left, so that one that is hard to look through leaves the others theirs.
 */
const STEPS_PER_SEARCH = 20_000;
const STEPS_IN_ALL = 2_000_000;
const MOST_EXAMPLES = 3;
/** Where one situation is found, in how many scopes, and with how many steps each, others are looked for. */
const MOST_EXTRA = 6;
const STEPS_FOR_MORE = 200;
const DIRECTIONS = ["gains", "loses"] as const;
const SETTINGS = ["currency", "timeZone", "lastResort", "gestures", "reasons", "channels", "tiers", "flags", "caseGroups", "escalation", "exceptions", "sayings", "tests"] as const satisfies readonly Setting[];

/**
 * What a second version of a policy changes against a first: per role and gesture whether it is more or less permissive,
 * with situations that show it, and what differs rule by rule. More permissive is what allows a greater amount, or the same
 * without a second person or a duty, before any budget was used. Exact; `diff(a, a)` is empty, `diff(b, a)` mirrors
 * `diff(a, b)`.
 * @param around what is known of the organisation; with `today` only what comes from this day on counts
 */
export function diffPolicies(before: PolicyDocument, after: PolicyDocument, around: Surroundings = {}): PolicyDiff {
  const text = (value: unknown) => JSON.stringify(value ?? null);
  const settings = SETTINGS.filter((setting) => text(before[setting]) !== text(after[setting]));
  const gestures = before.currency === after.currency ? gestureChanges(before, after, around) : [];
  return { gestures, settings, ...policyChanges(before, after) };
}

type Policies = readonly [PolicyDocument, PolicyDocument];

interface Comparison {
  readonly versions: Policies;
  readonly verdicts: (situation: Situated) => readonly [Verdict, Verdict];
  readonly total: Steps;
}

function gestureChanges(before: PolicyDocument, after: PolicyDocument, around: Surroundings): GestureChange[] {
  const { today } = around;
  const lasting = ({ rules }: PolicyDocument) => rules.filter(({ validTo }) => today === undefined || validTo === undefined || validTo > today);
  const sided = sidedRules(lasting(before), lasting(after));
  const read = sided.map(({ rule }) => compileRule(rule));
  const [first, second] = [compilePolicy(before), compilePolicy(after)];
  const comparison: Omit<Comparison, "total"> = {
    versions: [before, after],
    verdicts: ({ request, facts }) => [first.evaluate(request, facts), second.evaluate(request, facts)],
  };
  const valuedIn = ({ gestures }: PolicyDocument, code: string) => gestures.find((gesture) => gesture.code === code)?.valued;
  const codes = [...new Set([...before.gestures, ...after.gestures].map(({ code }) => code))].sort();
  let left = STEPS_IN_ALL;
  return codes.flatMap((gesture, position) => {
    const grid = gridOf([before, after], read, gesture, around);
    const kinds = [valuedIn(before, gesture), valuedIn(after, gesture)];
    if (grid === null) return [];
    if (grid === "too_large") return [{ gesture, role: "*", change: "equal", examples: [], complete: false }];
    const roles = [...grid.roles];
    const last = roles.pop();
    // a gesture that has an amount in one version alone is another thing there
    const isOther = kinds[0] !== undefined && kinds[1] !== undefined && kinds[0] !== kinds[1];
    const changes = [...roles, last ?? ""].map((role, at): GestureChange => {
      const shown = role === last ? "*" : role;
      if (isOther) return { gesture, role: shown, change: "incomparable", examples: [], complete: true };
      const share = Math.floor(left / ((codes.length - position) * (roles.length + 1) - at));
      const total = { left: share };
      const found = roleChange({ ...comparison, total }, grid, sided, role);
      left -= share - total.left;
      return { ...found, role: shown };
    });
    return changes.sort((a, b) => (a.role < b.role ? -1 : 1));
  });
}

interface Shown extends DiffExample {
  readonly text: string;
}

function roleChange(comparison: Comparison, grid: Grid, sided: readonly Sided[], role: string): GestureChange {
  const own = positionsOf(grid, sided);
  const sides = ([0, 1] as const).map((version): Side => ({
    version,
    rules: both(grid.rules.ofRole(role), bitsWhere(own, ({ sides: bits }) => (bits & (1 << version)) !== 0)),
    hasGesture: comparison.versions[version].gestures.some(({ code }) => code === grid.gesture),
  })) as [Side, Side];
  const all = othersDiffer(comparison.versions, grid, role);
  const found = new Map<Direction, Shown[]>();
  let complete = true;
  for (const direction of DIRECTIONS) {
    const { shown, sure } = differences(comparison, { grid, own, role, sides, all, direction });
    found.set(direction, shown);
    complete &&= sure || shown.length > 0;
  }
  const [gains, loses] = [found.get("gains") ?? [], found.get("loses") ?? []];
  const change = gains.length > 0 ? (loses.length > 0 ? "incomparable" : "more") : loses.length > 0 ? "less" : "equal";
  return { gesture: grid.gesture, role, change, examples: chosen(gains, loses), complete };
}

/** The rules of a grid, as they stand there, with the sides they are on. */
function positionsOf(grid: Grid, sided: readonly Sided[]): Sided[] {
  const byRule = new Map(sided.map((entry) => [entry.rule, entry]));
  return grid.rules.rules.map(({ rule }) => byRule.get(rule)).filter((entry) => entry !== undefined);
}

/** Whether budgets, or which codes requests may use, make a difference whatever the rules. */
function othersDiffer([before, after]: Policies, { gesture, valued }: Grid, role: string): boolean {
  const budgets = ({ budgets: written }: PolicyDocument) =>
    limitsOfRole(written.filter((budget) => coversGesture(budget, gesture, valued)).map(compileBudget), role)
      .map(({ budget, limit }) => JSON.stringify([limit, budget.byCount, budget.blocks, budget.budget.subject, [...(budget.reasons ?? [])].sort()]))
      .sort()
      .join();
  const codes = (document: PolicyDocument) =>
    JSON.stringify((["reasons", "channels", "tiers", "flags"] as const).map((key) => document[key].map(({ code }) => code).sort()));
  const has = ({ gestures }: PolicyDocument) => gestures.some(({ code }) => code === gesture);
  return budgets(before) !== budgets(after) || codes(before) !== codes(after) || has(before) !== has(after);
}

interface Wanted {
  readonly grid: Grid;
  readonly own: readonly Sided[];
  readonly role: string;
  readonly sides: readonly [Side, Side];
  /** Whether any situation may differ, not only those that a changed rule touches. */
  readonly all: boolean;
  readonly direction: Direction;
}

/** Up to three situations that differ one way, each in the scope of another changed rule. */
function differences(comparison: Comparison, wanted: Wanted): { readonly shown: Shown[]; readonly sure: boolean } {
  const { grid, own, role, direction, all } = wanted;
  const named = grid.rules.ofRole(role);
  const changing = bitsWhere(own, ({ ways }) => ways.includes(direction));
  const [less, more] = direction === "gains" ? wanted.sides : ([wanted.sides[1], wanted.sides[0]] as const);
  const changed = bitsWhere(own, ({ sides }) => sides !== 3);
  const cut: Cut = { grid, less, more, changed, raising: changing, speaking: bitsWhere(own, ({ sides, rule }) => sides !== 3 && rule.duties !== undefined), all };
  const starts: (number | null)[] = [...membersOf(both(changing, named)), ...(all ? [null] : [])];
  const shown: Shown[] = [];
  let sure = true;
  const searcher = new Searcher(grid);
  let extra = 0;
  for (const start of starts) {
    if (shown.length >= MOST_EXAMPLES || extra >= MOST_EXTRA) break;
    if (shown.length > 0) extra++;
    const keep = start === null ? undefined : within([start], "possible");
    const result = firstDifference(comparison, wanted, searcher, cut, keep, shown.length > 0 ? STEPS_FOR_MORE : STEPS_PER_SEARCH);
    if (result === "unsure") sure = false;
    if (typeof result === "object") shown.push(exampleOf(comparison, wanted, result));
  }
  const distinct = new Map(shown.map((example) => [example.text, example]));
  return { shown: [...distinct.values()].sort((a, b) => (a.text < b.text ? -1 : 1)), sure };
}

interface Difference {
  readonly cell: Cell;
  readonly at: AtOrder;
  /** Whether the versions differ the other way as well there. */
  readonly both: boolean;
}

function firstDifference(
  { total }: Comparison,
  { grid, own, role, sides, direction }: Wanted,
  searcher: Searcher,
  cut: Cut,
  keep: RegionForm["keep"],
  most: number,
): Difference | "none" | "unsure" {
  const { rules, budgets } = grid;
  const shared = bitsWhere(own, ({ sides: bits }) => bits === 3);
  const among = rules.ofRole(role);
  const barring = both(rules.prohibits, shared);
  let unsure = false;
  for (const unknown of [false, true]) {
    for (const mode of modesOf(grid, unknown)) {
      const region = regionOf(grid, { mode, unknown, ...(keep !== undefined && { keep }) });
      if (region === null) continue;
      let at = null as AtOrder | null;
      let alsoBack = false;
      const steps = { left: Math.min(most, total.left) };
      const given = steps.left;
      const result = searcher.find(
        {
          region,
          among,
          harmful: barring,
          decide: tellingAxes(grid, { budgets: budgets.flat().length > 0, percents: meet(among, rules.percents) }).concat(versionAxes(grid)),
          hopeless: (glimpse) => allowsNoMore(cut, glimpse),
          accept: (found) => {
            at = differs(grid, sides, role, found, direction);
            alsoBack = at !== null && differsAt(grid, sides, role, found, direction === "gains" ? "loses" : "gains", at);
            return at !== null;
          },
        },
        steps,
      );
      total.left -= given - Math.max(0, steps.left);
      if (typeof result === "object" && at !== null) return { cell: result, at, both: alsoBack };
      unsure ||= result === "unsure";
    }
  }
  return unsure ? "unsure" : "none";
}

/** Axes with codes that one of the versions does not know. */
function versionAxes(grid: Grid): number[] {
  return grid.axes.flatMap(({ options }, at) => (options.some(({ known }) => known !== 3) ? [at] : []));
}

function exampleOf(comparison: Comparison, { grid, role, direction }: Wanted, { cell, at, both: alsoBack }: Difference): Shown {
  const asked = situationOf(grid, cell, { role, orderValue: at.value, atSite: true });
  const amount = tellingAmount(comparison, asked);
  const situation = situationOf(grid, cell, { role, orderValue: at.value, atSite: true, amount });
  const [before, after] = comparison.verdicts(situation);
  return { direction: alsoBack ? "both" : direction, ...situation, before, after, text: JSON.stringify([situation.request, situation.facts]) };
}

/** An amount for which the outcomes differ, if one does: just above what may be given, alone or at all, or 1. */
function tellingAmount({ verdicts }: Comparison, situation: Situated): number {
  const ends = verdicts(situation).flatMap(({ room, secondPersonAbove }) => [Math.min(room ?? 0, secondPersonAbove ?? Infinity), room ?? 0]);
  const amounts = [...new Set(ends.map((end) => Math.min(end + 1, Number.MAX_SAFE_INTEGER)))].sort((a, b) => a - b);
  const differing = amounts.find((minor) => {
    const asked = { ...situation, request: { ...situation.request, ...(situation.request.amount && { amount: { ...situation.request.amount, minor } }) } };
    const [before, after] = verdicts(asked);
    return before.outcome !== after.outcome;
  });
  return differing ?? amounts[0] ?? 1;
}

/** At most three, of both directions if there are, whichever version comes first. */
function chosen(gains: readonly Shown[], loses: readonly Shown[]): DiffExample[] {
  const found = new Map([...gains, ...loses].map((example) => [example.text, example]));
  const kept = new Set([gains[0]?.text, loses[0]?.text]);
  const byText = [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  const rest = byText.filter(({ text }) => !kept.has(text)).slice(0, MOST_EXAMPLES - [...kept].filter((text) => text !== undefined).length);
  return byText.filter((example) => kept.has(example.text) || rest.includes(example)).map(({ text: _, ...example }) => example);
}
