import type { CompiledRule } from "../rule-index.ts";

/** Order values from `from` up to `below`, or an order whose value is unknown (undefined) or that there is none of (null). */
export type OrderValues = { readonly from: number; readonly below: number } | undefined | null;

/** Beyond this many minor units two different percentages never come to the same whole amount. */
const APART = 100;
const GREATEST = Number.MAX_SAFE_INTEGER;

/**
 * Order values between which nothing about these limits changes: if two of them (min(perCase, ⌊value × percent/100⌋), the
 * least of several, or any of these against a level) differ somewhere in the range, they differ at one of these. Between
 * two neighbours each is constant, or ⌊value × percent/100⌋ for one percentage; of two such that agree at both ends none
 * can leave the other in between, and two percentages part for good from a value of 100 on.
 * @param levels amounts that limits are compared with besides, in minor units
 */
export function telling(rules: readonly CompiledRule[], levels: readonly number[], values: OrderValues): (number | undefined | null)[] {
  if (values === undefined || values === null) return [values];
  const { from } = values;
  const last = Math.min(values.below - 1, GREATEST);
  const percents = new Set(rules.map(({ percent }) => percent).filter((percent) => percent !== null));
  if (percents.size === 0) return [from];
  const found = new Set<number>([from, last]);
  for (let value = from; value <= Math.min(last, APART); value++) found.add(value);
  const amounts = new Set([...rules.map(({ perCase }) => perCase), ...levels].filter((amount) => Number.isFinite(amount)));
  for (const percent of percents) {
    for (const amount of amounts) {
      for (const reached of [reaching(amount, percent), reaching(amount + 1, percent)]) {
        for (const value of [reached - 1, reached]) if (value > from && value < last) found.add(value);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The least value of which a percentage comes to an amount. */
export function reaching(amount: number, percent: number): number {
  const scaled = amount * 100;
  if (scaled <= GREATEST) return Math.ceil(scaled / percent);
  const exact = (BigInt(amount) * 100n + BigInt(percent) - 1n) / BigInt(percent);
  return exact > BigInt(GREATEST) ? GREATEST : Number(exact);
}
