import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { type Attempt, attemptSucceeded, beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { type StartedSession, startSession } from "#platform/session.server.ts";
import { readHot, transaction } from "#platform/transaction.server.ts";
import { recordLimit } from "./own-sessions.server.ts";
import { hashPassword, isOutdated, verifyPassword } from "./passwords.server.ts";
import { recordSignIn, selfRef, type Visitor } from "./record-sign-in.server.ts";

/** The one answer to every wrong sign-in: unknown, wrong password, deactivated, never invited. */
function mismatch(): Refusal {
  return new Refusal("sign_in_mismatch");
}

/** Who an e-mail address and a password belong to; takes as long for nobody. */
async function subjectOf(email: string, password: string): Promise<{ personId: string; passwordHash: string } | null> {
  const person = readHot("person.by-email", { email });
  const credential = person?.active ? await db.credential.findUnique({ where: { personId: person.id }, select: { passwordHash: true } }) : null;
  const passwordHash = credential?.passwordHash ?? null;
  const matches = await verifyPassword(passwordHash, password);
  return matches && person !== null && passwordHash !== null ? { personId: person.id, passwordHash } : null;
}

/** Notes a refused attempt; somebody unknown is nobody in particular in the trail. */
async function recordRefused(email: string, at: "password" | "code" | "proof", visitor: Visitor): Promise<void> {
  const person = readHot("person.by-email", { email });
  await transaction((tx) =>
    recordSignIn(tx, { type: "sign-in.refused", schema: 1, data: { at } }, { kind: "person", id: person?.id ?? "unknown" }, selfRef(null, visitor), systemClock.now()),
  );
}

/**
 * Checks e-mail and password for `attempt`. Throws 429 `rate_limited` while its counters wait, 422 `sign_in_mismatch`
 * otherwise. Answers the person and the hash that matched.
 */
export async function checkPassword(email: string, password: string, at: "password" | "proof", visitor: Visitor): Promise<{ personId: string; passwordHash: string; attempt: Attempt }> {
  const account = email.trim().toLowerCase().slice(0, 254);
  const attempt: Attempt = { kind: "password", account, address: visitor.address };
  await beginAttempt(attempt);
  const subject = await subjectOf(account, password);
  if (subject !== null) return { ...subject, attempt };
  await recordRefused(account, at, visitor);
  throw mismatch();
}

export interface SignedIn extends StartedSession {
  /** false: the second factor is still due. */
  readonly complete: boolean;
}

/** Signs in with e-mail and password: a new session, complete unless a second factor is set up. */
export async function signIn(input: { email: string; password: string }, request: Request, visitor: Visitor): Promise<SignedIn> {
  const { personId, passwordHash, attempt } = await checkPassword(input.email, input.password, "password", visitor);
  const renewed = isOutdated(passwordHash) ? await hashPassword(input.password) : null;
  const complete = readHot("credential.has-totp", { personId }) !== true;
  const session = await startSession({
    personId,
    replaces: request,
    complete,
    address: visitor.address,
    alongside: async (tx, ended) => {
      const now = systemClock.now();
      // Between the check and this moment the password may have been changed or the person deactivated.
      const current = await tx.find("Credential", { personId, passwordHash });
      const person = await tx.find("Person", { id: personId, active: true });
      if (current === null || person === null || (complete && current.totpEnabledAt !== null)) throw mismatch();
      if (renewed !== null) await tx.update("Credential", { personId }, { passwordHash: renewed, updatedAt: now });
      await attemptSucceeded(tx, attempt);
      const event = { type: "sign-in.succeeded", schema: 1, data: { secondFactor: complete ? "none" : "due" } } as const;
      await recordSignIn(tx, event, { kind: "person", id: personId }, selfRef(personId, visitor), now);
      await recordLimit(tx, personId, ended, visitor);
    },
  });
  return { ...session, complete };
}
