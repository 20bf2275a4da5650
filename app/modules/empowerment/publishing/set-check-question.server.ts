import type { Actor } from "#access/actor.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "../command.server.ts";
import { checkQuestion } from "../domain/check-question.ts";
import { versionIn } from "../policy-rows.server.ts";
import { recordEvent } from "../record-event.server.ts";

/**
 * Sets the question that "understood" asks of a draft once it is published; null asks none. Both languages are needed.
 * Refuses: `forbidden`, `not_found`, `invalid_input` with each field, 409 `state_changed` for what is no draft any more.
 */
export async function setCheckQuestion(actor: Actor, version: number, question: unknown, options: CommandOptions<void> = {}): Promise<void> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const stored = question === null ? null : JSON.stringify(parseInput(checkQuestion, question));
  await transaction(async (tx) => {
    await versionIn(tx, version, "draft");
    await tx.update("PolicyVersion", { version, state: "draft" }, { checkQuestion: stored });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.question-set", schema: 1, data: { version, asked: stored !== null } });
  });
}
