import type { Actor } from "#access/actor.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { demandTestsPass } from "./policy-document.server.ts";
import { editorsOf, versionIn } from "./policy-rows.server.ts";
import { parsePolicy } from "./public.ts";
import { recordEvent } from "./record-event.server.ts";
import { tell } from "./tell.server.ts";

export interface Published {
  readonly version: number;
  readonly state: "published" | "in_force";
  readonly effectiveFrom: Date;
}

/** Who reads a new version: those who decide by it. */
const READERS = ["frontline", "supervisor", "manager", "hr", "leader"] as const;

/**
 * Publishes a version in review: from then on it never changes. Four eyes: a person of HR or management who edited none
 * of it (403 `own_draft`); stored test cases must pass (422 `tests_failed`).
 * @param effectiveFrom null: now; never in the past (422)
 * Refuses also: `forbidden`, `not_found`, `state_changed`.
 */
export async function publishPolicy(
  actor: Actor,
  version: number,
  input: { readonly effectiveFrom?: Date | null | undefined; readonly note?: string | null | undefined },
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
  const readers = new Set(READERS.flatMap((role) => peopleWithRole(role)).map(({ id }) => id));
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "in_review");
    const editors = await editorsOf(tx, version);
    if (editors.includes(personId)) throw new Refusal("own_draft");
    demandTestsPass(parsePolicy(JSON.parse(row.document)), now);
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
    for (const reader of readers) {
      if (reader === personId) continue;
      await tell(tx, { personId: reader, kind: "policy.published", params: { version, effectiveFrom: from.toISOString() }, href: "/authority", at: now });
    }
    const result = { version, state: from <= now ? ("in_force" as const) : ("published" as const), effectiveFrom: from };
    await options.remember?.(tx, result);
    return result;
  });
}
