import type { Actor } from "#access/actor.ts";
import { policyComments, type CommentFilter } from "./queries-comments.server.ts";
import { respondView } from "./queries-respond.server.ts";

/** Comments of a version as the API answers them, newest first; null for what is not there or not for this reader. */
export async function commentsJson(actor: Actor, version: number, at: Date, filter: CommentFilter) {
  const comments = await policyComments(actor, version, at, filter);
  return (
    comments?.map(({ mayAnswer: _mayAnswer, rule, author, answeredBy, changes, ...comment }) => ({
      ...comment,
      rule: rule?.code ?? null,
      author,
      answeredBy,
      changes: changes.map(({ code, kind, fields }) => ({ rule: code, kind, fields: fields.map(({ field }) => field) })),
    })) ?? null
  );
}

/** What a published version changes for the caller, and what they said of it; null for what is not published. */
export async function responseJson(actor: Actor, version: number, at: Date) {
  const view = await respondView(actor, version, at);
  if (view === null) return null;
  const { state, effectiveFrom, currency, before, changes, question, mine } = view;
  return { version, state, effectiveFrom, currency, before, changes, question, response: mine === null ? null : { ...mine, rule: mine.rule?.code ?? null } };
}
