import type { Actor } from "#access/actor.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { parsePolicy } from "../public.ts";
import { recordEvent } from "../record-event.server.ts";
import { versionIn } from "../policy-rows.server.ts";
import { boundPeople, withInForce } from "./bound-people.server.ts";

/**
 * Ends the time for comments before its day, with the reason; those who were asked are told it. What was said still gets
 * its answers. Refuses: `forbidden`, `not_found`, `invalid_input` without a reason, 409 `state_changed` when no period runs.
 */
export async function endComments(actor: Actor, version: number, input: { readonly note?: string | null | undefined }, options: CommandOptions<void> = {}): Promise<void> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const note = textOrNull(input.note);
  if (note === null) throw invalidInput({ path: "note", code: "required" });
  await transaction(async (tx) => {
    const row = await versionIn(tx, version, "draft");
    if (row.commentsUntil === null || row.commentsUntil <= now) throw new Refusal("state_changed");
    await tx.update("PolicyVersion", { version, state: "draft" }, { commentsUntil: now });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.comments-ended",
      schema: 1,
      data: { version, until: row.commentsUntil.toISOString(), note },
    });
    for (const { id } of boundPeople(withInForce(parsePolicy(JSON.parse(row.document)), now), now)) {
      if (id !== actor.personId) await notify(tx, { personId: id, kind: "policy.comments-ended", params: { version, note }, href: null, at: now });
    }
  });
}
