import { foldText } from "#kernel/text.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { bankWith } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { QuestionFields } from "./schemas.ts";

/** A text as far as it asks something: without marks, case and punctuation. */
const asks = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * Adds a question of the company's own to the bank; never one that is there in other letters, as two pulses of one question
 * are set beside each other by its code before anything is told. Refuses: `forbidden`; 422 at `code`
 * (`question_code_taken`), at `textVi` and `textEn` (`question_text_taken`).
 */
export async function addQuestion(fields: QuestionFields, asked: Asked): Promise<void> {
  demand(asked, "pulses.design");
  const { code } = fields;
  await transaction(async (tx) => {
    const bank = bankWith(await tx.list("PulseQuestion", {}));
    if (bank.some((known) => known.code === code)) throw invalidInput({ path: "code", code: "question_code_taken" });
    const taken = (["vi", "en"] as const).filter((locale) => bank.some(({ text }) => asks(text[locale]) === asks(locale === "vi" ? fields.textVi : fields.textEn)));
    if (taken.length > 0) throw invalidInput(...taken.map((locale) => ({ path: locale === "vi" ? "textVi" : "textEn", code: "question_text_taken" })));
    await tx.insert("PulseQuestion", { ...fields, createdAt: asked.now, byId: asked.actor?.personId ?? null });
    await recordEvent(tx, asked, { kind: "pulse-question", id: code }, { type: "pulse-question.added", schema: 1, data: {} });
  });
}
