import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { answerersOf } from "./answerers.server.ts";
import { isBound, withInForce } from "./bound-people.server.ts";

export const LONGEST_COMMENT = 2000;

export interface CommentInput {
  readonly text: string;
  /** Code of the rule it is about; null: the whole. */
  readonly rule?: string | null | undefined;
  /** The revision that was read; the one saved last unless told. */
  readonly revision?: number | null | undefined;
}

export interface Commented {
  readonly id: string;
  readonly version: number;
  readonly rule: string | null;
  readonly revision: number;
}

/**
 * Says something of a draft that is open for comments; the rule's owner is told. Refuses: `forbidden` (also a service:
 * nobody speaks for somebody), `not_found` for a draft that is none of the actor's business, `invalid_input`;
 * 409 `comments_closed` when the time is over.
 */
export async function commentPolicy(actor: Actor, version: number, input: CommentInput, options: CommandOptions<Commented> = {}): Promise<Commented> {
  demand(actor, "policies.comment");
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const now = instantOf(options);
  const text = textOrNull(input.text);
  const rule = textOrNull(input.rule);
  if (text === null) throw invalidInput({ path: "text", code: "required" });
  if (text.length > LONGEST_COMMENT) throw invalidInput({ path: "text", code: "too_long", params: { max: LONGEST_COMMENT } });
  return transaction(async (tx) => {
    const row = await tx.find("PolicyVersion", { version });
    if (row === null) throw notFound();
    const document = parsePolicy(JSON.parse(row.document));
    const readsDrafts = can(actor, "policies.read-drafts");
    if (!readsDrafts && (row.commentsUntil === null || !isBound(withInForce(document, now), personId, now))) throw notFound();
    if (row.state !== "draft" || row.commentsUntil === null || row.commentsUntil <= now) throw new Refusal("comments_closed", { status: 409 });
    if (rule !== null && !document.rules.some(({ code }) => code === rule)) throw invalidInput({ path: "rule", code: "unknown_reference" });
    const revision = input.revision == null ? row.revision : Math.min(Math.max(1, Math.trunc(input.revision)), row.revision);
    const commented = { id: newId(), version, rule, revision };
    await tx.insert("PolicyComment", { ...commented, personId, text, at: now });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, { type: "policy.commented", schema: 1, data: { version, comment: commented.id, rule, revision } });
    for (const answerer of await answerersOf(tx, version, document, rule)) {
      if (answerer !== personId) await notify(tx, { personId: answerer, kind: "policy.commented", params: { version }, href: `/policies/${version}/comments`, at: now });
    }
    await options.remember?.(tx, commented);
    return commented;
  });
}
