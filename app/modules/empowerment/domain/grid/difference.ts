import type { CompiledRule } from "../rule-index.ts";
import type { AxisOption } from "./axes.ts";
import { budgetRooms, leastOf } from "./budget-room.ts";
import type { Grid } from "./grid.ts";
import { telling, type OrderValues } from "./order-values.ts";
import { knownLimitAt, limitAt, namedAt, standingOf, type Standing } from "./resolve.ts";
import type { Found } from "./search.ts";

/** `decision`: outcome, limit and the rule that is named; `effect`: all of a verdict but the rule that is named. */
export type Aspect = "decision" | "effect";

/** An order value (undefined: unknown or of no matter, null: no order) at which something holds. */
export interface AtOrder {
  readonly value: number | undefined | null;
}

/** The order values of a cell. */
export function orderValuesOf(grid: Grid, { mode, option }: Pick<Found, "mode" | "option">): OrderValues {
  const chosen = optionAt(grid, option, "orderValue");
  if (chosen === null) return mode.order ? undefined : null;
  return typeof chosen.fact === "number" ? { from: chosen.fact, below: chosen.below } : (chosen.fact as undefined | null);
}

export function optionAt(grid: Grid, option: Found["option"], name: string): AxisOption | null {
  const at = grid.axes.findIndex((axis) => axis.name === name);
  return at === -1 ? null : option(at);
}

/** Positions of the axes that budgets and percentages depend on. */
export function tellingAxes(grid: Grid, { budgets, percents }: { readonly budgets: boolean; readonly percents: boolean }): number[] {
  const counting = budgets ? grid.budgets.flat() : [];
  const names = [
    ...(counting.some(({ reasons }) => reasons !== null) ? ["reasons"] : []),
    ...(counting.some(({ budget }) => budget.subject === "site") ? ["sites"] : []),
    ...(percents ? ["orderValue"] : []),
  ];
  return grid.axes.flatMap(({ name }, at) => (names.includes(name) ? [at] : []));
}

/** What budgets leave a role in a cell, where nobody works at a site if the cell leaves that open. */
export function roomsAt(grid: Grid, version: number, role: string, { mode, option }: Pick<Found, "mode" | "option">) {
  const reason = optionAt(grid, option, "reasons")?.fact;
  const site = optionAt(grid, option, "sites");
  return budgetRooms(grid, version, {
    reason: typeof reason === "string" ? reason : "",
    role,
    customer: mode.customer ? mode.named : null,
    site: site === null || site.fact === "none" ? null : (site.fact as string | undefined),
  });
}

/**
 * Where leaving a rule out changes what a role is answered in a cell; null where it changes nothing whatever the amount,
 * the case total and what budgets have used.
 */
export function changeWithout(grid: Grid, role: string, found: Found, at: number, aspect: Aspect): AtOrder | null {
  const set = grid.rules;
  const before = standingOf(set, found.possible, found.sure);
  const after = standingOf(set, found.possible, found.sure, at);
  const values = orderValuesOf(grid, found);
  const anywhere = { value: typeof values === "object" && values !== null ? values.from : values };

  if (before.kind !== after.kind) return anywhere;
  if (before.kind === "forbidden" || before.kind === "may_be_forbidden") {
    return aspect === "decision" && before.prohibition !== after.prohibition ? anywhere : null;
  }
  if (aspect === "effect") {
    if (before.note !== after.note || before.evidence !== after.evidence || before.above !== after.above) return anywhere;
    if (before.kind === "open") return before.maybe.length > 0 === after.maybe.length > 0 ? null : anywhere;
  }
  if (before.kind === "open") return null;
  if (!grid.valued) return aspect === "decision" && namedAt(set, before, false, null) !== namedAt(set, after, false, null) ? anywhere : null;
  return changeOfLimit(grid, role, found, [before, after], aspect);
}

function changeOfLimit(grid: Grid, role: string, found: Found, [before, after]: readonly [Standing, Standing], aspect: Aspect): AtOrder | null {
  const set = grid.rules;
  const values = orderValuesOf(grid, found);
  const positions = [...new Set([...before.left, ...before.maybe, ...after.left])];
  const rules = positions.map((at) => set.rules[at] as CompiledRule);
  const rooms = roomsAt(grid, 0, role, found);
  const most = leastOf(rooms);
  const known = leastOf(rooms.filter((room) => room.known));
  const levels = [before.above, after.above, most, known].filter(Number.isFinite);
  for (const value of telling(rules, levels, values)) {
    const [one, other] = [limitAt(set, before, value), limitAt(set, after, value)];
    if (one.limit !== other.limit) return { value };
    if (aspect === "decision") {
      if (one.rule !== other.rule) return { value };
      if (Math.min(one.limit, before.above, most) !== Math.min(other.limit, after.above, most)) return { value };
    } else if (Math.min(knownLimitAt(set, before, value), known) !== Math.min(knownLimitAt(set, after, value), known)) return { value };
  }
  return null;
}
