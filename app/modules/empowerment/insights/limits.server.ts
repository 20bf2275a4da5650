import type { Actor } from "#access/actor.ts";
import { readHot } from "#platform/transaction.server.ts";
import { bunching, type EdgeCase, limitEdge } from "../domain/insights/limits.ts";
import { byMonth, type Frame, frameFor, inSlices, type PeriodWish } from "./frame.server.ts";
import { rulesKnownAt } from "./known-rules.server.ts";
import type { LimitRow, LimitsView } from "./view-models.ts";

const DAY_MS = 86_400_000;
/** Whether a customer had to come again is known after so many days, and what they bought after so many. */
const REPEAT_DAYS = 7;
const SPENT_DAYS = 30;

/** Amounts within a fifth of the limit they met, and what became of them as far as it can be known by now. */
export async function casesNearLimit(frame: Frame, rule: string | null = null): Promise<EdgeCase[]> {
  const { currency, now, minutes } = frame;
  const rows = await byMonth(frame, (span) => readHot("insights.near-limit", { ...span, currency, rule, spentWithin: SPENT_DAYS * DAY_MS }));
  return inSlices(rows, ({ closedAt, decidedAt, siteCode, known, repeatContactAt, spent, ...row }) => {
    const age = now.getTime() - decidedAt.getTime();
    return {
      ...row,
      waited: closedAt === null || closedAt <= decidedAt ? 0 : minutes(decidedAt, closedAt, siteCode),
      repeated: known && age >= REPEAT_DAYS * DAY_MS ? repeatContactAt !== null : null,
      spent: known && age >= SPENT_DAYS * DAY_MS ? spent : null,
    };
  });
}

/** Amounts that gather under their limits, and what lies between the cases on either side of a limit. */
export async function lifeAtLimits(actor: Actor, wish: PeriodWish, now?: Date): Promise<LimitsView> {
  const frame = frameFor(actor, wish, { now });
  const cases = await casesNearLimit(frame);
  const known = rulesKnownAt(frame.now);
  const byRule = new Map<string, EdgeCase[]>();
  for (const one of cases) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  const rows = [...byRule].map(([code, some]): LimitRow => ({ rule: known.name(code), ...bunching(some) })).filter(({ share }) => share.n > 0);
  const order = ({ bunched }: LimitRow) => (bunched === true ? 0 : bunched === false ? 1 : 2);
  return {
    period: frame.period,
    bunching: rows.sort((a, b) => order(a) - order(b) || b.share.n - a.share.n || (a.rule.code < b.rule.code ? -1 : 1)),
    edge: limitEdge(cases),
  };
}
