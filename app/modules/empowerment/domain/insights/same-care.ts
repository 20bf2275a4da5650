import { proportionDifference } from "#kernel/proportion.ts";
import { medianDifference } from "#kernel/quantile.ts";
import { type Gap, gapOf, type Share, shareOf, type Spread, spreadOf } from "./figures.ts";
import type { LesserRule } from "./lesser-rules.ts";

/** The sides of a case by which care is compared. */
export const CARE_SIDES = ["tier", "site", "channel"] as const;
export type CareSide = (typeof CARE_SIDES)[number];

/** A case that ended in something for the customer. */
export interface CareCase extends Readonly<Record<CareSide, string | null>> {
  readonly reason: string;
  /** Minor units given; null for a gesture without amount. */
  readonly amount: number | null;
  /** Whether it had to go to somebody else first. */
  readonly asked: boolean;
  /** Business minutes until the customer had it; null where that is not known. */
  readonly minutes: number | null;
}

/** Fewest cases in a group, and among the others, that are compared. */
export const LEAST_CARE = 30;

/** One group of cases for a reason, beside all others for the same reason; gaps are group − others. */
export interface CareGroup {
  readonly reason: string;
  readonly side: CareSide;
  /** Tiers and sites are compared within one channel: this one; null where channels themselves are compared. */
  readonly channel: string | null;
  /** The tier, site or channel; null: a walk-in, or no site. */
  readonly code: string | null;
  readonly n: number;
  readonly others: number;
  readonly amount: Spread;
  readonly asked: Share;
  readonly minutes: Spread;
  readonly amountGap: Gap | null;
  readonly askedGap: Gap | null;
  readonly minutesGap: Gap | null;
  /** In what the group clearly gets less care than the others. */
  readonly worse: readonly ("amount" | "asked" | "minutes")[];
  /** Rules that give less by this side for this reason; where something is worse and there are none, nobody said why. */
  readonly explainedBy: readonly string[];
}

interface Measured {
  readonly amounts: readonly number[];
  readonly asked: number;
  readonly n: number;
  readonly minutes: readonly number[];
}

function measure(cases: readonly CareCase[]): Measured {
  return {
    amounts: cases.flatMap(({ amount }) => (amount === null ? [] : [amount])),
    asked: cases.filter(({ asked }) => asked).length,
    n: cases.length,
    minutes: cases.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])),
  };
}

const enough = (a: readonly number[], b: readonly number[]) => a.length >= LEAST_CARE && b.length >= LEAST_CARE;

function groupOf(at: Pick<CareGroup, "reason" | "side" | "channel" | "code">, inside: Measured, outside: Measured, lesser: readonly LesserRule[]): CareGroup {
  const { reason, side } = at;
  const amountGap = enough(inside.amounts, outside.amounts) ? gapOf(medianDifference(inside.amounts, outside.amounts)) : null;
  const askedGap = gapOf(proportionDifference({ hits: inside.asked, n: inside.n }, { hits: outside.asked, n: outside.n }));
  const minutesGap = enough(inside.minutes, outside.minutes) ? gapOf(medianDifference(inside.minutes, outside.minutes)) : null;
  const worse = [
    ...(amountGap !== null && amountGap.high < 0 ? (["amount"] as const) : []),
    ...(askedGap !== null && askedGap.low > 0 ? (["asked"] as const) : []),
    ...(minutesGap !== null && minutesGap.low > 0 ? (["minutes"] as const) : []),
  ];
  const explaining = lesser.filter((rule) => rule.by.includes(side) && (rule.reasons === null || rule.reasons.includes(reason)));
  return {
    ...at,
    ...{ n: inside.n, others: outside.n },
    amount: spreadOf(inside.amounts),
    asked: shareOf(inside.asked, inside.n),
    minutes: spreadOf(inside.minutes),
    ...{ amountGap, askedGap, minutesGap, worse },
    explainedBy: worse.length === 0 ? [] : [...new Set(explaining.map((rule) => rule.lesser))],
  };
}

function grouped(cases: readonly CareCase[], key: (one: CareCase) => string | null): [string | null, CareCase[]][] {
  const groups = new Map<string | null, CareCase[]>();
  for (const one of cases) {
    const known = groups.get(key(one));
    if (known) known.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups].sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1));
}

/** Every group of enough cases by one side, beside the rest of the same cases. */
function compare(cases: readonly CareCase[], side: CareSide, channel: string | null, lesser: readonly LesserRule[]): CareGroup[] {
  if (cases.length < 2 * LEAST_CARE) return [];
  return grouped(cases, (one) => one[side]).flatMap(([code, inside]): CareGroup[] => {
    const reason = inside[0]?.reason ?? "";
    if (inside.length < LEAST_CARE || cases.length - inside.length < LEAST_CARE) return [];
    return [groupOf({ reason, side, channel, code }, measure(inside), measure(cases.filter((one) => one[side] !== code)), lesser)];
  });
}

/**
 * Same fault, same care, as it was done: for each reason, every tier, site and channel of at least 30 cases beside all
 * other cases of the reason (at least 30): median amount given, share that had to be asked about, median time until the
 * customer had it. Tiers and sites are compared within a channel, since what is sent takes longer than what is handed
 * over. Of so many comparisons at the 95 % level one in twenty differs by chance alone.
 */
export function sameCare(cases: readonly CareCase[], lesser: readonly LesserRule[]): CareGroup[] {
  return grouped(cases, ({ reason }) => reason).flatMap(([, all]) => [
    ...compare(all, "channel", null, lesser),
    ...grouped(all, ({ channel }) => channel).flatMap(([channel, some]) => (["tier", "site"] as const).flatMap((side) => compare(some, side, channel, lesser))),
  ]);
}
