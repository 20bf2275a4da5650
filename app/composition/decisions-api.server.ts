import type { Actor, PersonActor } from "#access/actor.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";

/** The e-mail of the person a body acts for, before the body is read; what is no text is left to the reader to refuse. */
export function actorOfBody(body: unknown): string | null {
  const email = typeof body === "object" && body !== null && "actor" in body ? body.actor : null;
  return typeof email === "string" ? email : null;
}

/** What a command needs to know of the service that calls it, where one does. */
export function serviceOf(actor: Actor): { serviceName: string | null; mayAssert: boolean } {
  if (actor.kind === "person") return { serviceName: null, mayAssert: false };
  return { serviceName: actor.name, mayAssert: actor.tokenScopes.includes("facts:assert") };
}

/** The person who calls; a service answers for nobody (403). */
export function personOnly(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw new Refusal("forbidden");
  return actor;
}

/** A version's number from a path; 404 for what is no number. */
export function versionOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw notFound();
  return Number(text);
}
