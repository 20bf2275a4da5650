import type { PolicyBudget, PolicyRule } from "../../schemas.ts";
import { compileBudget, limitsOfRole } from "../budgets.ts";
import type { CompiledRule } from "../rule-index.ts";
import { both, either, meet, membersOf } from "../grid/bits.ts";
import { optionAt, orderValuesOf, tellingAxes, type AtOrder } from "../grid/difference.ts";
import { neverDecidesBelow } from "../grid/dominance.ts";
import type { Grid } from "../grid/grid.ts";
import { telling } from "../grid/order-values.ts";
import { within } from "../grid/region.ts";
import { limitAt, standingOf } from "../grid/resolve.ts";
import type { Found } from "../grid/search.ts";
import { finding, type Finding } from "./findings.ts";
import { placesOf, rolesUnder, situatedAt, type Scene, type Spot } from "./scene.ts";

/** Budgets that no case can use up to its limit, that stop nothing, or that leave roles out. */
export function lintBudgets(scene: Scene): Finding[] {
  const budgets = [...scene.document.budgets].sort((a, b) => (a.code < b.code ? -1 : 1));
  return budgets.flatMap((budget) => [...belowCaseLimits(scene, budget), ...neverBinding(scene, budget, budgets), ...unboundRoles(scene, budget)]);
}

/** The grids of the gestures a budget counts. */
function counted(scene: Scene, { code }: PolicyBudget): Grid[] {
  return scene.grids.filter(({ budgets }) => budgets[0]?.some((budget) => budget.code === code));
}

/** Whether a budget binds in a cell, the customer being known and somebody working at an actual site if the cell leaves it open. */
function binds(grid: Grid, { subject, reasons }: PolicyBudget, { mode, option }: Pick<Found, "mode" | "option">): boolean {
  if (subject === "customer" && !mode.customer) return false;
  if (subject === "site" && optionAt(grid, option, "sites")?.fact === "none") return false;
  const reason = optionAt(grid, option, "reasons")?.fact;
  return reasons === undefined || reasons.length === 0 || (typeof reason === "string" && reasons.includes(reason));
}

function roleLimit(budget: PolicyBudget, role: string): number | null {
  return limitsOfRole([compileBudget(budget)], role)[0]?.limit ?? null;
}

/** Grants whose whole limit a budget does not leave even before anything was used; each with the roles it is so for. */
function belowCaseLimits(scene: Scene, budget: PolicyBudget): Finding[] {
  const byRule = new Map<string, { readonly rule: CompiledRule; readonly spot: Spot; readonly roles: string[]; readonly left: number }>();
  for (const grid of counted(scene, budget)) {
    if (!grid.valued) continue;
    for (const at of membersOf(grid.rules.grants)) {
      const rule = grid.rules.rules[at] as CompiledRule;
      for (const role of rolesUnder(grid, at)) {
        const known = byRule.get(rule.code);
        const left = roleLimit(budget, role);
        const less = left !== null && Number.isFinite(rule.perCase) && (budget.measure === "amount" ? left < rule.perCase : left === 0 && rule.perCase > 0);
        if (!less || known?.roles.includes(role) === true) continue;
        const spot = wholeLimit(scene, budget, grid, at, role);
        if (spot === null) continue;
        if (known === undefined) byRule.set(rule.code, { rule, spot, roles: [role], left: budget.measure === "amount" ? left : 0 });
        else known.roles.push(role);
      }
    }
  }
  return [...byRule.values()].map(({ rule, spot, roles, left }) =>
    finding({
      code: "budget_below_case_limit",
      rules: [rule.code],
      budgets: [budget.code],
      params: { rule: rule.code, budget: budget.code, roles: roles.sort(), limit: rule.perCase, left },
      witness: situatedAt(spot, rule.perCase),
    }),
  );
}

/** A situation in which the rule decides with its whole limit, and the budget binds. */
function wholeLimit(scene: Scene, budget: PolicyBudget, grid: Grid, at: number, role: string): Spot | null {
  const set = grid.rules;
  const own = set.rules[at] as CompiledRule;
  const among = both(set.ofRole(role), either(set.grants, set.prohibits));
  let order = null as AtOrder | null;
  const cell = scene.hunt(grid, {
    code: "budget_below_case_limit",
    rules: [own.code],
    among,
    harmful: set.prohibits,
    known: true,
    keep: within([at], "sure"),
    decide: tellingAxes(grid, { budgets: true, percents: meet(among, set.percents) }),
    hopeless: (glimpse) => meet(set.inside(at), glimpse.settledSure) || neverDecidesBelow(set, at, true, glimpse),
    accept: (found) => (order = binds(grid, budget, found) ? deciding(grid, at, found, own.perCase) : null) !== null,
  });
  return typeof cell === "object" && order !== null ? { grid, cell, role, at: order, atSite: budget.subject === "site" } : null;
}

/** An order value at which the rule decides, with this limit if one is given. */
function deciding(grid: Grid, at: number, found: Found, whole: number): AtOrder | null {
  const set = grid.rules;
  const standing = standingOf(set, found.possible, found.sure);
  if (standing.kind !== "granted") return null;
  const rules = standing.left.map((other) => set.rules[other] as CompiledRule);
  for (const value of telling(rules, [], orderValuesOf(grid, found))) {
    const { limit, rule } = limitAt(set, standing, value);
    if (rule === at && limit === whole) return { value };
  }
  return null;
}

