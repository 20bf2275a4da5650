import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { systemClock } from "#kernel/clock.ts";
import { env } from "./env.server.ts";
import { tokenHash } from "./secrets.server.ts";
import { type Tx, readHot, transaction } from "./transaction.server.ts";

/** What a session is besides its person and its end. */
export interface SessionAttributes {
  readonly publicId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly provedAt: Date;
  readonly complete: boolean;
  readonly userAgent: string | null;
  readonly address: string | null;
  /** At creation only: the hash of the session that ends with it. */
  readonly replacesId?: string | null;
  /** At creation only: runs in the transaction that stores the session (the audit event); told how many it has ended. */
  readonly alongside?: (tx: Tx, ended: number) => Promise<void>;
}

export interface SessionUserAttributes {
  readonly addressForm: string | null;
}

const idleSince = () => new Date(systemClock.now().getTime() - env.SESSION_IDLE_MINUTES * 60_000);

/**
 * Ends the person's oldest sessions beyond SESSION_MAX_PER_PERSON, never the new one; answers how many of those that
 * still held. Complete ones and those whose second factor is due are counted apart, so that a password alone ends nobody's.
 */
async function endOldest(tx: Tx, personId: string, fresh: { readonly id: string; readonly complete: boolean }): Promise<number> {
  const now = systemClock.now();
  const rows = await tx.list("Session", { personId, complete: fresh.complete }, { orderBy: [["createdAt", "desc"], ["id", "asc"]] });
  const living = rows.filter(({ id, expiresAt, lastSeenAt }) => id !== fresh.id && expiresAt > now && lastSeenAt > idleSince());
  const beyond = living.slice(env.SESSION_MAX_PER_PERSON - 1).map(({ id }) => id);
  return beyond.length === 0 ? 0 : tx.remove("Session", { id: beyond });
}

/**
 * Lucia's seven methods on our tables. The id is hashed at every call and the raw one handed back, so the database never
 * holds a value that signs in. The end of a session is absolute: Lucia's sliding extension changes nothing. A session that
 * was idle too long and one of a deactivated person have no user, which makes Lucia delete them.
 */
export const sessionAdapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = readHot("session.find", { id: tokenHash(sessionId) });
    if (row === null) return [null, null];
    const { person, personId, expiresAt, id: _hash, ...attributes } = row;
    const session = { id: sessionId, userId: personId, expiresAt, attributes: { ...attributes, expiresAt } };
    if (!person.active || row.lastSeenAt <= idleSince()) return [session, null];
    return [session, { id: personId, attributes: { addressForm: person.addressForm } }];
  },

  /** Ids of this list are hashes: they tell sessions apart and sign nobody in. */
  async getUserSessions(userId): Promise<DatabaseSession[]> {
    const rows = await transaction((tx) => tx.list("Session", { personId: userId }));
    return rows.map(({ id, personId, expiresAt, ...attributes }) => ({ id, userId: personId, expiresAt, attributes: { ...attributes, expiresAt } }));
  },

  async setSession({ id, userId, attributes }): Promise<void> {
    const { alongside, replacesId, ...columns } = attributes;
    await transaction(async (tx) => {
      if (replacesId) await tx.remove("Session", { id: replacesId });
      await tx.insert("Session", { ...columns, id: tokenHash(id), personId: userId });
      const ended = await endOldest(tx, userId, { id: tokenHash(id), complete: columns.complete });
      await alongside?.(tx, ended);
    });
  },

  async updateSessionExpiration(): Promise<void> {},

  async deleteSession(sessionId): Promise<void> {
    await transaction((tx) => tx.remove("Session", { id: tokenHash(sessionId) }));
  },

  async deleteUserSessions(userId): Promise<void> {
    await transaction((tx) => tx.remove("Session", { personId: userId }));
  },

  async deleteExpiredSessions(): Promise<void> {
    await transaction((tx) => tx.statement("session.clear-expired", { now: systemClock.now(), idleSince: idleSince() }));
  },
};
