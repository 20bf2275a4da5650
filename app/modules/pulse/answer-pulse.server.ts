import { randomUUID } from "node:crypto";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { type FieldFault, invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { sealBox } from "#platform/sealed-box.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { Question } from "./bank.ts";
import { RANGE } from "./domain/figures.ts";
import { today } from "./pulse.server.ts";
import type { AnswerFields } from "./schemas.ts";
import { markSent, sentJustNow } from "./sent-sheets.server.ts";
import { readQuestions, type SealedAnswers } from "./stored.ts";

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What is kept of one answer; nothing of what was left out. */
function kept(question: Question, given: AnswerFields[string] | undefined): SealedAnswers["answers"] | FieldFault {
  const path = `answers.${question.code}`;
  const range = RANGE[question.scale];
  if (range === null) {
    if (given !== null && given !== undefined && typeof given !== "string") return { path, code: "words_wanted" };
    const words = (given ?? "").replace(CONTROL, " ").trim();
    return words === "" ? [] : [[question.code, words]];
  }
  if (given === undefined) return { path, code: "answer_needed" };
  if (given === null) return [];
  const [low, high] = range;
  return typeof given === "number" && given >= low && given <= high ? [[question.code, given]] : { path, code: "off_the_scale" };
}

/**
 * Keeps somebody's answers, once: the invitation is spent and the answers, sealed, are stored in one transaction, so a kill
 * loses neither and keeps neither alone. What is stored names nobody, has no time, one length and a random key; nothing is
 * written into the audit trail, and no answer of this request is remembered. `sheet`: the random number of the form that was
 * sent; a second press of its button a moment later is quiet. Refuses: `forbidden`; 404 for who is not asked;
 * 409 `answered_already`, `pulse_not_open`; 422 at `answers.<code>` (`answer_needed`, `off_the_scale`, `words_wanted`,
 * `unknown_question`), at `answers` (`nothing_said`).
 */
export async function answerPulse(id: string, answers: AnswerFields, asked: Asked, sheet: string | null = null): Promise<void> {
  const person = demandPerson(asked, "pulses.answer");
  await transaction(async (tx) => {
    const pulse = await tx.find("Pulse", { id });
    const invitation = await tx.find("PulseInvitation", { pulseId: id, personId: person.personId });
    if (pulse === null || invitation === null || pulse.state === "draft") throw notFound();
    if (invitation.spent && sheet !== null && sentJustNow(sheet, asked.now)) return;
    if (invitation.spent) throw new Refusal("answered_already", { status: 409 });
    const day = today(asked.now);
    if (pulse.state !== "open" || pulse.publicKey === null || day < pulse.opensOn || day > pulse.closesOn) throw new Refusal("pulse_not_open", { status: 409 });
    const questions = readQuestions(pulse.questions);
    const read = questions.map((question) => kept(question, answers[question.code]));
    const unknown = Object.keys(answers).filter((code) => !questions.some((question) => question.code === code));
    const faults = [...read.flatMap((one) => ("path" in one ? [one] : [])), ...unknown.map((code) => ({ path: `answers.${code}`, code: "unknown_question" }))];
    if (faults.length > 0) throw invalidInput(...faults);
    const said = read.flatMap((one) => ("path" in one ? [] : one));
    if (said.length === 0) throw invalidInput({ path: "answers", code: "nothing_said" });
    const plain: SealedAnswers = { cell: invitation.cell, answers: said };
    if ((await tx.update("PulseInvitation", { pulseId: id, personId: person.personId, spent: false }, { spent: true })) === 0) throw new Refusal("answered_already", { status: 409 });
    await tx.insert("PulseSealed", { id: randomUUID(), pulseId: id, box: sealBox(pulse.publicKey, JSON.stringify(plain)) });
    if (sheet !== null) markSent(sheet, asked.now);
  });
}
