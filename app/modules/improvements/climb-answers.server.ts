import type { JobDefinition } from "#platform/jobs.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { mustClimb } from "./domain/answer-clock.ts";
import { readImprovement, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import { nextQuestion } from "./who-answers.server.ts";

const BATCH = 200;

async function climb(tx: Tx, improvementId: string, departmentCode: string, now: Date): Promise<boolean> {
  const opened = await readImprovement(tx, improvementId);
  const owner = opened?.owners.find((candidate) => candidate.departmentCode === departmentCode);
  if (opened == null || owner === undefined || opened.row.state !== "reported") return false;
  if (!mustClimb({ ...owner, answered: owner.answeredAt !== null }, now)) return false;
  const key = { improvementId, departmentCode, level: owner.level, answeredAt: null };
  const next = nextQuestion(owner, { reporters: opened.parts.reporters, at: now });
  // Nobody is left above: whoever was asked last keeps it, overdue.
  if (next === null) return (await tx.update("ImprovementOwner", key, { onTop: true })) === 1;
  if ((await tx.update("ImprovementOwner", key, next)) !== 1) return false;
  const { row } = opened;
  await tellStory(tx, improvementId, "climbed", { byId: null, at: now });
  const data = { number: row.number, department: departmentCode, from: owner.askedId, to: next.askedId, level: next.level };
  await recordEvent(tx, subjectOf(row), { type: "improvement.climbed", schema: 1, data }, { actor: "system", now });
  await tellAll(tx, row, { kind: "climbed", to: [next.askedId], by: null, at: now, params: { dueAt: next.dueAt.toISOString() } });
  return true;
}

/**
 * Takes every question whose time has passed one level up. Each in a transaction of its own, guarded by its level: run twice
 * or by two processes, each moves once a level.
 */
export async function climbAnswers(now: Date): Promise<number> {
  const overdue = await db.improvementOwner.findMany({
    where: { answeredAt: null, onTop: false, dueAt: { lte: now }, improvement: { state: "reported" } },
    select: { improvementId: true, departmentCode: true },
    orderBy: { dueAt: "asc" },
    take: BATCH,
  });
  let moved = 0;
  for (const { improvementId, departmentCode } of overdue) if (await transaction((tx) => climb(tx, improvementId, departmentCode, now))) moved += 1;
  return moved;
}

export const climbAnswersJob: JobDefinition = {
  kind: "improvements.climb",
  every: "*/5 * * * *",
  run: async ({ now }) => {
    await climbAnswers(now);
  },
};
