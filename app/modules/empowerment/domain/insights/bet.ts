import type { Interval } from "#kernel/interval.ts";
import { meanDifference } from "#kernel/mean.ts";
import { type Gap, gapOf } from "./figures.ts";

const DAY_MS = 86_400_000;

/** How long a relationship gets to repay before it is judged, in days, and in what steps the curve is drawn. */
export const HORIZON_DAYS = 60;
export const STEP_DAYS = 10;
/** Fewest customers with somebody similar from which anything is concluded. */
export const LEAST_PAIRS = 20;
/** How many similar customers stand beside one. */
export const SIMILAR_EACH = 3;
/** Bought within so many days before: two customers are alike only if both did or both did not. */
const RECENT_DAYS = 90;
/** Somebody similar was given nothing from so many days before until the horizon. */
const NOTHING_DAYS = 30;

/** What is asked of a customer to find similar ones. */
export interface BetCustomer {
  readonly id: string;
  readonly tier: string | null;
  /** Minor units before what is judged here; null: unknown. */
  readonly lifetimeValue: number | null;
  /** Every purchase that may matter, in any order; amounts in minor units. */
  readonly purchases: readonly { readonly at: Date; readonly amount: number }[];
  /** When they were given anything, under whatever rule. */
  readonly helped: readonly Date[];
}

/** A customer who got something under the rule. */
export interface Won extends BetCustomer {
  /** When they first had it. */
  readonly at: Date;
  /** All they were given under the rule from then until the horizon, minor units; null for a gesture without amount. */
  readonly given: number | null;
}

/** One point of the curve: what customers had bought by so many days, mean per customer in minor units. */
export interface BetPoint {
  readonly day: number;
  readonly won: number;
  readonly similar: number;
  /** won − similar; null for too few. */
  readonly gap: Interval | null;
}

export type BetVerdict =
  /** fewer than 20 customers whose time is up and who have somebody similar */
  | "too_few"
  /** they came back with more than similar customers, and with more than they were given, beyond chance */
  | "repaid"
  /** they came back with more than similar customers, beyond chance; whether it repays what was given is open */
  | "more"
  /** no difference beyond chance */
  | "no_sign"
  /** they came back with less than similar customers, beyond chance */
  | "less";

export interface Bet {
  /** Customers whose sixty days are over, and those whose are not. */
  readonly judged: number;
  readonly waiting: number;
  /** Of those judged, how many had nobody similar. */
  readonly alone: number;
  readonly pairs: number;
  readonly similar: number;
  /** Means per customer of the pairs over the horizon, minor units; null without pairs, `given` also without amounts. */
  readonly given: number | null;
  readonly bought: number | null;
  readonly similarBought: number | null;
  readonly gap: Gap | null;
  readonly curve: readonly BetPoint[];
  readonly verdict: BetVerdict;
}

/** Doubling bands of value: those within one differ by less than a factor of two. */
function bandOf(value: number | null): string {
  return value === null ? "?" : String(Math.floor(Math.log2(Math.max(1, value))));
}

function boughtIn({ purchases }: BetCustomer, after: Date, upTo: Date): number {
  return purchases.reduce((sum, { at, amount }) => (at > after && at <= upTo ? sum + amount : sum), 0);
}

const plusDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);
const boughtRecently = (customer: BetCustomer, at: Date) => boughtIn(customer, plusDays(at, -RECENT_DAYS), at) > 0;
const givenNothing = ({ helped }: BetCustomer, at: Date) => !helped.some((time) => time > plusDays(at, -NOTHING_DAYS) && time <= plusDays(at, HORIZON_DAYS));
const distance = (a: BetCustomer, b: BetCustomer) => Math.abs(Math.log((a.lifetimeValue ?? 1) + 1) - Math.log((b.lifetimeValue ?? 1) + 1));

interface Pair {
  readonly won: Won;
  readonly similar: readonly BetCustomer[];
}

/** Gives each customer up to three similar ones: same tier, same band of value, the nearest first; nobody serves twice. */
function pairUp(won: readonly Won[], pool: readonly BetCustomer[]): Pair[] {
  const strata = new Map<string, Set<BetCustomer>>();
  for (const customer of pool) {
    const key = `${customer.tier}\n${bandOf(customer.lifetimeValue)}`;
    const stratum = strata.get(key);
    if (stratum) stratum.add(customer);
    else strata.set(key, new Set([customer]));
  }
  const inOrder = [...won].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  return inOrder.map((customer) => {
    const stratum = strata.get(`${customer.tier}\n${bandOf(customer.lifetimeValue)}`) ?? new Set<BetCustomer>();
    const recent = boughtRecently(customer, customer.at);
    const alike = [...stratum].filter((other) => other.id !== customer.id && givenNothing(other, customer.at) && boughtRecently(other, customer.at) === recent);
    const similar = alike.sort((a, b) => distance(a, customer) - distance(b, customer) || (a.id < b.id ? -1 : 1)).slice(0, SIMILAR_EACH);
    for (const taken of similar) stratum.delete(taken);
    return { won: customer, similar };
  });
}

const meanOf = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);

/** What the pairs had bought by a day: each customer's own, and the mean of those beside them, over the same days. */
function by(pairs: readonly Pair[], days: number): { won: number[]; similar: number[] } {
  return {
    won: pairs.map(({ won }) => boughtIn(won, won.at, plusDays(won.at, days))),
    similar: pairs.map(({ won, similar }) => meanOf(similar.map((other) => boughtIn(other, won.at, plusDays(won.at, days)))) ?? 0),
  };
}

function verdictOf(pairs: number, gap: Gap | null, given: number | null): BetVerdict {
  if (pairs < LEAST_PAIRS || gap === null) return "too_few";
  if (gap.high < 0) return "less";
  if (gap.low <= 0) return "no_sign";
  return given !== null && gap.low > given ? "repaid" : "more";
}

/**
 * A bet on relationships: what customers came back with in the sixty days after they first had something under a rule,
 * beside similar customers who got nothing, over the very same days. Similar: same tier, same doubling band of value,
 * bought in the ninety days before if they did, and given nothing from thirty days before to the end; up to three each,
 * each used once. The interval is Welch's over the customers and the means of those beside them. Purchases are turnover:
 * what was earned on them is less.
 */
export function judgeBet(won: readonly Won[], pool: readonly BetCustomer[], now: Date): Bet {
  const over = won.filter(({ at }) => plusDays(at, HORIZON_DAYS) <= now);
  const all = pairUp(over, pool);
  const pairs = all.filter(({ similar }) => similar.length > 0);
  const days = Array.from({ length: HORIZON_DAYS / STEP_DAYS + 1 }, (_, index) => index * STEP_DAYS);
  const end = by(pairs, HORIZON_DAYS);
  const gap = gapOf(meanDifference(end.won, end.similar));
  const amounts = pairs.flatMap((pair) => (pair.won.given === null ? [] : [pair.won.given]));
  const given = amounts.length === pairs.length ? meanOf(amounts) : null;
  return {
    judged: over.length,
    waiting: won.length - over.length,
    alone: all.length - pairs.length,
    pairs: pairs.length,
    similar: pairs.reduce((sum, { similar }) => sum + similar.length, 0),
    given,
    bought: meanOf(end.won),
    similarBought: meanOf(end.similar),
    gap,
    curve:
      pairs.length === 0
        ? []
        : days.map((day): BetPoint => {
            const { won: a, similar: b } = by(pairs, day);
            return { day, won: meanOf(a) ?? 0, similar: meanOf(b) ?? 0, gap: meanDifference(a, b) };
          }),
    verdict: verdictOf(pairs.length, gap, given),
  };
}
