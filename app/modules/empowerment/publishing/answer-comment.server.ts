import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { editorsOf } from "../policy-rows.server.ts";
import { answersFor } from "./answerers.server.ts";

/** What became of a comment: the draft was changed, it stays and here is why, or it was a question and is explained. */
export const COMMENT_OUTCOMES = ["changed", "kept", "explained"] as const;
export type CommentOutcome = (typeof COMMENT_OUTCOMES)[number];

interface AnswerInput {
  readonly outcome: string;
  readonly answer: string;
}

/**
 * Answers a comment, once, as the rule's owner (HR or an editor where it has none); whoever wrote it is told. Refuses:
 * `forbidden` where another answers, `not_found`, `invalid_input`, 409 `state_changed` when it is answered already.
 * @returns the version it belongs to
 */
export async function answerComment(actor: Actor, id: string, input: AnswerInput, options: CommandOptions<void> = {}): Promise<{ readonly version: number }> {
  demand(actor, "policies.answer");
  const now = instantOf(options);
  const outcome = COMMENT_OUTCOMES.find((known) => known === input.outcome);
  const answer = textOrNull(input.answer);
  if (outcome === undefined) throw invalidInput({ path: "outcome", code: "choose_one" });
  if (answer === null) throw invalidInput({ path: "answer", code: "required" });
  return transaction(async (tx) => {
    const comment = await tx.find("PolicyComment", { id });
    const row = comment === null ? null : await tx.find("PolicyVersion", { version: comment.version });
    if (comment === null || row === null) throw notFound();
    const { version, rule } = comment;
    if (!answersFor(actor, parsePolicy(JSON.parse(row.document)), rule, await editorsOf(tx, version))) throw can(actor, "policies.read-drafts") ? new Refusal("forbidden") : notFound();
    const done = await tx.update("PolicyComment", { id, outcome: null }, { outcome, answer, answeredById: actor.personId, answeredAt: now });
    if (done !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.comment-answered", schema: 1, data: { version, comment: id, rule, outcome } });
    if (comment.personId !== actor.personId) {
      await notify(tx, { personId: comment.personId, kind: "policy.comment-answered", params: { version }, href: `/policies/${version}/comments`, at: now });
    }
    return { version };
  });
}
