import { readHot, type StatementResult } from "#platform/transaction.server.ts";
import { shareOf } from "../domain/insights/figures.ts";
import { byMonth, type Frame } from "./frame.server.ts";
import { rulesKnownAt } from "./known-rules.server.ts";
import type { OutcomeCounts, OutcomeShares, RuleOutcomes } from "./view-models.ts";

export const NO_OUTCOMES: OutcomeCounts = { alone: 0, approved: 0, inFull: 0, declined: 0, returned: 0, expired: 0, refused: 0, pending: 0, overturned: 0, given: 0 };

const COUNTED = Object.keys(NO_OUTCOMES) as (keyof OutcomeCounts)[];

/** The sum of counts; shares are never added. */
export function addUp(rows: readonly OutcomeCounts[]): OutcomeCounts {
  return Object.fromEntries(COUNTED.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as unknown as OutcomeCounts;
}

/** All cases that were decided, by oneself or by somebody asked. */
export function decided({ alone, approved, declined, returned, expired }: OutcomeCounts): number {
  return alone + approved + declined + returned + expired;
}

export function sharesOf(counts: OutcomeCounts): OutcomeShares {
  const { alone, approved, declined, overturned } = counts;
  return { autonomy: shareOf(alone, decided(counts)), approval: shareOf(approved, approved + declined), overturn: shareOf(overturned, alone + approved) };
}

/** The outcomes by month and rule within a frame; `rule` null: of all rules. */
export function outcomeRows(frame: Frame, rule: string | null = null): Promise<OutcomeRow[]> {
  return byMonth(frame, (span, month) => readHot("insights.outcomes", { ...span, months: [month], currency: frame.currency, rule }));
}

export type OutcomeRow = StatementResult<"insights.outcomes">[number];

/** Autonomy month by month, months without a decision included. */
export function autonomyByMonth({ months }: Frame, rows: readonly OutcomeRow[]) {
  return months.map(({ key }) => ({ month: key, autonomy: sharesOf(addUp(rows.filter(({ month }) => month === key))).autonomy }));
}

/** Outcomes by rule, those with most decided cases first. */
export function outcomesByRule({ now }: Frame, rows: readonly OutcomeRow[]): RuleOutcomes[] {
  const codes = new Set(rows.map(({ rule }) => rule));
  const known = rulesKnownAt(now);
  return [...codes]
    .map((code): RuleOutcomes => {
      const counts = addUp(rows.filter(({ rule }) => rule === code));
      const rule = code === null ? null : known.name(code);
      return { rule, inForce: code !== null && known.find(code)?.inForce === true, ...counts, ...sharesOf(counts) };
    })
    .filter((row) => decided(row) > 0)
    .sort((a, b) => decided(b) - decided(a) || ((a.rule?.code ?? "") < (b.rule?.code ?? "") ? -1 : 1));
}
