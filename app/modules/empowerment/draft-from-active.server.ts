import type { Actor } from "#access/actor.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "./command.server.ts";
import { insertDraft, type SavedDraft } from "./save-policy.server.ts";

/**
 * Begins a draft from the version in force, word for word, so that only what is changed differs.
 * Refuses: `forbidden`; 409 `no_policy_in_force`.
 */
export async function draftFromActive(actor: Actor, options: CommandOptions<SavedDraft> = {}): Promise<SavedDraft> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  return transaction(async (tx) => {
    const active = await tx.statement("policy.in-force", { at: now });
    const stored = active === null ? null : await tx.find("PolicyVersion", { version: active.version });
    if (active === null || stored === null) throw new Refusal("no_policy_in_force");
    const saved = await insertDraft(tx, actor, JSON.parse(stored.document), { baseVersion: active.version }, now);
    await options.remember?.(tx, saved);
    return saved;
  });
}
