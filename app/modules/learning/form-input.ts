import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import {
  answerFields, type AnswerFields, choiceFields, type ChoiceFields, observationFields, type ObservationFields, reflectionFields, replayFields, type ReplayFields, reportFields, type ReportFields, reviewFields, type ReviewFields,
  revocationFields,
} from "./schemas.ts";

const numberOf = (form: FormData, name: string): number | null => (/^\d{1,9}$/.test(textOf(form, name)) ? Number(textOf(form, name)) : null);

function required(form: FormData, names: readonly string[], code = "required"): void {
  const missing = names.filter((name) => textOf(form, name) === "");
  if (missing.length > 0) throw invalidInput(...missing.map((path) => ({ path, code })));
}

/** One choice of a scenario: its id, the play (empty: the one that goes on), the position, which choice, how long it took. */
export function choiceInput(form: FormData, lesson: string): ChoiceFields {
  return parseInput(choiceFields, { id: textOf(form, "id"), lesson, play: textOf(form, "play") || null, position: numberOf(form, "position"), choice: textOf(form, "choice"), tookMs: numberOf(form, "tookMs") });
}

/** From which point of which play to go on anew. */
export function replayInput(form: FormData, lesson: string): ReplayFields {
  return parseInput(replayFields, { lesson, play: textOf(form, "play"), kept: numberOf(form, "kept") });
}

/** One answer of a quiz. Throws 422 `choose_one` at `choice` and `confidence`. */
export function answerInput(form: FormData, lesson: string): AnswerFields {
  required(form, ["choice", "confidence"], "choose_one");
  return parseInput(answerFields, { id: textOf(form, "id"), lesson, question: textOf(form, "question"), choice: textOf(form, "choice"), confidence: textOf(form, "confidence") });
}

/** Three lines of a practice. Throws 422 `required` at each that is empty. */
export function reportInput(form: FormData, course: string, lesson: string): ReportFields {
  required(form, ["said", "felt", "unsaid"]);
  return parseInput(reportFields, { course, lesson, said: textOf(form, "said"), felt: textOf(form, "felt"), unsaid: textOf(form, "unsaid"), decisionId: textOf(form, "decisionId") || null, observerId: textOf(form, "observerId") || null });
}

/** What an observer saw. Throws 422 `choose_one` at `verdict`, `required` at `words` unless it is signed off. */
export function observationInput(form: FormData): ObservationFields {
  required(form, ["verdict"], "choose_one");
  const seen = form.getAll("seen").filter((value): value is string => typeof value === "string" && /^\d{1,2}$/.test(value)).map(Number);
  const verdict = textOf(form, "verdict");
  return parseInput(observationFields, { verdict, seen, words: textOf(form, "words") || null, level: verdict === "signed_off" ? textOf(form, "level") || "does" : null });
}

/** Words of a reflection or of a shared copy. Throws 422 `required` at `text`. */
export function reflectionInput(form: FormData): string {
  required(form, ["text"]);
  return parseInput(reflectionFields, { text: textOf(form, "text") }).text;
}

/** How well a fact was remembered. */
export function reviewInput(form: FormData): ReviewFields {
  return parseInput(reviewFields, { id: textOf(form, "id"), course: textOf(form, "course"), card: textOf(form, "card"), rating: textOf(form, "rating") });
}

/** Why a certificate is revoked. Throws 422 `required` at `reason`. */
export function revocationInput(form: FormData): string {
  required(form, ["reason"]);
  return parseInput(revocationFields, { reason: textOf(form, "reason") }).reason;
}
