import type { QuizLesson, Scenario, ScenarioLesson } from "../domain/content.ts";
import { type Confidence, type MarkedAnswer, markQuiz } from "../domain/quiz.ts";
import { endingOf, nodeOf, type PlayStep, replay, turnOf } from "../domain/scenario-play.ts";
import type { MarkedView, QuizView, ScenarioView, StepMade } from "../view-models.ts";

const NO_TEXT = { vi: "", en: "" };

function stepsMade(scenario: Scenario, steps: readonly PlayStep[]): StepMade[] {
  return steps.map(({ node, choice, points, after }, position) => {
    const turn = nodeOf(scenario, node);
    const made = turn?.kind === "turn" ? turn.choices.find(({ code }) => code === choice) : undefined;
    return { position, says: turn?.says ?? NO_TEXT, text: made?.text ?? NO_TEXT, feedback: made?.feedback ?? NO_TEXT, points, after };
  });
}

/** One screen of a scenario after these choices, as the player and a preview show it. */
export function scenarioScreen({ scenario }: ScenarioLesson, play: string | null, choices: readonly string[]): ScenarioView | null {
  const state = replay(scenario, choices);
  const node = state === null ? null : nodeOf(scenario, state.node);
  if (state === null || node === null) return null;
  const ending = endingOf(scenario, state);
  const steps = stepsMade(scenario, state.steps);
  return {
    ...{ person: scenario.person, situation: scenario.situation, play, position: steps.length, feelings: state.feelings, says: node.says, shows: node.shows },
    choices: turnOf(scenario, state)?.choices.map(({ code, text }) => ({ code, text })) ?? [],
    last: steps.at(-1) ?? null,
    end: ending === null ? null : { outcome: ending.outcome, quality: ending.quality, unsaid: scenario.unsaid, score: state.score, steps },
  };
}

function markedView({ questions }: QuizLesson, { question, choice, rightChoice, right, confidence, note }: MarkedAnswer): MarkedView {
  const asked = questions.find(({ code }) => code === question);
  const option = (code: string) => asked?.options.find((one) => one.code === code);
  return { question: asked?.question ?? NO_TEXT, chosen: option(choice)?.text ?? NO_TEXT, rightOption: option(rightChoice)?.text ?? NO_TEXT, feedback: option(choice)?.feedback ?? NO_TEXT, right, confidence, note };
}

/** A round of a quiz as it stands. */
export function quizScreen(quiz: QuizLesson, given: readonly { readonly question: string; readonly choice: string; readonly confidence: string }[]): QuizView {
  const mark = markQuiz(quiz, given.map((one) => ({ ...one, confidence: one.confidence as Confidence })));
  const answers = mark.answers.map((answer) => markedView(quiz, answer));
  const answered = new Set(mark.answers.map(({ question }) => question));
  const open = quiz.questions.find(({ code }) => !answered.has(code));
  const latest = given.at(-1)?.question;
  const last = mark.answers.find(({ question }) => question === latest);
  return {
    ...{ total: quiz.questions.length, answered: answered.size, pass: quiz.pass },
    question: open === undefined ? null : { code: open.code, text: open.question, options: open.options.map(({ code, text }) => ({ code, text })) },
    last: last === undefined ? null : markedView(quiz, last),
    result: open === undefined ? { right: mark.right, passed: mark.passed, answers } : null,
  };
}
