import { link } from "#modules/thread/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { policyChanges } from "../domain/rule-changes.ts";
import type { PolicyDocument } from "../schemas.ts";

/** Ties a version to every rule it changed, added or removed, in the transaction that publishes it. The first version changes nothing: nothing was there. */
export async function linkChangedRules(
  tx: Tx,
  { version, before, document, by, at }: { readonly version: number; readonly before: PolicyDocument | null; readonly document: PolicyDocument; readonly by: string; readonly at: Date },
): Promise<void> {
  if (before === null) return;
  for (const { code } of policyChanges(before, document).rules) {
    await link(tx, { from: { kind: "policy", id: String(version) }, to: { kind: "rule", id: code }, relation: "changed", by, at, automatic: true });
  }
}
