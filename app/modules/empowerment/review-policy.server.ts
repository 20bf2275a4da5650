import type { Actor } from "#access/actor.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { demandTestsPass } from "./policy-document.server.ts";
import { editorsOf, versionIn } from "./policy-rows.server.ts";
import { passGate, readGate } from "./publishing/lint-gate.server.ts";
import { recordEvent } from "./record-event.server.ts";

interface Reviewed {
  readonly version: number;
  readonly state: "draft" | "in_review";
}

/**
 * Hands a draft to whoever publishes; its stored test cases must pass (422 `tests_failed`), lint find no error (422
 * `lint_errors`), the time for comments be over (409 `comments_open`) and every comment answered (409
 * `comments_unanswered`). A note also stands as the written note of every warning still open.
 * Refuses also: `forbidden`, `not_found`, `state_changed`.
 */
export async function submitPolicy(actor: Actor, version: number, input: { readonly note?: string | null | undefined }, options: CommandOptions<Reviewed> = {}): Promise<Reviewed> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const note = textOrNull(input.note);
  const publishers = [...peopleWithRole("hr"), ...peopleWithRole("leader")].map(({ id }) => id);
  const gate = await readGate(version, now);
  if (gate === null) throw notFound();
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "draft");
    if (row.commentsUntil !== null && row.commentsUntil > now) throw new Refusal("comments_open", { status: 409, params: { until: row.commentsUntil.toISOString() } });
    const unanswered = await tx.count("PolicyComment", { version, outcome: null });
    if (unanswered > 0) throw new Refusal("comments_unanswered", { status: 409, params: { count: unanswered } });
    demandTestsPass(gate.document, now);
    await passGate(tx, row, gate, { actor, note, closes: false, now });
    await tx.update("PolicyVersion", { version, state: "draft" }, { state: "in_review", submittedAt: now, submittedById: actor.personId, submitNote: note, publishNote: null });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.submitted",
      schema: 1,
      data: { version, contentHash: row.contentHash, note },
    });
    const editors = new Set(await editorsOf(tx, version));
    for (const personId of new Set(publishers)) {
      if (editors.has(personId)) continue;
      await notify(tx, { personId, kind: "policy.submitted", params: { version }, href: `/policies/${version}`, at: now });
    }
    const result = { version, state: "in_review" as const };
    await options.remember?.(tx, result);
    return result;
  });
}

/** Gives a version in review back to its authors, with a note. Refuses: `forbidden`, `not_found`, `state_changed`. */
export async function returnPolicy(actor: Actor, version: number, input: { readonly note?: string | null | undefined }, options: CommandOptions<Reviewed> = {}): Promise<Reviewed> {
  demand(actor, "policies.publish");
  const now = instantOf(options);
  const note = textOrNull(input.note);
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "in_review");
    await tx.update("PolicyVersion", { version, state: "in_review" }, { state: "draft", publishNote: note, revision: row.revision + 1 });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.returned",
      schema: 1,
      data: { version, contentHash: row.contentHash, note },
    });
    for (const personId of await editorsOf(tx, version)) {
      await notify(tx, { personId, kind: "policy.returned", params: { version }, href: `/policies/${version}`, at: now });
    }
    const result = { version, state: "draft" as const };
    await options.remember?.(tx, result);
    return result;
  });
}
