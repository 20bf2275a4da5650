import type { KpiDefinition, KpiPoint } from "../definition.ts";

/** A value turned so that more is always better: as it is, negated, or minus its distance from the range. */
export function goodness({ direction, range }: Pick<KpiDefinition, "direction" | "range">, value: number): number {
  if (direction === "up") return value;
  if (direction === "down") return -value;
  if (range === null) return 0;
  return -Math.max(range.from - value, value - range.to, 0);
}

export interface Aligned {
  readonly from: string;
  readonly to: string;
  /** Goodness of both in the same periods, oldest first. */
  readonly one: readonly number[];
  readonly other: readonly number[];
  /** Plain values, for showing. */
  readonly values: { readonly one: readonly number[]; readonly other: readonly number[] };
}

interface Seen {
  readonly definition: KpiDefinition;
  readonly series: readonly KpiPoint[];
}

/** Points counted under the newest definition that hold a figure: what was measured otherwise is not compared. */
function comparable(series: readonly KpiPoint[]): (KpiPoint & { readonly value: number })[] {
  const newest = Math.max(...series.map(({ version }) => version));
  return series.filter((point): point is KpiPoint & { value: number } => point.version === newest && point.value !== null);
}

/** Both series in the periods they have in common; a period that one lacks is left out, never filled with zero. */
export function align(one: Seen, other: Seen): Aligned {
  const theirs = new Map(comparable(other.series).map((point) => [`${point.periodStart}/${point.periodEnd}`, point]));
  const pairs = comparable(one.series)
    .flatMap((point) => {
      const match = theirs.get(`${point.periodStart}/${point.periodEnd}`);
      return match === undefined ? [] : [{ point, match }];
    })
    .sort((a, b) => (a.point.periodStart < b.point.periodStart ? -1 : 1));
  return {
    from: pairs[0]?.point.periodStart ?? "",
    to: pairs.at(-1)?.point.periodEnd ?? "",
    one: pairs.map(({ point }) => goodness(one.definition, point.value)),
    other: pairs.map(({ match }) => goodness(other.definition, match.value)),
    values: { one: pairs.map(({ point }) => point.value), other: pairs.map(({ match }) => match.value) },
  };
}
