import { Lucia, TimeSpan } from "lucia";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { cookieValue } from "#i18n/locale.ts";
import { env } from "./env.server.ts";
import { log } from "./log.server.ts";
import { tokenHash } from "./secrets.server.ts";
import { type SessionAttributes, type SessionUserAttributes, sessionAdapter } from "./session-adapter.server.ts";
import { type Tx, readHot, transaction } from "./transaction.server.ts";

export const SESSION_COOKIE = "__Host-tam";

/** How long a given password or code counts as recent. */
export const RECENT_PROOF_MS = 5 * 60_000;

const SEEN_MS = 60_000;

const lucia = new Lucia(sessionAdapter, {
  sessionExpiresIn: new TimeSpan(env.SESSION_ABSOLUTE_MINUTES, "m"),
  sessionCookie: { name: SESSION_COOKIE, attributes: { secure: true, sameSite: "lax", path: "/" } },
  getSessionAttributes: (attributes) => attributes,
  getUserAttributes: (attributes) => attributes,
});

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: SessionUserAttributes;
  }
}

/** A session that holds this instant. */
export interface SessionFacts {
  readonly publicId: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When a password or code was last given. */
  readonly provedAt: Date;
  /** false: the password was given, the second factor is still due. */
  readonly complete: boolean;
  readonly hasTotp: boolean;
  /** How the person wishes to be addressed; null: as the organisation does. */
  readonly addressForm: string | null;
}

/** Sessions whose last request was noted lately; kept on globalThis, see http/directory.server.ts. */
const seenKey = Symbol.for("tam.platform.sessions-seen");
const holder = globalThis as { [seenKey]?: Map<string, number> };
const seen = (holder[seenKey] ??= new Map<string, number>());
const MAX_SEEN = 20_000;

/** Notes a request of the session, at most once a minute; the request does not wait for it. */
function noteSeen(publicId: string, lastSeenAt: Date): void {
  const now = systemClock.now();
  if (now.getTime() - Math.max(lastSeenAt.getTime(), seen.get(publicId) ?? 0) < SEEN_MS) return;
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(publicId, now.getTime());
  transaction((tx) => tx.update("Session", { publicId }, { lastSeenAt: now })).catch((error: unknown) => {
    seen.delete(publicId);
    log.warn({ err: error }, "a session's last request was not noted");
  });
}

function cookieOf(request: Request): string | null {
  return cookieValue(request.headers.get("Cookie"), SESSION_COOKIE);
}

/**
 * The session of a request; null without one, past its end, idle too long, or of somebody deactivated.
 * `started` is the identifier of a session that this very request has started: it counts instead of the cookie's.
 */
export async function readSession(request: Request, started: string | null = null): Promise<SessionFacts | null> {
  const raw = started ?? cookieOf(request);
  if (raw === null || raw.length > 200) return null;
  const { session, user } = await lucia.validateSession(raw);
  if (session === null) return null;
  noteSeen(session.publicId, session.lastSeenAt);
  return {
    publicId: session.publicId,
    personId: session.userId,
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    provedAt: session.provedAt,
    complete: session.complete,
    hasTotp: readHot("credential.has-totp", { personId: session.userId }) === true,
    addressForm: user.addressForm,
  };
}

/** The hash a visitor is counted by: of the session's cookie as sent, valid or not; null without one. */
export function sessionKeyOf(cookieHeader: string | undefined): string | null {
  const raw = cookieValue(cookieHeader, SESSION_COOKIE);
  return raw === null ? null : tokenHash(raw);
}

interface NewSession {
  readonly personId: string;
  /** The session of this request ends: its identifier never outlives a change of what it may do. */
  readonly replaces: Request;
  readonly complete: boolean;
  readonly address: string | null;
  /** Keeps the end and the start of the session it replaces (a proof renewed, a password changed). */
  readonly continues?: SessionFacts;
  /** Runs in the same transaction, told how many older sessions of the person the new one has ended. */
  readonly alongside: (tx: Tx, ended: number) => Promise<void>;
}

export interface StartedSession {
  /** The Set-Cookie value. */
  readonly cookie: string;
  /** Goes into the request's context, so that the loaders that follow see the new session. */
  readonly started: string;
}

/** Starts a session under a fresh identifier, ends the one it replaces and the oldest beyond the limit, in one transaction. */
export async function startSession(wish: NewSession): Promise<StartedSession> {
  const now = systemClock.now();
  const old = cookieOf(wish.replaces);
  const session = await lucia.createSession(wish.personId, {
    publicId: wish.continues?.publicId ?? newId(),
    createdAt: wish.continues?.createdAt ?? now,
    lastSeenAt: now,
    expiresAt: wish.continues?.expiresAt ?? new Date(now.getTime() + env.SESSION_ABSOLUTE_MINUTES * 60_000),
    provedAt: now,
    complete: wish.complete,
    userAgent: wish.replaces.headers.get("User-Agent")?.slice(0, 300) ?? null,
    address: wish.address,
    replacesId: old === null ? null : tokenHash(old),
    alongside: wish.alongside,
  });
  return { cookie: lucia.createSessionCookie(session.id).serialize(), started: session.id };
}

/** Ends the session of a request, with what belongs to it in the same transaction. */
export async function endSession(request: Request, alongside: (tx: Tx) => Promise<void>): Promise<void> {
  const raw = cookieOf(request);
  await transaction(async (tx) => {
    if (raw !== null) await tx.remove("Session", { id: tokenHash(raw) });
    await alongside(tx);
  });
}

/** The Set-Cookie value that takes the session's cookie away. */
export function blankSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends all sessions of a person, except the one of a public id; answers how many. */
export async function endSessionsOf(tx: Tx, personId: string, exceptPublicId: string | null = null): Promise<number> {
  const sessions = await tx.list("Session", { personId });
  const ids = sessions.filter((session) => session.publicId !== exceptPublicId).map((session) => session.id);
  return ids.length === 0 ? 0 : tx.remove("Session", { id: ids });
}

/** Takes sessions away that have ended; a background job. */
export async function clearExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}
