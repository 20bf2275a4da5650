import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { bankWith } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { QuestionFields } from "./schemas.ts";

/** Adds a question of the company's own to the bank. Refuses: `forbidden`; 422 at `code` (`question_code_taken`). */
export async function addQuestion(fields: QuestionFields, asked: Asked): Promise<void> {
  demand(asked, "pulses.design");
  const { code } = fields;
  await transaction(async (tx) => {
    if (bankWith(await tx.list("PulseQuestion", {})).some((known) => known.code === code)) throw invalidInput({ path: "code", code: "question_code_taken" });
    await tx.insert("PulseQuestion", { ...fields, createdAt: asked.now, byId: asked.actor?.personId ?? null });
    await recordEvent(tx, asked, { kind: "pulse-question", id: code }, { type: "pulse-question.added", schema: 1, data: {} });
  });
}
