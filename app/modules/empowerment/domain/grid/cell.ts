import { instantAt } from "#kernel/period.ts";
import { dayText } from "../instant.ts";
import type { DecisionRequest, Facts, RequestCustomer, RequestOrder } from "../verdict.ts";
import type { Axis, AxisFact, AxisOption } from "./axes.ts";
import type { Grid } from "./grid.ts";
import { both, type Bits } from "./bits.ts";
import type { Cell, Found } from "./search.ts";

/** A situation as the engine is asked: what nobody asks about is left out. */
export interface Situated {
  readonly request: DecisionRequest;
  readonly facts: Facts;
}

/** What a cell leaves to be chosen. */
export interface Chosen {
  readonly role: string;
  /** Minor units; of a gesture with amount. */
  readonly amount?: number;
  /** Minor units. */
  readonly orderValue?: number | undefined | null;
  /** Whose budget at a site is looked at: an actual site is taken rather than none. */
  readonly atSite?: boolean;
}

const CUSTOMER = "C-1";
const ORDER = "O-1";
const NOON = 720;

/** The option of a cell on an axis; where it is left open the first the region has. */
export function optionOf(grid: Grid, { region, choice }: Cell, at: number): AxisOption {
  const axis = grid.axes[at] as Axis;
  const chosen = choice[at] ?? -1;
  return axis.options[chosen === -1 ? (region.allowed[at]?.[0] ?? 0) : chosen] as AxisOption;
}

/** Which of some rules hold in a cell; what it leaves open is taken as {@link optionOf} does. */
export function foundAt(grid: Grid, cell: Cell, among: Bits): Found {
  let [possible, sure] = [among, among];
  grid.axes.forEach((_, at) => {
    const option = optionOf(grid, cell, at);
    possible = both(possible, option.possible);
    sure = both(sure, option.sure);
  });
  return { possible, sure, mode: cell.mode, option: (at) => optionOf(grid, cell, at) };
}

/** A cell's fact by the axis's name; undefined where no rule asks or the fact is unknown. */
export function factOf(grid: Grid, cell: Cell, name: string): AxisFact {
  const at = grid.axes.findIndex((axis) => axis.name === name);
  return at === -1 ? undefined : optionOf(grid, cell, at).fact;
}

/** Writes a cell as a request and facts: the first situation of its class. */
export function situationOf(grid: Grid, cell: Cell, { role, amount, orderValue, atSite }: Chosen): Situated {
  const { mode } = cell;
  const fact = (name: string) => factOf(grid, cell, name) ?? undefined;
  const vnd = (minor: number | undefined) => minor !== undefined && { minor, currency: grid.currency };
  const asked = (name: string) => grid.axes.some((axis) => axis.name === name);
  const byCustomer = grid.budgets.flat().some(({ budget }) => budget.subject === "customer");

  const tier = fact("tiers") as string | undefined;
  const lifetime = vnd(fact("lifetimeValue") as number | undefined);
  const customer: RequestCustomer = { ...(byCustomer && mode.named && { ref: CUSTOMER }), ...(tier !== undefined && { tier }), ...(lifetime && { lifetimeValue: lifetime }) };
  const days = fact("daysSincePurchase") as number | undefined;
  const value = vnd(orderValue ?? (fact("orderValue") as number | undefined));
  const order: RequestOrder = { ref: ORDER, ...(value && { value }), ...(days !== undefined && { daysSincePurchase: days }) };
  const asksCustomer = byCustomer || asked("tiers") || asked("lifetimeValue");
  const asksOrder = asked("orderValue") || asked("daysSincePurchase");

  const siteAt = grid.axes.findIndex(({ name }) => name === "sites");
  const site = siteAt === -1 ? undefined : siteOf(optionOf(grid, cell, siteAt), atSite === true);
  const department = fact("departments") as string | undefined;
  const level = fact("level") as number | undefined;
  const tenureDays = fact("tenureDays") as number | undefined;
  const day = fact("validity") as number | undefined;
  const courses = grid.axes.flatMap(({ course }, at) => (course !== null && optionOf(grid, cell, at).fact === true ? [course] : []));
  const flags = fact("flags") as readonly string[] | undefined;
  return {
    request: {
      gesture: grid.gesture,
      reason: fact("reasons") as string,
      channel: fact("channels") as string,
      ...(fact("proactive") === "true" && { proactive: true }),
      ...(grid.valued && { amount: { minor: amount ?? 1, currency: grid.currency } }),
      ...(!mode.customer ? { customer: "none" as const } : asksCustomer && { customer }),
      ...(!mode.order ? { order: "none" as const } : asksOrder && { order }),
      ...(flags !== undefined && { flags }),
    },
    facts: {
      now: instantAt(day === undefined ? grid.day : dayText(day), NOON, grid.timeZone).toISOString().replace(".000Z", "Z"),
      actor: {
        roles: [role],
        courses,
        ...(department !== undefined && { department }),
        ...(site !== undefined && { site }),
        ...(level !== undefined && { level }),
        ...(tenureDays !== undefined && { tenureDays }),
      },
    },
  };
}

/** The site of an option; an actual one where that matters and the class has one. */
function siteOf({ fact, values }: AxisOption, actual: boolean): string | undefined {
  if (typeof fact !== "string") return undefined;
  return actual && fact === "none" ? (values.find((value) => value !== "none") ?? fact) : fact;
}
