import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, instantOf } from "../command.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { demandSimulations } from "./reach.server.ts";
import { cancelThread } from "./threads.server.ts";

/**
 * Ends a run that is under way: by whoever started it, or by whoever edits policies.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed` once it has ended.
 */
export async function cancelSimulation(actor: Actor, id: string, options: CommandOptions<null> = {}): Promise<void> {
  demandSimulations(actor);
  const now = instantOf(options);
  await transaction(async (tx) => {
    const row = await tx.find("Simulation", { id });
    if (row === null) throw notFound();
    if (row.createdById !== actor.personId && !can(actor, "policies.edit")) throw new Refusal("forbidden");
    if (row.state !== "queued" && row.state !== "running") throw new Refusal("state_changed");
    await tx.update("Simulation", { id, state: row.state }, { state: "cancelled", finishedAt: now });
    await recordEvent(tx, { kind: "simulation", id }, actor, now, { type: "simulation.cancelled", schema: 1, data: { version: row.version } });
    await options.remember?.(tx, null);
  });
  cancelThread(id);
}
