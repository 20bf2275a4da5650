import type { Actor, PersonActor, TokenScope } from "#access/actor.ts";
import type { OrganisationWords } from "#i18n/translator.ts";

/** Where a request comes from; goes into the actor and from there into the audit trail. */
export interface Origin {
  readonly requestId: string | null;
  readonly address: string | null;
  /** Scopes of the token that speaks; null on the web and for a token that is not narrowed. */
  readonly tokenScopes: readonly TokenScope[] | null;
  /** The token or the service that speaks for the person; null on the web. */
  readonly via: string | null;
}

export interface OrganisationFacts {
  readonly words: OrganisationWords;
  readonly requireTotp: boolean;
  readonly isDemo: boolean;
}

/** What HTTP needs to know about people; the people module answers, the process root installs it. */
export interface Directory {
  /** The person with the roles they hold this instant; null when unknown or deactivated. */
  readonly actorOf: (personId: string, origin: Origin) => Promise<PersonActor | null>;
  readonly actorByEmail: (email: string, origin: Origin) => Promise<PersonActor | null>;
  /** null while there is no organisation yet. */
  readonly organisation: () => Promise<OrganisationFacts | null>;
}

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const key = Symbol.for("tam.platform.directory");
const holder = globalThis as { [key]?: Directory };

/** Each process root that answers requests (server, test set-up) calls this once. */
export function installDirectory(directory: Directory): void {
  holder[key] = directory;
}

export function directory(): Directory {
  const installed = holder[key];
  if (!installed) throw new Error("no directory of people: the process root must call installDirectory first");
  return installed;
}

/** Roles that need a second factor where the organisation asks for it. */
const GUARDED_ROLES: readonly string[] = ["supervisor", "manager", "hr", "leader", "admin"];

/** Whether this person must set up a second factor before anything else. */
export function needsSecondFactor(actor: Actor, organisation: OrganisationFacts | null): boolean {
  if (organisation === null || !organisation.requireTotp || organisation.isDemo || actor.kind !== "person") return false;
  return actor.grants.some((grant) => GUARDED_ROLES.includes(grant.role));
}
