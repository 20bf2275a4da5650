import { parseDay } from "#kernel/period.ts";
import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import {
  addedWords, answerFields, feedbackFields, type FeedbackFields, firstStepFields, type FirstStepFields, painPointFields, solutionFields,
  surveyAnswer, type SurveyAnswer, surveyFields, type SurveyFields,
} from "./schemas.ts";
import { freshSurvey, isUsual } from "./usual-touchpoints.ts";
import type { ListeningPlace } from "./start.server.ts";

const textOrNull = (form: FormData, name: string): string | null => textOf(form, name) || null;

/** A number of a tapped chip; null for none. What is no number is left to the schema to refuse. */
function numberOrNull(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === "" ? null : /^\d{1,2}$/.test(text) ? Number(text) : NaN;
}

/** The form of a touchpoint with its survey. @param code of a known one, which stays */
export function surveyInput(form: FormData, code: string | null): SurveyFields {
  return parseInput(surveyFields, {
    code: code ?? textOf(form, "key"),
    nameVi: textOf(form, "nameVi"),
    nameEn: textOf(form, "nameEn"),
    departmentCode: textOrNull(form, "department"),
    questions: form.getAll("question").map(String),
    asksWords: form.get("asksWords") !== null,
    introVi: textOrNull(form, "introVi"),
    introEn: textOrNull(form, "introEn"),
    thanksVi: textOrNull(form, "thanksVi"),
    thanksEn: textOrNull(form, "thanksEn"),
    active: form.get("active") !== null,
  });
}

/** What a customer taps and writes. */
export function surveyAnswerInput(form: FormData): SurveyAnswer {
  return parseInput(surveyAnswer, { understood: textOrNull(form, "understood"), csat: numberOrNull(form, "csat"), nps: numberOrNull(form, "nps"), said: textOrNull(form, "said") });
}

/** Words added to an answer. */
export function wordsInput(form: FormData): string {
  return parseInput(addedWords, { said: textOf(form, "said") }).said;
}

/** What a colleague writes down of a customer. */
export function feedbackInput(form: FormData): FeedbackFields {
  const understood = textOrNull(form, "understood");
  return parseInput(feedbackFields, {
    touchpoint: textOrNull(form, "touchpoint"),
    customerRef: textOrNull(form, "customer"),
    text: textOrNull(form, "said"),
    felt: textOrNull(form, "felt"),
    unsaid: textOrNull(form, "unsaid"),
    ...(understood === null ? {} : { rating: understood, ratingScale: "understood" }),
  });
}

/** What the customer was answered. */
export function answerInput(form: FormData): string {
  return parseInput(answerFields, { answer: textOf(form, "answer") }).answer;
}

/** The pain point: one's own words, else the chosen line. */
export function painPointInput(form: FormData): string {
  return parseInput(painPointFields, { words: textOf(form, "own") || textOf(form, "choice") }).words;
}

/** Where to listen: a touchpoint there is, or a usual one to be made. */
export function listenInput(form: FormData): ListeningPlace {
  const chosen = textOf(form, "touchpoint");
  const usual = chosen.replace(/^usual:/, "");
  if (chosen === "") throw invalidInput({ path: "touchpoint", code: "choose_one" });
  const fresh = chosen !== usual && isUsual(usual) ? freshSurvey(usual) : null;
  return { known: fresh === null ? chosen : null, fresh, siteCode: textOrNull(form, "site") };
}

/** The first step, its owner and its day. */
export function firstStepInput(form: FormData): FirstStepFields {
  const day = parseDay(textOf(form, "day"));
  if (!day.ok) throw invalidInput({ path: "dueDay", code: day.error === "day_empty" ? "required" : "date_format" });
  return parseInput(firstStepFields, { step: textOf(form, "step"), ownerId: textOf(form, "ownerId"), dueDay: day.value });
}

/** What solved the pain point. */
export function solutionInput(form: FormData): string {
  return parseInput(solutionFields, { solution: textOf(form, "solution") }).solution;
}
