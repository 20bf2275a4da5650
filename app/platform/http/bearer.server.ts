import { type Actor, type PersonActor, TOKEN_SCOPES, type TokenScope } from "#access/actor.ts";
import { type Action, PERMISSIONS, can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { log } from "../log.server.ts";
import { tokenHash } from "../secrets.server.ts";
import { readHot, transaction } from "../transaction.server.ts";
import { directory } from "./directory.server.ts";
import { Refusal, invalidInput } from "./refusal.ts";

const TOUCH_MS = 60 * 60_000;

/** Who calls the API: the actor, and the token that rate limits and idempotency keys belong to. */
export interface Caller {
  readonly actor: Actor;
  readonly tokenId: string;
}

interface RequestOrigin {
  readonly requestId: string | null;
  readonly address: string | null;
}

function scopesOf(stored: string | null): TokenScope[] | null {
  if (stored === null) return null;
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? TOKEN_SCOPES.filter((scope) => list.includes(scope)) : [];
}

/** Tokens whose last use was noted lately by this process; kept on globalThis, see directory.server.ts. */
const touchedKey = Symbol.for("tam.platform.tokens-touched");
const holder = globalThis as { [touchedKey]?: Map<string, number> };
const touched = (holder[touchedKey] ??= new Map());

/** Notes the last use, at most once an hour per token: the request does not wait for it. */
function touch(tokenId: string, lastUsedAt: Date | null): void {
  const now = systemClock.now();
  const known = Math.max(lastUsedAt?.getTime() ?? 0, touched.get(tokenId) ?? 0);
  if (now.getTime() - known < TOUCH_MS) return;
  touched.set(tokenId, now.getTime());
  transaction((tx) => tx.update("ApiToken", { id: tokenId }, { lastUsedAt: now })).catch((error: unknown) => {
    touched.delete(tokenId);
    log.warn({ err: error }, "the last use of a token was not noted");
  });
}

/**
 * The caller of a bearer token; cookies are never looked at. Throws 401 `unauthenticated` for a missing, unknown,
 * expired or revoked token and for one whose person is deactivated.
 */
export async function authenticate(request: Request, origin: RequestOrigin): Promise<Caller> {
  const [, secret] = /^Bearer +(tam_[A-Za-z0-9_-]{20,100}) *$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const token = secret === undefined ? null : readHot("token.find", { tokenHash: tokenHash(secret) });
  const now = systemClock.now();
  if (token === null || token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now)) throw new Refusal("unauthenticated");
  const tokenScopes = scopesOf(token.scopes);
  const via = `token:${token.prefix}`;
  if (token.personId !== null) {
    const actor = await directory().actorOf(token.personId, { ...origin, tokenScopes, via });
    if (actor === null) throw new Refusal("unauthenticated");
    touch(token.id, token.lastUsedAt);
    return { actor, tokenId: token.id };
  }
  touch(token.id, token.lastUsedAt);
  const name = token.serviceName ?? token.name;
  return { actor: { kind: "service", personId: null, name, locale: "vi", tokenScopes: tokenScopes ?? [], via: name, ...origin }, tokenId: token.id };
}

/** What a service may do for a person besides its own scopes. */
const ON_BEHALF: readonly TokenScope[] = ["decisions:read", "decisions:write"];

const OTHER_PERSON = { path: "actor", code: "not_yourself" } as const;

/**
 * The person a request acts for. A person's token acts for its person (`email` may repeat theirs); a service names one:
 * 422 `actor_required` without, 403 `insufficient_scope` without `decisions:on-behalf`, 422 for an unknown person.
 */
export async function resolveOnBehalf(actor: Actor, email: string | null | undefined): Promise<PersonActor> {
  const wanted = email?.trim().toLowerCase() ?? "";
  if (actor.kind === "person") {
    if (wanted !== "" && wanted !== actor.email.toLowerCase()) throw invalidInput(OTHER_PERSON);
    return actor;
  }
  if (!actor.tokenScopes.includes("decisions:on-behalf")) throw new Refusal("insufficient_scope", { params: { scope: "decisions:on-behalf" } });
  if (wanted === "") throw new Refusal("actor_required", { errors: [{ path: "actor", code: "required" }] });
  const tokenScopes = [...new Set([...actor.tokenScopes, ...ON_BEHALF])];
  const { requestId, address, via } = actor;
  const person = await directory().actorByEmail(wanted, { requestId, address, tokenScopes, via });
  if (person === null) throw invalidInput({ path: "actor", code: "unknown_person" });
  return person;
}

/** Throws 403 unless the caller may do `action`: `insufficient_scope` when only the token's scopes stand against it. */
export function requirePermission(actor: Actor, action: Action, onBehalf: boolean): void {
  if (can(actor, action)) return;
  const { scope } = PERMISSIONS[action];
  const covered = actor.kind === "service" && onBehalf && scope !== null && ON_BEHALF.includes(scope) && actor.tokenScopes.includes("decisions:on-behalf");
  if (covered) return;
  const { requestId, personId, via, address } = actor;
  log.warn({ requestId, personId, via, action, address }, "permission refused");
  const narrowed = actor.kind === "service" || can({ ...actor, tokenScopes: null }, action);
  throw narrowed ? new Refusal("insufficient_scope", { params: { scope: scope ?? "" } }) : new Refusal("forbidden");
}
