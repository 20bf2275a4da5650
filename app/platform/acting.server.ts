import type { Actor, PersonActor } from "#access/actor.ts";
import { mayGrant, reach, within, type Action, type Resource } from "#access/permissions.ts";
import type { Role } from "#access/roles.ts";
import { notFound, Refusal } from "./http/refusal.ts";

/** How a change came in. */
export type Source = "screen" | "api" | "import" | "command-line" | "setup";

/** Who asks for a change, and when. */
export interface Asked {
  /** null: the operator at the command line, who may do everything. */
  readonly actor: Actor | null;
  readonly source: Source;
  readonly now: Date;
}

/** Refuses with 403 `forbidden` what no role of theirs allows, and with 404 what lies out of their reach. */
export function demand({ actor }: Asked, action: Action, resource?: Resource): void {
  if (actor === null) return;
  const scope = reach(actor, action);
  if (scope === null) throw new Refusal("forbidden");
  if (resource !== undefined && !within(scope, resource)) throw notFound();
}

/** The person who asks: what nobody does in somebody else's name. Refuses as `demand`, and 403 `forbidden` a service and the operator. */
export function demandPerson(asked: Asked, action: Action): PersonActor {
  demand(asked, action);
  if (asked.actor === null || asked.actor.kind === "service") throw new Refusal("forbidden");
  return asked.actor;
}

/** Whether every one of these roles is the actor's to hand out and take away. A service may end those that serve customers. */
export function mayHandle({ actor }: Asked, roles: readonly Role[], personId: string | null): boolean {
  if (actor === null) return true;
  if (actor.kind === "service") return roles.every((role) => role === "frontline" || role === "supervisor" || role === "manager");
  return roles.every((role) => mayGrant(actor, role, personId));
}

/** Refuses with 403 `role_not_yours` unless every one of these roles is the actor's to hand out. */
export function demandGrants({ actor }: Asked, roles: readonly Role[], personId: string | null): void {
  const refused = actor === null ? undefined : roles.find((role) => !mayGrant(actor, role, personId));
  if (refused !== undefined) throw new Refusal("role_not_yours", { status: 403, params: { role: refused } });
}

/** The actor an audit event names; the operator at the command line has no person. */
export function actorRef({ actor, source }: Asked): { personId: string | null; via: string | null; requestId: string | null; address: string | null } {
  if (actor === null) return { personId: null, via: source, requestId: null, address: null };
  return { personId: actor.personId, via: actor.via, requestId: actor.requestId, address: actor.address };
}
