import { endSessionsOf } from "#platform/session.server.ts";
import type { Tx } from "#platform/transaction.server.ts";

/** Ends every session, access token and unused sign-in link of a person at once; answers how many sessions and tokens. */
export async function revokeAccess(tx: Tx, personId: string, now: Date): Promise<{ sessionsEnded: number; tokensRevoked: number }> {
  const sessionsEnded = await endSessionsOf(tx, personId);
  const tokensRevoked = await tx.update("ApiToken", { personId, revokedAt: null }, { revokedAt: now });
  await tx.update("OneTimeLink", { personId, usedAt: null }, { usedAt: now });
  return { sessionsEnded, tokensRevoked };
}
