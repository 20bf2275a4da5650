import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { Refusal } from "#platform/http/refusal.ts";

/** Whoever reads drafts, or writes them, may try them out. Refuses `forbidden`. */
export function demandSimulations(actor: Actor): void {
  if (!can(actor, "policies.read-drafts") && !can(actor, "policies.edit")) throw new Refusal("forbidden");
}
