import { newId } from "#kernel/ids.ts";
import { findPerson, peopleWithRole } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "./record-event.server.ts";

export interface AppealFields {
  readonly words: string;
  /** Where it can be looked up, in their words. */
  readonly evidence: string;
}

/** The person's manager of today; HR where there is none any more. */
function whoAnswers(personId: string): string | null {
  const managerId = findPerson(personId)?.managerId ?? null;
  const manager = managerId === null ? null : findPerson(managerId);
  return manager?.active ? manager.id : (peopleWithRole("hr").find(({ id }) => id !== personId)?.id ?? null);
}

/**
 * Asks one's manager to look again at one's own closed scorecard. Refuses: `forbidden`; `not_found` for somebody else's;
 * 422 `appeal_open` while one waits.
 */
export async function appeal(sheetId: string, { words, evidence }: AppealFields, asked: Asked, remember?: (tx: Tx, id: string) => Promise<void> | void): Promise<{ id: string }> {
  demand(asked, "scorecards.appeal");
  const byId = asked.actor?.personId ?? null;
  const toId = byId === null ? null : whoAnswers(byId);
  return transaction(async (tx) => {
    const sheet = byId === null ? null : await tx.find("ScorecardSheet", { id: sheetId, personId: byId });
    if (sheet === null || byId === null || toId === null) throw notFound();
    if ((await tx.count("ScorecardAppeal", { sheetId, answeredAt: null })) > 0) throw new Refusal("appeal_open");
    const id = newId();
    await tx.insert("ScorecardAppeal", { id, sheetId, byId, toId, words, evidence, at: asked.now });
    await recordScorecardEvent(tx, { kind: "scorecard-sheet", id: sheetId }, { type: "scorecard-sheet.appealed", schema: 1, data: { appeal: id, toId } }, asked);
    await notify(tx, { personId: toId, kind: "scorecard.appealed", params: { name: sheet.personName }, href: `/scorecards/${sheetId}`, at: asked.now });
    await remember?.(tx, id);
    return { id };
  });
}

/**
 * Answers an appeal in words, as whoever it went to or as HR; what was closed stays as it is. Refuses: `forbidden`;
 * `not_found`; 409 `state_changed` when it has its answer.
 */
export async function answerAppeal(id: string, answer: string, asked: Asked): Promise<void> {
  demand(asked, "scorecards.answer");
  const { actor } = asked;
  await transaction(async (tx) => {
    const row = await tx.find("ScorecardAppeal", { id });
    const isHr = actor?.kind === "person" && actor.grants.some(({ role }) => role === "hr");
    if (row === null || row.byId === actor?.personId || (actor !== null && row.toId !== actor.personId && !isHr)) throw notFound();
    if ((await tx.update("ScorecardAppeal", { id, answeredAt: null }, { answer, answeredById: actor?.personId ?? null, answeredAt: asked.now })) === 0) throw new Refusal("state_changed");
    await recordScorecardEvent(tx, { kind: "scorecard-sheet", id: row.sheetId }, { type: "scorecard-sheet.appeal-answered", schema: 1, data: { appeal: id } }, asked);
    await notify(tx, { personId: row.byId, kind: "scorecard.appeal-answered", params: {}, href: `/scorecards/${row.sheetId}`, at: asked.now });
  });
}
