/** How many cases lie from `from` up to, and not including, `below`; the last bar takes everything above it too. */
export interface Bar {
  readonly from: number;
  readonly below: number;
  /** approved in full, or went well */
  readonly good: number;
  readonly other: number;
}

export interface Histogram {
  readonly bars: readonly Bar[];
  /** Whether the last bar holds more than its own width. */
  readonly open: boolean;
}

/** Steps that people count in: 1, 2 or 5 with zeros. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}

const BARS = 12;
/** Bars reach this many limits far; what lies above is in the last one. */
const REACH = 3;

/**
 * Amounts in bars of equal, round width, from 0 to three limits at most.
 * @param limit drawn in by whoever shows it; above 0
 */
export function histogramOf(limit: number, amounts: readonly { readonly reach: number; readonly good: boolean }[]): Histogram {
  const highest = amounts.reduce((most, { reach }) => Math.max(most, reach), limit);
  const end = Math.min(highest, REACH * limit);
  const step = niceStep(end / BARS);
  const count = Math.floor(end / step) + 1;
  const bars = Array.from({ length: count }, (_, at) => ({ from: at * step, below: (at + 1) * step, good: 0, other: 0 }));
  for (const { reach, good } of amounts) {
    const bar = bars[Math.min(count - 1, Math.floor(reach / step))];
    if (bar === undefined) continue;
    if (good) bar.good += 1;
    else bar.other += 1;
  }
  return { bars, open: highest >= count * step };
}
