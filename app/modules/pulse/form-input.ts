import { textOf } from "#platform/http/form-text.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { answerFields, type AnswerFields, extendFields, type PulseFields, pulseFields, questionFields, type QuestionFields, thresholdFields, tieFields } from "./schemas.ts";

const listOf = (form: FormData, name: string): string[] => form.getAll(name).flatMap((value) => (typeof value === "string" && value !== "" ? [value] : []));

/** Whole numbers as people type them. Throws 422 `integer_format` for anything else. */
function wholes<N extends string>(form: FormData, names: readonly N[]): Record<N, number> {
  const faults: FieldFault[] = [];
  const read = names.map((name) => {
    const text = textOf(form, name);
    if (!/^\d{1,4}$/.test(text)) faults.push({ path: name, code: text === "" ? "required" : "integer_format" });
    return [name, Number(text)] as const;
  });
  if (faults.length > 0) throw new Refusal("invalid_input", { errors: faults });
  return Object.fromEntries(read) as Record<N, number>;
}

/** A pulse as its form was filled in. Throws 422 at each field. */
export function pulseInput(form: FormData): PulseFields {
  const text = (name: string) => textOf(form, name);
  const remindOn = text("remindOn");
  return parseInput(pulseFields, {
    ...{ titleVi: text("titleVi"), titleEn: text("titleEn"), mode: text("mode"), opensOn: text("opensOn"), closesOn: text("closesOn") },
    ...wholes(form, ["kScores", "kComments"]),
    ...{ remindOn: remindOn === "" ? null : remindOn, questions: listOf(form, "questions"), departments: listOf(form, "departments"), sites: listOf(form, "sites") },
  });
}

/** The revision that a form was opened with. */
export const revisionInput = (form: FormData): number => Number(textOf(form, "revision"));

/** Answers of the form: `q-<code>` holds a number, words, or `skip` for what somebody would rather not say. */
export function answersInput(form: FormData): AnswerFields {
  const answers: Record<string, number | string | null> = {};
  for (const [name, value] of form) {
    const code = /^q-([A-Z0-9-]{1,64})$/.exec(name)?.[1];
    const words = /^w-([A-Z0-9-]{1,64})$/.exec(name)?.[1];
    if (typeof value !== "string") continue;
    if (words !== undefined) answers[words] = value;
    else if (code !== undefined) answers[code] = value === "skip" ? null : /^\d{1,2}$/.test(value) ? Number(value) : value;
  }
  return parseInput(answerFields, { answers }).answers;
}

/** The random number that the form of answers was shown with. */
export const sheetInput = (form: FormData): string | null => textOf(form, "sheet").slice(0, 64) || null;

const textsOf = (form: FormData, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, textOf(form, name)]));

/** A question of the company's own. */
export const questionInput = (form: FormData): QuestionFields => parseInput(questionFields, textsOf(form, "code", "scale", "topic", "textVi", "textEn"));
/** To what the threshold is raised. */
export const thresholdInput = (form: FormData): number => parseInput(thresholdFields, wholes(form, ["k"])).k;
/** The new last day of a pulse. */
export const extendInput = (form: FormData): string => parseInput(extendFields, { closesOn: textOf(form, "closesOn") }).closesOn;
/** Which operational change is what is done about which question's result. */
export const tieInput = (form: FormData): { improvement: string; question: string; words: string } => parseInput(tieFields, textsOf(form, "improvement", "question", "words"));

/** Whom a pulse is to be about. */
export const subjectsInput = (form: FormData): string[] => listOf(form, "subjects");
