import { limitsOfRole } from "../budgets.ts";
import type { Grid } from "./grid.ts";

/** What the facts of a situation mean for budgets. */
export interface Counted {
  readonly reason: string;
  readonly role: string;
  /** Whether it is known who the customer is; null: a walk-in. */
  readonly customer: boolean | null;
  /** null: somebody who works at no site; undefined: unknown. */
  readonly site: string | null | undefined;
}

/** What a budget leaves before anything was used, in minor units; by number all (Infinity) or nothing. */
export interface BudgetRoom {
  readonly code: string;
  readonly left: number;
  readonly blocks: boolean;
  readonly known: boolean;
}

/** The budgets of one version that bind in a situation. */
export function budgetRooms(grid: Grid, version: number, { reason, role, customer, site }: Counted): BudgetRoom[] {
  return limitsOfRole(grid.budgets[version] ?? [], role).flatMap(({ budget, limit }) => {
    const { subject } = budget.budget;
    if (budget.reasons !== null && !budget.reasons.has(reason)) return [];
    if ((subject === "customer" && customer === null) || (subject === "site" && site === null)) return [];
    const known = subject === "site" ? site !== undefined : subject !== "customer" || customer === true;
    const left = !known ? 0 : budget.byCount && limit > 0 ? Infinity : limit;
    return [{ code: budget.code, left, blocks: budget.blocks, known }];
  });
}

/** The least that budgets leave; Infinity where none binds. */
export function leastOf(rooms: readonly BudgetRoom[]): number {
  return Math.min(...rooms.map(({ left }) => left));
}