/** A budget that no granted situation can meet, or that another one, as strict, always meets first. */
function neverBinding(scene: Scene, budget: PolicyBudget, all: readonly PolicyBudget[]): Finding[] {
  const form = (params: Readonly<Record<string, unknown>>) => finding({ code: "budget_never_binds", budgets: [budget.code], params: { budget: budget.code, ...params } });
  const named = budget.gestures ?? [];
  if (scene.tooLarge.some((gesture) => named.length === 0 || named.includes(gesture))) return [];
  if (!counted(scene, budget).some((grid) => isMet(scene, budget, grid))) return [form({ kind: "nothing_granted", by: null })];
  const stricter = all.find((other) => other.code !== budget.code && isCovered(budget, other) && (!isCovered(other, budget) || other.code < budget.code));
  return stricter === undefined ? [] : [form({ kind: "covered", by: stricter.code })];
}

function isMet(scene: Scene, budget: PolicyBudget, grid: Grid): boolean {
  const set = grid.rules;
  return grid.roles.some((role) => {
    if (roleLimit(budget, role) === null) return false;
    const among = both(set.ofRole(role), either(set.grants, set.prohibits));
    return membersOf(both(set.grants, set.ofRole(role))).some((at) => {
      const cell = scene.hunt(grid, {
        code: "budget_never_binds",
        rules: [(set.rules[at] as CompiledRule).code],
        among,
        harmful: set.prohibits,
        keep: within([at], "sure"),
        decide: tellingAxes(grid, { budgets: true, percents: grid.valued && meet(among, set.percents) }),
        hopeless: ({ settledPossible }) => meet(set.prohibits, settledPossible),
        accept: (found) => binds(grid, budget, found) && gives(grid, found, budget.onExceed === "block"),
      });
      return cell !== "none";
    });
  });
}

/** Whether something may be given at all; a budget that blocks also refuses what a limit of 0 would only escalate. */
function gives(grid: Grid, found: Found, blocks: boolean): boolean {
  const set = grid.rules;
  const standing = standingOf(set, found.possible, found.sure);
  if (standing.kind !== "granted") return false;
  if (blocks) return true;
  const rules = [...standing.left, ...standing.maybe].map((at) => set.rules[at] as CompiledRule);
  return !grid.valued || telling(rules, [], orderValuesOf(grid, found)).some((value) => limitAt(set, standing, value).limit > 0);
}

const WINDOWS = ["day", "week", "month"] as const;

/** Whether all that a budget counts is counted by another one as well, in as long a window, with at most its limits. */
function isCovered(budget: PolicyBudget, other: PolicyBudget): boolean {
  const everything = (set: readonly string[] | undefined) => set === undefined || set.length === 0;
  const within = (inner: readonly string[] | undefined, outer: readonly string[] | undefined) =>
    everything(outer) || (!everything(inner) && inner?.every((code) => outer?.includes(code)) === true);
  const [a, b] = [budget.window, other.window];
  const asLong =
    typeof a === "string" && typeof b === "string"
      ? a === b || (a === "day" && WINDOWS.includes(b))
      : typeof a === "object" && typeof b === "object" && a.rollingDays <= b.rollingDays;
  const asStrict = budget.limits.every(({ role, limit }) => {
    const theirs = roleLimit(other, role);
    return theirs !== null && theirs <= limit;
  });
  // a role without a row of its own falls to the row of all others
  const others = budget.limits.find(({ role }) => role === "*");
  const strictForOthers = others === undefined || other.limits.every(({ role, limit }) => budget.limits.some((row) => row.role === role) || limit <= others.limit);
  return (
    budget.subject === other.subject &&
    budget.measure === other.measure &&
    within(budget.gestures, other.gestures) &&
    within(budget.reasons, other.reasons) &&
    asLong &&
    asStrict &&
    strictForOthers &&
    (budget.onExceed === "escalate" || other.onExceed === "block")
  );
}

/** Roles that grants for a budget's gestures name and that it has no row for. */
function unboundRoles(scene: Scene, budget: PolicyBudget): Finding[] {
  const naming = new Map<string, Set<string>>();
  for (const grid of counted(scene, budget)) {
    for (const at of membersOf(grid.rules.grants)) {
      const { code, scope } = grid.rules.rules[at] as CompiledRule;
      for (const role of scope.roles ?? []) {
        if (roleLimit(budget, role) === null) naming.set(role, (naming.get(role) ?? new Set<string>()).add(code));
      }
    }
  }
  if (naming.size === 0) return [];
  const roles = [...naming.keys()].sort();
  const rules = [...new Set([...naming.values()].flatMap((codes) => [...codes]))].sort();
  const spot = scene.rules.filter(({ code }) => rules.includes(code)).map((rule) => unboundSpot(scene, budget, rule, roles)).find((found) => found !== null);
  return [finding({ code: "role_unbound", rules, budgets: [budget.code], params: { budget: budget.code, roles }, witness: spot === undefined ? null : situatedAt(spot) })];
}

function unboundSpot(scene: Scene, budget: PolicyBudget, rule: PolicyRule, roles: readonly string[]): Spot | null {
  for (const { grid, at } of placesOf(scene, rule) ?? []) {
    const role = rolesUnder(grid, at).find((name) => roles.includes(name));
    if (role === undefined || !grid.budgets[0]?.some(({ code }) => code === budget.code)) continue;
    const among = both(grid.rules.prohibits, grid.rules.ofRole(role));
    const cell = scene.hunt(grid, { code: "role_unbound", rules: [rule.code], among, harmful: among, known: true, keep: within([at], "sure"), accept: ({ possible }) => !meet(among, possible) });
    if (typeof cell === "object") return { grid, cell, role, at: { value: undefined } };
  }
  return null;
}
