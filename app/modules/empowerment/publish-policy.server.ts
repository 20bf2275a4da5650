import type { Actor } from "#access/actor.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { demandTestsPass } from "./policy-document.server.ts";
import { editorsOf, versionIn } from "./policy-rows.server.ts";
import { findPolicyBefore } from "./policy-store.server.ts";
import { startTrials } from "./proposals/trial.server.ts";
import { announce } from "./publishing/announce.server.ts";
import { linkChangedRules } from "./publishing/link-changed-rules.server.ts";
import { passGate, readGate } from "./publishing/lint-gate.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { loadRuleNames } from "./rule-view.server.ts";

export interface Published {
  readonly version: number;
  readonly state: "published" | "in_force";
  readonly effectiveFrom: Date;
}

interface PublishInput {
  /** null: now; never in the past (422). */
  readonly effectiveFrom?: Date | null | undefined;
  /** Also stands as the written note of the warnings still open. */
  readonly note?: string | null | undefined;
  /** A note for the open warnings alone, where there is no other. */
  readonly acknowledgement?: string | null | undefined;
}

/**
 * Publishes a version in review: from then on it never changes, and those it binds are told what changes for them. Four
 * eyes: a person of HR or management who edited none of it (403 `own_draft`); stored test cases must pass (422
 * `tests_failed`), lint must find no error (422 `lint_errors`) and each warning have somebody's written note (422
 * `warnings_unacknowledged`). Refuses also: `forbidden`, `not_found`, `state_changed`.
 */
export async function publishPolicy(
  actor: Actor,
  version: number,
  input: PublishInput,
  options: CommandOptions<Published> = {},
): Promise<Published> {
  demand(actor, "policies.publish");
  const now = instantOf(options);
  const { effectiveFrom = null } = input;
  const note = textOrNull(input.note);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  if (effectiveFrom !== null && effectiveFrom < now) throw invalidInput({ path: "effectiveFrom", code: "not_in_past" });
  const from = effectiveFrom ?? now;
  const [gate, names] = await Promise.all([readGate(version, now), loadRuleNames()]);
  if (gate === null) throw notFound();
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "in_review");
    const editors = await editorsOf(tx, version);
    if (editors.includes(personId)) throw new Refusal("own_draft");
    const { document } = gate;
    demandTestsPass(document, now);
    await passGate(tx, row, gate, { actor, note: note ?? textOrNull(input.acknowledgement), closes: true, now });
    await tx.update(
      "PolicyVersion",
      { version, state: "in_review", revision: row.revision },
      { state: "published", publishedAt: now, publishedById: personId, publishNote: note, effectiveFrom: from },
    );
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.published",
      schema: 1,
      data: { version, contentHash: row.contentHash, effectiveFrom: from.toISOString(), note, editors },
    });
    const before = findPolicyBefore(version, from)?.document ?? null;
    await linkChangedRules(tx, { version, before, document, by: personId, at: now });
    await startTrials(tx, version, document, from, now);
    await announce(tx, { version, document, before, effectiveFrom: from, names, exceptId: personId }, now);
    const result = { version, state: from <= now ? ("in_force" as const) : ("published" as const), effectiveFrom: from };
    await options.remember?.(tx, result);
    return result;
  });
}
