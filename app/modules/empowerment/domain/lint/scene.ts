import type { PolicyDocument, PolicyRule } from "../../schemas.ts";
import { compilePolicy, type CompiledPolicy } from "../compile.ts";
import { noBits } from "../grid/bits.ts";
import { factOf, situationOf, type Situated } from "../grid/cell.ts";
import type { AtOrder } from "../grid/difference.ts";
import { gridOf, type Grid } from "../grid/grid.ts";
import { reaching } from "../grid/order-values.ts";
import { modesOf, regionOf, within, type RegionForm } from "../grid/region.ts";
import { readRules } from "../grid/rule-set.ts";
import { Searcher, type Cell, type Query, type SearchResult } from "../grid/search.ts";
import { HIERARCHY, type LintContext } from "./context.ts";
import type { FindingCode } from "./findings.ts";

/** How many steps one search, and all of them together, may take: beyond it a finding says what was left out. */
export const STEPS_PER_SEARCH = 20_000;
export const STEPS_IN_ALL = 2_000_000;

/** What a percentage of an order is shown with where nothing else limits it, in minor units. */
const PLAIN = 1_000_000;

/** What was not looked through: what for, and about which rules. */
export interface Skipped {
  readonly code: FindingCode;
  readonly rules: readonly string[];
}

/** A search within boxes, tried for situations with all facts known before those with absent ones. */
export interface Hunt extends Omit<Query, "region"> {
  /** What the search is for. */
  readonly code: FindingCode;
  readonly rules: readonly string[];
  readonly keep?: RegionForm["keep"];
  /** Only situations with all facts known. */
  readonly known?: boolean;
}

/** A gesture's grid and its searches. */
export interface Scene {
  readonly document: PolicyDocument;
  readonly policy: CompiledPolicy;
  readonly context: LintContext;
  readonly hierarchy: readonly string[];
  readonly grids: readonly Grid[];
  /** Rules that can still apply from today on, in order of their codes. */
  readonly rules: readonly PolicyRule[];
  readonly positions: (grid: Grid) => ReadonlyMap<string, number>;
  /** The first cell of any mode that is accepted. What could not be looked through is noted in `skipped`. */
  readonly hunt: (grid: Grid, hunt: Hunt) => SearchResult;
  readonly skipped: readonly Skipped[];
  /** Gestures that were not looked at at all. */
  readonly tooLarge: readonly string[];
}

/** Makes a document ready to be looked through. */
export function sceneOf(document: PolicyDocument, context: LintContext): Scene {
  const { today } = context;
  const rules = document.rules.filter((rule) => !hasPassed(rule, today)).sort((a, b) => (a.code < b.code ? -1 : 1));
  const read = readRules(rules);
  const grids: Grid[] = [];
  const tooLarge: string[] = [];
  for (const gesture of document.gestures.map(({ code }) => code).sort()) {
    const grid = gridOf([document], read, gesture, context);
    if (grid === "too_large") tooLarge.push(gesture);
    else if (grid !== null) grids.push(grid);
  }
  const searchers = new Map<Grid, Searcher>();
  const positions = new Map(grids.map((grid) => [grid, new Map(grid.rules.rules.map(({ code }, at) => [code, at]))]));
  const skipped: Skipped[] = [];
  const total = { left: STEPS_IN_ALL };

  const run = (grid: Grid, query: Query): SearchResult => {
    const given = Math.min(STEPS_PER_SEARCH, total.left);
    const steps = { left: given };
    let searcher = searchers.get(grid);
    if (searcher === undefined) searchers.set(grid, (searcher = new Searcher(grid)));
    const result = searcher.find(query, steps);
    total.left -= given - Math.max(0, steps.left);
    return result;
  };
  return {
    document,
    policy: compilePolicy(document),
    context,
    hierarchy: context.hierarchy ?? HIERARCHY,
    grids,
    rules,
    positions: (grid) => positions.get(grid) ?? new Map<string, number>(),
    skipped,
    tooLarge,
    hunt: (grid, { code, rules: about, keep, known = false, ...query }) => {
      let unsure = false;
      for (const unknown of known ? [false] : [false, true]) {
        for (const mode of modesOf(grid)) {
          const region = regionOf(grid, { mode, unknown, ...(keep !== undefined && { keep }) });
          if (region === null) continue;
          const result = run(grid, { ...query, region });
          if (typeof result === "object") return result;
          unsure ||= result === "unsure";
        }
      }
      if (unsure) skipped.push({ code, rules: about });
      return unsure ? "unsure" : "none";
    },
  };
}

/** True for a rule whose last day is over. */
export function hasPassed({ validTo }: Pick<PolicyRule, "validTo">, today: string | undefined): boolean {
  return today !== undefined && validTo !== undefined && validTo <= today;
}

/** Where a rule stands: a gesture's grid, and its position there. */
export interface Place {
  readonly grid: Grid;
  readonly at: number;
}

/** The places of a rule; null when one of its gestures is too large to be looked through. */
export function placesOf(scene: Scene, { code, gestures = [] }: PolicyRule): Place[] | null {
  if (scene.tooLarge.some((gesture) => gestures.length === 0 || gestures.includes(gesture))) return null;
  return scene.grids.flatMap((grid) => {
    const at = scene.positions(grid).get(code);
    return at === undefined ? [] : [{ grid, at }];
  });
}

/** Roles that can come under a rule of a grid. */
export function rolesUnder(grid: Grid, at: number): readonly string[] {
  const named = grid.rules.rules[at]?.scope.roles ?? null;
  return named === null ? grid.roles : [...named];
}

/** A situation of a gesture for one role. */
export interface Spot {
  readonly grid: Grid;
  readonly cell: Cell;
  readonly role: string;
  readonly at: AtOrder;
  /** Whose site's budget is looked at. */
  readonly atSite?: boolean;
}

/** A situation within all that a rule asks for, all facts known; null for a rule that no such situation fits. */
export function someSituation(scene: Scene, rule: PolicyRule): Spot | null {
  for (const { grid, at } of placesOf(scene, rule) ?? []) {
    const [role = ""] = rolesUnder(grid, at);
    const among = noBits(grid.rules.rules.length);
    const cell = scene.hunt(grid, { code: "never_decides", rules: [rule.code], among, keep: within([at], "sure"), known: true, accept: () => true });
    if (typeof cell === "object") return { grid, cell, role, at: { value: someOrder(grid, cell, rule) } };
  }
  return null;
}

/** An order large enough for the rule's percentage to reach its limit, where the cell allows. */
function someOrder(grid: Grid, cell: Cell, { limit }: PolicyRule): number | undefined {
  const from = factOf(grid, cell, "orderValue");
  if (typeof from !== "number" || limit?.percentOfOrder === undefined) return undefined;
  const axis = grid.axes.find(({ name }) => name === "orderValue");
  const below = axis?.options.find(({ fact }) => fact === from)?.below ?? Infinity;
  return Math.min(Math.max(from, reaching(limit.perCase ?? PLAIN, limit.percentOfOrder)), below - 1);
}

/** The request and facts of a spot. */
export function situatedAt({ grid, cell, role, at, atSite = false }: Spot, amount?: number): Situated {
  return situationOf(grid, cell, { role, orderValue: at.value, atSite, ...(amount !== undefined && { amount }) });
}
