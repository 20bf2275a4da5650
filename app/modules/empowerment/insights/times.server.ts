import { readHot } from "#platform/transaction.server.ts";
import { spreadOf } from "../domain/insights/figures.ts";
import { byMonth, type Frame, inSlices } from "./frame.server.ts";
import type { TimesView } from "./view-models.ts";

/** Business time from the decision to when the customer had it, decided alone and with somebody's approval. */
export async function timesToGive(frame: Frame, rule: string | null = null): Promise<TimesView> {
  const rows = await byMonth(frame, (span) => readHot("insights.times", { ...span, rule }));
  const measured = await inSlices(rows, ({ approved, decidedAt, givenAt, siteCode }) => ({ approved, minutes: frame.minutes(decidedAt, givenAt, siteCode) }));
  const of = (which: boolean) => spreadOf(measured.filter(({ approved }) => approved === which).map((row) => row.minutes));
  return { alone: of(false), approved: of(true) };
}
