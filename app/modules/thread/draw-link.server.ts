import { type Asked, demand } from "#platform/acting.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { sameEnd } from "./kinds.ts";
import { link } from "./link.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { DrawnLink } from "./schemas.ts";

/**
 * Links two things a person sees belong together, with why. That they may know of both ends is for the caller to judge.
 * Refuses: `forbidden`; `invalid_input` at `to` for a thing with itself or a link that is there already.
 */
export async function drawLink({ from, to, relation, note }: DrawnLink, asked: Asked): Promise<{ id: string }> {
  demand(asked, "thread.link");
  if (sameEnd(from, to)) throw invalidInput({ path: "to", code: "same_thing" });
  return transaction(async (tx) => {
    const id = await link(tx, { from, to, relation, by: asked.actor?.personId ?? null, at: asked.now, automatic: false, note });
    if (id === null) throw invalidInput({ path: "to", code: "linked_already" });
    await recordEvent(tx, asked, id, { type: "thread.linked", schema: 1, data: { from, to, relation } }, note);
    return { id };
  });
}
