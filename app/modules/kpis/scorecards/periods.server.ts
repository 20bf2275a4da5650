import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { periodOf } from "../domain/periods.ts";
import type { CountReader, MembersReader } from "./fill.server.ts";
import { recordScorecardEvent } from "./record-event.server.ts";
import type { PeriodKind } from "./view-models.ts";
import { scorecardsInUse } from "./who-has.server.ts";
import { filledSheets, sheetRow } from "./sheets.server.ts";

/** Opens the month or quarter that a day lies in. Answers the id. Refuses `forbidden`; 422 `period_exists`. */
export async function openPeriod(kind: PeriodKind, day: string, asked: Asked): Promise<{ id: string }> {
  demand(asked, "scorecards.design");
  const { start, end } = periodOf(kind, day);
  return transaction(async (tx) => {
    if ((await tx.count("ScorecardPeriod", { kind, startDay: start })) > 0) throw new Refusal("period_exists");
    const id = newId();
    await tx.insert("ScorecardPeriod", { id, kind, startDay: start, endDay: end, openedAt: asked.now, openedById: asked.actor?.personId ?? null });
    await recordScorecardEvent(tx, { kind: "scorecard-period", id }, { type: "scorecard-period.opened", schema: 1, data: { kind, from: start, to: end } }, asked);
    return { id };
  });
}

/**
 * Closes an ended period: every sheet is filled and kept for ever as it stands, with people, definitions and figures;
 * everybody who has one is told. Refuses: `forbidden`; `not_found`; 422 `period_running`; 409 `state_changed` when it
 * was closed, or a scorecard was changed meanwhile.
 */
export async function closePeriod(id: string, asked: Asked, count: CountReader, members: MembersReader): Promise<{ sheets: number }> {
  demand(asked, "scorecards.design");
  const period = await db.scorecardPeriod.findUnique({ where: { id } });
  if (period === null) throw notFound();
  if (period.closedAt !== null) throw new Refusal("state_changed");
  const { timeZone } = organisation();
  if (localDay(asked.now, timeZone) <= period.endDay) throw new Refusal("period_running");
  const scorecards = await scorecardsInUse();
  const sheets = await filledSheets(scorecards, { from: period.startDay, to: period.endDay, count, members });
  await transaction(async (tx) => {
    if ((await tx.update("ScorecardPeriod", { id, closedAt: null }, { closedAt: asked.now, closedById: asked.actor?.personId ?? null })) === 0) throw new Refusal("state_changed");
    const now = new Map((await tx.list("Scorecard", { active: true })).map((row) => [row.id, row.version]));
    if (now.size !== scorecards.length || scorecards.some((scorecard) => now.get(scorecard.id) !== scorecard.version)) throw new Refusal("state_changed");
    for (const sheet of sheets) {
      const { person } = sheet;
      const sheetId = newId();
      await tx.insert("ScorecardSheet", sheetRow(sheet, { id: sheetId, periodId: id, at: asked.now }));
      if (person !== null) await notify(tx, { personId: person.id, kind: "scorecard.closed", params: { from: period.startDay, to: period.endDay }, href: `/scorecards/${sheetId}`, at: asked.now });
    }
    const data = { kind: period.kind, from: period.startDay, to: period.endDay, sheets: sheets.length };
    await recordScorecardEvent(tx, { kind: "scorecard-period", id }, { type: "scorecard-period.closed", schema: 1, data }, asked);
  });
  return { sheets: sheets.length };
}
