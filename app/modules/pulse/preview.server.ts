import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { drawNow } from "./company.server.ts";
import type { Frame } from "./domain/audience.ts";
import { disclose, discloseThemes, discloseTurnout } from "./domain/disclose.ts";
import type { Tally } from "./domain/figures.ts";
import { inventAnswers, inventThemes } from "./domain/invent.ts";
import { draftedQuestions } from "./pulse.server.ts";
import { findPulse, promiseOf, sightFor, titleOf } from "./queries.server.ts";
import { aboutOf } from "./about.server.ts";
import { resultsView } from "./results-view.ts";
import { launchedOf, namedFrame } from "./waves.server.ts";
import type { ResultsView } from "./view-models.ts";
import type { Question } from "./bank.ts";

const SEED = 20_261;
const TEXT = { vi: "Lời viết của một đồng nghiệp sẽ hiện ở đây, không theo thứ tự nào.", en: "What a colleague wrote would stand here, in no order." } as const;
const SHOWN_TEXTS = 3;

async function framed(row: NonNullable<Awaited<ReturnType<typeof findPulse>>>): Promise<{ frame: Frame; questions: readonly Question[] } | null> {
  const launched = launchedOf(row);
  if (launched !== null) return launched;
  const drawn = await transaction((tx) => drawNow(tx, row));
  return drawn === null ? null : { frame: namedFrame(drawn.frame), questions: draftedQuestions(row.questions, await db.pulseQuestion.findMany()) };
}

/**
 * What the reader will see once the pulse has closed, on invented answers: the same function decides what is told and the
 * same page tells it, so that everybody knows before they answer. Null for a pulse that is not theirs to know of, or whose
 * audience is too small.
 */
export async function pulsePreview(actor: Actor, id: string, wanted: string | null): Promise<ResultsView | null> {
  const row = await findPulse(actor, id);
  const made = row === null ? null : await framed(row);
  if (row === null || made === null) return null;
  const { frame, questions } = made;
  const promise = promiseOf(row);
  const invented = inventAnswers(frame, questions, SEED);
  const wave = { id: row.id, open: false, mode: promise.mode, frame, members: new Map<string, string[]>() };
  const waveOf = ({ code, scale }: Question) => ({
    ...wave,
    k: scale === "text" ? promise.kComments : promise.kScores,
    tallies: invented.byQuestion.get(code) ?? new Map<string, Tally>(),
  });
  const toldOf = (question: Question) => disclose([waveOf(question)], question.scale).map((told) => ({ ...told, closesOn: row.closesOn }));
  const byQuestion = new Map(questions.map((question) => [question.code, toldOf(question)]));
  const themes = new Map(
    questions.flatMap((question) => {
      const [comments, asked] = [byQuestion.get(question.code)?.at(-1), waveOf(question)];
      return question.scale !== "text" || comments === undefined ? [] : [[question.code, discloseThemes(asked, comments, inventThemes(asked.tallies, SEED))] as const];
    }),
  );
  const turnout = discloseTurnout({ ...wave, k: promise.kScores }, invented.turnout);
  const telling = { id, title: titleOf(row), about: aboutOf(row), state: "closed" as const, promise, frame, questions, byQuestion, themes, turnout };
  return resultsView(telling, sightFor(actor, row, frame), wanted, async () => Array.from({ length: SHOWN_TEXTS }, () => TEXT[actor.locale]));
}
