import type { PersonActor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import { taughtIn } from "../courses.server.ts";

export interface Started {
  readonly id: string;
  readonly course: string;
  readonly version: number;
  /** It was already running. */
  readonly resumed: boolean;
}

/** The attempt that runs, or a new one at the version in use, inside a transaction. Refuses `not_found` for a course that is not taught. */
export async function attemptIn(tx: Tx, person: PersonActor, course: string, asked: Asked): Promise<{ readonly attempt: Row<"LearningAttempt">; readonly resumed: boolean }> {
  const openKey = `${person.personId}:${course}`;
  const running = await tx.find("LearningAttempt", { openKey });
  if (running !== null) return { attempt: running, resumed: true };
  const taught = await taughtIn(tx, course);
  if (taught === null) throw notFound();
  const { personId, managerId, departmentCode, siteCode } = person;
  const row = { id: newId(), personId, course, version: taught.version, openKey, startedAt: asked.now, touchedAt: asked.now, managerId, departmentCode, siteCode };
  await tx.insert("LearningAttempt", row);
  await recordEvent(tx, asked, { kind: "course", id: course }, { type: "learning.started", schema: 1, data: { course, version: taught.version } });
  return { attempt: { ...row, state: "running", completedAt: null }, resumed: false };
}

/**
 * Begins a course, or goes on with the attempt that runs: it keeps the version it began with, whatever is published
 * meanwhile. Refuses `forbidden`; `not_found` for a course that is not taught.
 */
export async function startAttempt(course: string, asked: Asked, remember?: (tx: Tx, started: Started) => Promise<void> | void): Promise<Started> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const { attempt, resumed } = await attemptIn(tx, person, course, asked);
    const started = { id: attempt.id, course: attempt.course, version: attempt.version, resumed };
    await remember?.(tx, started);
    return started;
  });
}
