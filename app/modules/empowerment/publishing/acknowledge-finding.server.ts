import type { Actor } from "#access/actor.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { noteFinding, openWarnings, readGate } from "./lint-gate.server.ts";

/**
 * Takes note of a warning in writing, before the version is published. Refuses: `forbidden`, `not_found`,
 * `invalid_input` without words or for what is no open warning of the version, 409 `state_changed` once it is published.
 */
export async function acknowledgeFinding(actor: Actor, version: number, input: { readonly finding: string; readonly note?: string | null | undefined }, options: CommandOptions<void> = {}): Promise<void> {
  demand(actor, "policies.publish");
  const now = instantOf(options);
  const note = textOrNull(input.note);
  if (note === null) throw invalidInput({ path: "note", code: "required" });
  const gate = await readGate(version, now);
  if (gate === null) throw notFound();
  await transaction(async (tx) => {
    const row = await tx.find("PolicyVersion", { version });
    if (row === null || row.state === "published" || row.contentHash !== gate.contentHash) throw new Refusal("state_changed");
    const open = await openWarnings(tx, version, gate);
    if (!open.some(({ key }) => key === input.finding)) throw invalidInput({ path: "finding", code: "unknown_reference" });
    await noteFinding(tx, version, input.finding, note, actor, now);
  });
}
