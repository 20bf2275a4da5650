import { type Gap, gapOf, type Share, shareOf, type Spread, spreadOf } from "./figures.ts";
import { meanDifference } from "#kernel/mean.ts";
import { proportionDifference } from "#kernel/proportion.ts";
import { medianDifference } from "#kernel/quantile.ts";

/** An amount asked for under a rule, with the case limit that then applied; minor units, both above 0. */
export interface Asked {
  readonly amount: number;
  readonly limit: number;
}

/** Fewest amounts around a limit from which anything is said of them. */
export const LEAST_AMOUNTS = 30;
/** Fewest different amounts among them: vouchers of fixed values lie at their limit by themselves. */
export const LEAST_DIFFERENT = 8;
/** Fewest cases on either side of a limit that are compared. */
export const LEAST_CASES = 20;

/** Where an amount lies seen from its limit: in tenths, 9 for (0.9, 1] of the limit. Exact for all safe integers. */
function tenthOf({ amount, limit }: Asked): number {
  const [tens, of] = [BigInt(amount) * 10n, BigInt(limit)];
  return Number((tens + of - 1n) / of) - 1;
}

export interface Bunching {
  /** Amounts in (80 %, 90 %], (90 %, 100 %] and (100 %, 110 %] of their limit. */
  readonly below: number;
  readonly justUnder: number;
  readonly justOver: number;
  /** Of these, exactly the limit: a limit that is a round figure draws some by itself. */
  readonly atLimit: number;
  /** Just under ÷ all three bands: a third where amounts know nothing of the limit. */
  readonly share: Share;
  /** Whether more gather under the limit than chance explains; null for fewer than 30 amounts or 8 different ones. */
  readonly bunched: boolean | null;
  /** Whether there are 30 amounts and yet fewer than 8 different ones. */
  readonly fixedSteps: boolean;
}

/**
 * Whether amounts gather just under their limit. Over three bands of equal width a smooth distribution is nearly a
 * straight line, so the middle one holds a third of the three; it is bunched where the lower end of the 95 % interval of
 * its share lies above a third. Amounts in a few fixed steps are no such distribution: of them nothing is concluded.
 */
export function bunching(amounts: readonly Asked[]): Bunching {
  const bands = amounts.map(tenthOf);
  const count = (tenth: number) => bands.filter((band) => band === tenth).length;
  const [below, justUnder, justOver] = [count(8), count(9), count(10)];
  const share = shareOf(justUnder, below + justUnder + justOver);
  const different = new Set(amounts.filter((_, index) => [8, 9, 10].includes(bands[index] ?? 0)).map(({ amount }) => amount)).size;
  const enough = share.n >= LEAST_AMOUNTS;
  return {
    below,
    justUnder,
    justOver,
    atLimit: amounts.filter(({ amount, limit }) => amount === limit).length,
    share,
    bunched: enough && different >= LEAST_DIFFERENT ? (share.low ?? 0) > 1 / 3 : null,
    fixedSteps: enough && different < LEAST_DIFFERENT,
  };
}

/** A case near its limit and what became of it. */
export interface EdgeCase extends Asked {
  readonly rule: string;
  /** Business minutes until somebody had decided; 0 when decided alone. */
  readonly waited: number;
  /** Whether the customer had to bring it up again within seven days; null where that cannot be known (yet). */
  readonly repeated: boolean | null;
  /** What the customer bought in the thirty days after, minor units; null where that cannot be known (yet). */
  readonly spent: number | null;
}

export interface EdgeSide {
  readonly n: number;
  readonly waited: Spread;
  readonly repeated: Share;
  readonly cameBack: Share;
  /** Mean of what was bought in thirty days, over those counted in `cameBack`; null for none. */
  readonly spent: number | null;
}

/** Cases just under a limit against those just over it; gaps are over − under, null where a side has too few cases. */
export interface LimitEdge {
  readonly under: EdgeSide;
  readonly over: EdgeSide;
  readonly waited: Gap | null;
  readonly repeated: Gap | null;
  readonly cameBack: Gap | null;
  readonly spent: Gap | null;
}

interface Known {
  readonly waited: readonly number[];
  readonly repeated: readonly boolean[];
  readonly spent: readonly number[];
}

function knownOf(cases: readonly EdgeCase[]): Known {
  return {
    waited: cases.map(({ waited }) => waited),
    repeated: cases.flatMap(({ repeated }) => (repeated === null ? [] : [repeated])),
    spent: cases.flatMap(({ spent }) => (spent === null ? [] : [spent])),
  };
}

const hits = (answers: readonly boolean[]) => ({ hits: answers.filter(Boolean).length, n: answers.length });
const bought = ({ spent }: Known) => ({ hits: spent.filter((amount) => amount > 0).length, n: spent.length });

function sideOf(known: Known): EdgeSide {
  const { waited, repeated, spent } = known;
  const [again, back] = [hits(repeated), bought(known)];
  return {
    n: waited.length,
    waited: spreadOf(waited),
    repeated: shareOf(again.hits, again.n),
    cameBack: shareOf(back.hits, back.n),
    spent: spent.length === 0 ? null : spent.reduce((sum, amount) => sum + amount, 0) / spent.length,
  };
}

/** Fewest cases of a rule on each side for the rule to be compared. */
export const LEAST_OF_RULE = 5;

const SIDES = { under: [8, 9], over: [10, 11] } as const;

function onSide(cases: readonly EdgeCase[], side: keyof typeof SIDES): EdgeCase[] {
  return cases.filter((one) => (SIDES[side] as readonly number[]).includes(tenthOf(one)));
}

/** Cases of rules that have some on both sides: what lies on one side of every limit says nothing of limits. */
function comparable(cases: readonly EdgeCase[]): EdgeCase[] {
  const byRule = new Map<string, EdgeCase[]>();
  for (const one of cases) {
    const known = byRule.get(one.rule);
    if (known) known.push(one);
    else byRule.set(one.rule, [one]);
  }
  return [...byRule.values()].filter((some) => onSide(some, "under").length >= LEAST_OF_RULE && onSide(some, "over").length >= LEAST_OF_RULE).flat();
}

/**
 * A limit as a natural experiment: cases in (80 %, 100 %] of their limit against those in (100 %, 120 %]. They differ in
 * little but the question to somebody else, so what lies between them is mostly what the limit costs customers. Rules
 * with fewer than five cases on a side are left out.
 */
export function limitEdge(cases: readonly EdgeCase[]): LimitEdge {
  const fair = comparable(cases);
  const [under, over] = [knownOf(onSide(fair, "under")), knownOf(onSide(fair, "over"))];
  const enough = (a: { readonly length: number }, b: { readonly length: number }) => a.length >= LEAST_CASES && b.length >= LEAST_CASES;
  const spendKnown = enough(over.spent, under.spent);
  return {
    under: sideOf(under),
    over: sideOf(over),
    waited: enough(over.waited, under.waited) ? gapOf(medianDifference(over.waited, under.waited)) : null,
    repeated: enough(over.repeated, under.repeated) ? gapOf(proportionDifference(hits(over.repeated), hits(under.repeated))) : null,
    cameBack: spendKnown ? gapOf(proportionDifference(bought(over), bought(under))) : null,
    spent: spendKnown ? gapOf(meanDifference(over.spent, under.spent)) : null,
  };
}
