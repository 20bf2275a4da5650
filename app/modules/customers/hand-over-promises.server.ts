import type { Actor } from "#access/actor.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";

/** The nearest active manager above somebody; null when there is none. */
async function activeManager(tx: Tx, personId: string): Promise<string | null> {
  const seen = new Set<string>();
  let at: string | null = personId;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const person: { managerId: string | null; active: boolean; id: string } | null = await tx.find("Person", { id: at });
    if (person !== null && person.active && person.id !== personId) return person.id;
    at = person?.managerId ?? null;
  }
  return null;
}

/** The open promises of somebody who leaves go to their nearest active manager. */
export async function handOverPromises(tx: Tx, leaving: { readonly personId: string; readonly actor: Actor | null; readonly at: Date }): Promise<void> {
  const { personId, actor, at } = leaving;
  const promises = await tx.list("CustomerPromise", { keeperId: personId, state: "open" });
  if (promises.length === 0) return;
  const to = await activeManager(tx, personId);
  if (to === null) return;
  await tx.update("CustomerPromise", { keeperId: personId, state: "open" }, { keeperId: to });
  const asked = { actor, source: actor === null ? ("command-line" as const) : ("screen" as const), now: at };
  for (const { id } of promises) {
    await recordEvent(tx, asked, { kind: "promise", id }, { type: "promise.handed-over", schema: 1, data: { promiseId: id, from: personId, to } });
  }
}
