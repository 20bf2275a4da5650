import { findPerson, type Leaving, lineAbove } from "#modules/people/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { readImprovement, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import { nextQuestion } from "./who-answers.server.ts";

/**
 * What waits on somebody who leaves goes on in the transaction in which they leave: questions to the next up the line, with
 * a new clock at the same level; open steps, and procedures they own, to their nearest active manager.
 */
export async function handOverImprovements(tx: Tx, { personId, actor, at }: Leaving): Promise<void> {
  const asked = { actor, source: actor === null ? ("command-line" as const) : ("screen" as const), now: at };
  const heir = lineAbove(personId).find(({ active, id }) => active && id !== personId)?.id ?? null;
  for (const owner of await tx.list("ImprovementOwner", { askedId: personId, answeredAt: null })) {
    const opened = await readImprovement(tx, owner.improvementId);
    if (opened === null || opened.row.state !== "reported") continue;
    const next = nextQuestion(owner, { reporters: opened.parts.reporters, at, leaving: personId, sameLevel: true });
    if (next === null) continue;
    await tx.update("ImprovementOwner", { improvementId: owner.improvementId, departmentCode: owner.departmentCode, answeredAt: null }, { ...next, onTop: false });
    await tellStory(tx, opened.row.id, "handed_over", { byId: actor?.personId ?? null, at });
    await recordEvent(tx, subjectOf(opened.row), { type: "improvement.handed-over", schema: 1, data: { number: opened.row.number, from: personId, to: next.askedId } }, asked);
    await tellAll(tx, opened.row, { kind: "to-answer", to: [next.askedId], by: null, at, params: { dueAt: next.dueAt.toISOString() } });
  }
  if (heir === null || findPerson(heir) === null) return;
  await tx.update("ImprovementStep", { ownerId: personId, doneAt: null }, { ownerId: heir });
  for (const procedure of await tx.list("Procedure", { ownerId: personId })) {
    await tx.update("Procedure", { id: procedure.id }, { ownerId: heir, updatedAt: at });
    await recordEvent(tx, { kind: "procedure", id: procedure.id }, { type: "procedure.handed-over", schema: 1, data: { code: procedure.code, from: personId, to: heir } }, asked);
  }
}
