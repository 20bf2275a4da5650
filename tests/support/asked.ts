import type { PersonActor } from "#access/actor.ts";
import { loadActor, NO_CONTEXT } from "#modules/people/public.server.ts";
import type { Asked } from "#platform/acting.server.ts";

/** The actor of a seeded person as they are now. Throws when they may not act. */
export async function actorOf(person: { readonly id: string }): Promise<PersonActor> {
  const actor = await loadActor(person.id, NO_CONTEXT);
  if (actor === null) throw new Error("no such actor");
  return actor;
}

/** Somebody asks on a screen, now. */
export async function askedBy(person: { readonly id: string }, now: Date): Promise<Asked> {
  return { actor: await actorOf(person), source: "screen", now };
}

/** The operator asks at the command line, now. */
export const askedByOperator = (now: Date): Asked => ({ actor: null, source: "command-line", now });
