import { Z95 } from "./interval.ts";

export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Net promoter score, −100 to 100; not a percentage. */
export interface NpsFigure extends NpsCounts {
  readonly n: number;
  readonly score: number;
  /** Half the width of the plain 95 % interval. */
  readonly margin: number;
  readonly low: number;
  readonly high: number;
}

function demandCounts(...counts: readonly number[]): void {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) throw new RangeError(`not counts: ${counts.join(", ")}`);
}

/**
 * The net promoter score 100·(P − D)/n of counts (Reichheld, Harvard Business Review 2003) with its margin of error
 * 196·√((p + d − (p − d)²)/n), the normal interval for a difference of two shares of one sample. That margin is 0 when all
 * answers are alike, so `low` and `high` are the adjusted Wald interval: three answers are added, a quarter to promoters, a
 * quarter to detractors, half to passives (Bonett and Price, Journal of Educational and Behavioral Statistics 2012;
 * 37:479–488, for differences within one sample). null for n = 0.
 * @throws RangeError for what are no counts
 */
export function npsOf({ promoters, passives, detractors }: NpsCounts): NpsFigure | null {
  demandCounts(promoters, passives, detractors);
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const reach = (p: number, d: number, of: number) => 100 * Z95 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / of);
  const more = n + 3;
  const [p, d] = [(promoters + 0.75) / more, (detractors + 0.75) / more];
  const [centre, wide] = [100 * (p - d), reach(p, d, more)];
  return {
    ...{ promoters, passives, detractors, n },
    score: (100 * (promoters - detractors)) / n,
    margin: reach(promoters / n, detractors / n, n),
    low: Math.max(-100, centre - wide),
    high: Math.min(100, centre + wide),
  };
}
