import { newId } from "#kernel/ids.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { ownAttempt } from "../command.server.ts";
import { lessonOf, versionIn } from "../courses.server.ts";
import { choose, endingOf, type PlayState, replay } from "../domain/scenario-play.ts";
import type { ChoiceFields } from "../schemas.ts";
import { finishInAttempt, openLesson, settleAttempt } from "./attempt-state.server.ts";
import type { Moved } from "./finish-lesson.server.ts";
import { type PlayPath, playsIn } from "./play.server.ts";

export interface Chosen extends Moved {
  readonly play: string;
  readonly state: PlayState;
}

/** The play meant: the one named, else the last that has not ended, else a new one. */
async function playFor(tx: Tx, attempt: Row<"LearningAttempt">, { lesson, play: wanted }: ChoiceFields, at: Date): Promise<PlayPath> {
  const plays = await playsIn(tx, attempt.id, lesson);
  const named = wanted === null ? plays.findLast(({ play }) => play.endedAt === null) : plays.find(({ play }) => play.id === wanted);
  if (named !== undefined) return named;
  if (wanted !== null) throw notFound();
  const play = { id: newId(), attemptId: attempt.id, lesson, number: plays.length + 1, basedOnId: null, kept: 0, startedAt: at, endedAt: null, ending: null, quality: null };
  await tx.insert("LearningPlay", play);
  return { play, choices: [] };
}

/** What was already answered to this very choice; null where it is new. Refuses `state_changed` for an id used elsewhere. */
async function repeated(tx: Tx, attemptId: string, { id, choice, lesson }: ChoiceFields): Promise<PlayPath | null> {
  const row = await tx.find("LearningChoice", { id });
  if (row === null) return null;
  const found = (await playsIn(tx, attemptId, lesson)).find(({ play }) => play.id === row.playId);
  if (found === undefined || row.choice !== choice) throw new Refusal("state_changed");
  return { play: found.play, choices: found.choices.slice(0, row.position + 1) };
}

/**
 * Keeps one choice in a scenario and answers where it leads; the same one sent again, after a bad network, answers the
 * same. An ending finishes the lesson, whichever it is. Refuses `forbidden`; `not_found`; `state_changed` where somebody
 * has gone on from another screen; 422 at `choice`.
 */
export async function chooseInScenario(attemptId: string, fields: ChoiceFields, asked: Asked): Promise<Chosen> {
  const person = demandPerson(asked, "learning.take");
  return transaction(async (tx) => {
    const attempt = await ownAttempt(tx, person.personId, attemptId);
    const content = await versionIn(tx, attempt.course, attempt.version);
    const lesson = content === null ? null : lessonOf(content, fields.lesson, "scenario");
    if (content === null || lesson === null) throw notFound();
    const again = await repeated(tx, attemptId, fields);
    if (again !== null) {
      const state = replay(lesson.scenario, again.choices);
      if (state === null) throw new Error("A kept choice is not possible any more");
      return { play: again.play.id, state, ...(state.ended ? await settleAttempt(tx, attemptId, content, asked) : { completed: false, certificate: null }) };
    }
    const { play, choices } = await playFor(tx, attempt, fields, asked.now);
    const before = replay(lesson.scenario, choices);
    if (before === null || choices.length !== fields.position || before.ended) throw new Refusal("state_changed");
    const state = choose(lesson.scenario, before, fields.choice);
    if (state === null) throw invalidInput({ path: "choice", code: "unknown_choice" });
    await openLesson(tx, attempt, fields.lesson, asked.now);
    await tx.insert("LearningChoice", { id: fields.id, playId: play.id, position: fields.position, node: before.node, choice: fields.choice, tookMs: fields.tookMs, ...state.feelings, at: asked.now });
    const ending = endingOf(lesson.scenario, state);
    if (ending === null) return { play: play.id, state, completed: false, certificate: null };
    await tx.update("LearningPlay", { id: play.id, endedAt: null }, { endedAt: asked.now, ending: ending.code, quality: ending.quality });
    await finishInAttempt(tx, attempt, lesson, asked, { score: state.score });
    return { play: play.id, state, ...(await settleAttempt(tx, attemptId, content, asked)) };
  });
}
