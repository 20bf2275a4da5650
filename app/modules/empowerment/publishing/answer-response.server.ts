import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { editorsOf } from "../policy-rows.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { answersFor } from "./answerers.server.ts";
import { responseRef } from "./response-ref.server.ts";

/**
 * Answers what was unclear to somebody or seemed unreasonable, once, as the rule's owner (HR where it has none); the
 * person is told and may then say understood. Refuses: `forbidden` where another answers, `not_found`, `invalid_input`,
 * 409 `state_changed` when it is answered already.
 * @param ref names the response without its person
 */
export async function answerResponse(actor: Actor, version: number, ref: string, input: { readonly answer: string }, options: CommandOptions<void> = {}): Promise<void> {
  demand(actor, "policies.answer");
  const now = instantOf(options);
  const answer = textOrNull(input.answer);
  if (answer === null) throw invalidInput({ path: "answer", code: "required" });
  await transaction(async (tx) => {
    const row = await tx.find("PolicyVersion", { version });
    const raised = (await tx.list("PolicyAcknowledgement", { version })).find(({ personId, words }) => words !== null && responseRef(version, personId) === ref);
    if (row === null || raised === undefined) throw notFound();
    if (!answersFor(actor, parsePolicy(JSON.parse(row.document)), raised.rule, await editorsOf(tx, version))) throw can(actor, "policies.read-drafts") ? new Refusal("forbidden") : notFound();
    const { personId, at, rule } = raised;
    if ((await tx.update("PolicyAcknowledgement", { version, personId, at, answer: null }, { answer, answeredById: actor.personId, answeredAt: now })) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.response-answered", schema: 1, data: { version, rule } });
    await notify(tx, { personId, kind: "policy.answered", params: { version }, href: `/policies/${version}/respond`, at: now });
  });
}
