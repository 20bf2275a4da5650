import type { Filling } from "#modules/kpis/scorecards/fill.server.ts";
import { filledSheets, sheetRow } from "#modules/kpis/scorecards/sheets.server.ts";
import { scorecardsInUse } from "#modules/kpis/scorecards/who-has.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { randomFrom } from "./random.ts";
import type { QuarterPlan } from "./scorecards.ts";
import { APPEALS } from "./scorecards/cards.ts";

async function insertAppeals(tx: Tx, { answered, open }: QuarterPlan, plan: DemoPlan): Promise<void> {
  const random = randomFrom(71);
  const { answer, ...asked } = APPEALS.answered;
  const base = ({ id, sheetId, personId, toId, at }: QuarterPlan["open"]) => ({ id, sheetId, byId: personId, toId, at });
  await tx.insert("ScorecardAppeal", { ...base(answered), ...asked, answer, answeredById: answered.toId, answeredAt: answered.answeredAt });
  await tx.insert("ScorecardAppeal", { ...base(open), ...APPEALS.open });
  const name = plan.company.people.find(({ id }) => id === open.personId)?.name ?? "";
  await tx.insert("Notification", { id: random.idAt(open.at), personId: open.toId, kind: "scorecard.appealed", params: JSON.stringify({ name }), href: `/scorecards/${open.sheetId}`, createdAt: open.at, readAt: null });
}

/** Closes the last quarter with what was measured, opens the running one, and tells what was asked to be looked at again. */
export async function closeQuarter(plan: DemoPlan, quarter: QuarterPlan, readers: Pick<Filling, "count" | "members">): Promise<void> {
  const { hr, last, running, answered, open } = quarter;
  const random = randomFrom(73);
  const known = new Map([answered, open].map(({ personId, sheetId }) => [personId, sheetId]));
  const sheets = await filledSheets(await scorecardsInUse(), { from: last.start, to: last.end, ...readers });
  const period = ({ id, start, end, openedAt }: QuarterPlan["running"]) => ({ id, kind: "quarter", startDay: start, endDay: end, openedAt, openedById: hr });
  await transaction(async (tx) => {
    await tx.insert("ScorecardPeriod", { ...period(last), closedAt: last.closedAt, closedById: hr });
    await tx.insert("ScorecardPeriod", period(running));
    for (const sheet of sheets) {
      const id = known.get(sheet.person?.id ?? "") ?? random.idAt(last.closedAt);
      await tx.insert("ScorecardSheet", sheetRow(sheet, { id, periodId: last.id, at: last.closedAt }));
    }
    await insertAppeals(tx, quarter, plan);
  });
}
