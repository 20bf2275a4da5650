import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { type CommandOptions, demand } from "../command.server.ts";
import type { PolicyTest } from "../public.ts";
import { type SavedDraft, saveDraft } from "../save-policy.server.ts";

/**
 * Takes a test case out of a draft. Refuses: `forbidden`; `not_found` also for a position without a test; 412
 * `precondition_failed` when the draft was saved since `revision`; 409 `state_changed` for what is no draft any more.
 */
export async function removePolicyTest(actor: Actor, version: number, { index, revision }: { readonly index: number; readonly revision: string }, options: CommandOptions<SavedDraft> = {}): Promise<SavedDraft> {
  demand(actor, "policies.edit");
  const row = await db.policyVersion.findUnique({ where: { version }, select: { document: true } });
  const document = row === null ? {} : (JSON.parse(row.document) as { readonly tests?: readonly PolicyTest[] | null });
  const tests = document.tests ?? [];
  if (tests[index] === undefined) throw notFound();
  return saveDraft(actor, version, { ...document, tests: tests.filter((_test, at) => at !== index) }, revision, options);
}
