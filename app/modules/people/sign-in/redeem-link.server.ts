import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { tokenHash } from "#platform/secrets.server.ts";
import { endSessionsOf } from "#platform/session.server.ts";
import { type Tx, transaction } from "#platform/transaction.server.ts";
import { findOrganisation } from "../organisation.server.ts";
import { choosePassword } from "./passwords.server.ts";
import { recordSignIn, selfRef, type Visitor } from "./record-sign-in.server.ts";
import type { LinkKind } from "./sign-in-links.server.ts";

/** Whom a living link is for. */
export interface LinkSubject {
  readonly kind: LinkKind;
  readonly personId: string;
  readonly email: string;
  readonly name: string;
}

/** Whom a link is for; null once it is used or over, and for one nobody made. */
export async function linkSubject(token: string): Promise<LinkSubject | null> {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (link === null || link.personId === null || link.usedAt !== null || link.expiresAt <= systemClock.now()) return null;
  const person = await db.person.findUnique({ where: { id: link.personId, active: true }, select: { email: true, name: true } });
  return person === null ? null : { kind: link.kind === "invitation" ? "invitation" : "reset", personId: link.personId, ...person };
}

/** Uses a link up, in the transaction of what it allows. Throws 404 when it is used or over. */
export async function consumeLink(tx: Tx, token: string, kind: string, now: Date): Promise<void> {
  const link = await tx.find("OneTimeLink", { tokenHash: tokenHash(token), kind, usedAt: null });
  if (link === null || link.expiresAt <= now) throw notFound();
  await tx.update("OneTimeLink", { tokenHash: link.tokenHash }, { usedAt: now });
}

/**
 * Chooses a password with a one-time link; every session of the person ends and a second factor stays due.
 * Refuses 404 for a link that is used or over, 422 at `password`.
 */
export async function redeemSignInLink(token: string, password: string, visitor: Visitor): Promise<void> {
  await beginAttempt({ kind: "link", account: tokenHash(token), address: visitor.address });
  const subject = await linkSubject(token);
  if (subject === null) throw notFound();
  const { personId, email, name, kind } = subject;
  const passwordHash = await choosePassword(password, { email, name, organisation: findOrganisation()?.name ?? null }, "password");
  await transaction(async (tx) => {
    const now = systemClock.now();
    await consumeLink(tx, token, kind, now);
    await tx.upsert("Credential", { personId }, { personId, passwordHash, passwordSetAt: now, updatedAt: now });
    const sessionsEnded = await endSessionsOf(tx, personId);
    const event = { type: "password.changed", schema: 1, data: { how: kind, sessionsEnded } } as const;
    await recordSignIn(tx, event, { kind: "person", id: personId }, selfRef(personId, visitor), now);
  });
}
