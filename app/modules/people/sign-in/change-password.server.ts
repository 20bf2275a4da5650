import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { Refusal, invalidInput } from "#platform/http/refusal.ts";
import { attemptSucceeded } from "#platform/rate-limit-attempts.server.ts";
import { type SessionFacts, type StartedSession, endSessionsOf, startSession } from "#platform/session.server.ts";
import { findOrganisation } from "../organisation.server.ts";
import { choosePassword } from "./passwords.server.ts";
import { recordSignIn, selfRef } from "./record-sign-in.server.ts";
import { checkPassword } from "./sign-in.server.ts";

/**
 * Changes one's own password: the current one is asked for, every other session ends, this one goes on under a new
 * identifier. Refuses 422 at `current` or `next`, 429 after too many tries.
 */
export async function changePassword(actor: PersonActor, session: SessionFacts, input: { current: string; next: string }, request: Request): Promise<StartedSession> {
  const { personId } = actor;
  const checked = await checkPassword(actor.email, input.current, "proof", actor).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === "sign_in_mismatch" ? invalidInput({ path: "current", code: "password_mismatch" }) : error;
  });
  const context = { email: actor.email, name: actor.name, organisation: findOrganisation()?.name ?? null };
  const passwordHash = await choosePassword(input.next, context, "next");
  return startSession({
    personId,
    replaces: request,
    complete: true,
    address: actor.address,
    continues: session,
    alongside: async (tx) => {
      const now = systemClock.now();
      const changed = await tx.update("Credential", { personId, passwordHash: checked.passwordHash }, { passwordHash, passwordSetAt: now, updatedAt: now });
      if (changed !== 1) throw new Refusal("state_changed");
      const sessionsEnded = await endSessionsOf(tx, personId, session.publicId);
      await tx.update("OneTimeLink", { personId, usedAt: null }, { usedAt: now });
      await attemptSucceeded(tx, checked.attempt);
      const event = { type: "password.changed", schema: 1, data: { how: "own", sessionsEnded } } as const;
      await recordSignIn(tx, event, { kind: "person", id: personId }, selfRef(personId, actor), now);
    },
  });
}
