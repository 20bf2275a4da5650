import { peopleWithRole } from "#modules/people/public.server.ts";
import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#platform/notifications.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { demandTestsPass } from "./policy-document.server.ts";
import { parsePolicy } from "./public.ts";
import { recordEvent } from "./record-event.server.ts";
import { editorsOf, versionIn } from "./review-policy.server.ts";
import type { AfterWrite } from "./save-policy.server.ts";

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
  version: number,
  { effectiveFrom, note }: { readonly effectiveFrom: Date | null; readonly note: string | null },
  asked: Asked,
  after?: AfterWrite<Published>,
): Promise<Published> {
  demand(asked, "policies.publish");
  const personId = asked.actor?.personId ?? null;
  if (personId === null) throw new Refusal("forbidden");
  if (effectiveFrom !== null && effectiveFrom < asked.now) throw invalidInput({ path: "effectiveFrom", code: "not_in_past" });
  const from = effectiveFrom ?? asked.now;
  const readers = new Set(READERS.flatMap((role) => peopleWithRole(role)).map(({ id }) => id));
  return transaction(async (tx) => {
    const row = await versionIn(tx, version, "in_review");
    const editors = await editorsOf(tx, version);
    if (editors.includes(personId)) throw new Refusal("own_draft");
    demandTestsPass(parsePolicy(JSON.parse(row.document)), asked.now);
    await tx.update(
      "PolicyVersion",
      { version, state: "in_review", revision: row.revision },
      { state: "published", publishedAt: asked.now, publishedById: personId, publishNote: note, effectiveFrom: from },
    );
    await recordEvent(tx, { kind: "policy", id: String(version) }, actorRef(asked), asked.now, {
      type: "policy.published",
      schema: 1,
      data: { version, contentHash: row.contentHash, effectiveFrom: from.toISOString(), note, editors },
    });
    for (const reader of readers) {
      if (reader === personId) continue;
      await notify(tx, { personId: reader, kind: "policy.published", params: { version, effectiveFrom: from.toISOString() }, href: "/authority", at: asked.now });
    }
    const result = { version, state: from <= asked.now ? ("in_force" as const) : ("published" as const), effectiveFrom: from };
    await after?.(tx, result);
    return result;
  });
}
