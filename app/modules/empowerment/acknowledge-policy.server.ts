import type { Actor } from "#access/actor.ts";
import type { CommandOptions } from "./command.server.ts";
import { respondPolicy } from "./publishing/respond-policy.server.ts";

/**
 * "I have read and understood", once per person and version; saying it again changes nothing. Only of a published
 * version that asks no question. Refuses: `forbidden` (also a service: nobody reads for somebody), `not_found`.
 */
export async function acknowledgePolicy(actor: Actor, version: number, options: Pick<CommandOptions<void>, "now"> = {}): Promise<void> {
  await respondPolicy(actor, version, { response: "understood" }, options);
}
