import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { attemptSucceeded } from "#platform/rate-limit-attempts.server.ts";
import { type SessionFacts, type StartedSession, startSession } from "#platform/session.server.ts";
import { recordSignIn, selfRef } from "./record-sign-in.server.ts";
import { checkPassword } from "./sign-in.server.ts";

/** Asks for the password again before a sensitive act; the session goes on under a new identifier. Refuses as signIn does. */
export async function proveAgain(actor: PersonActor, session: SessionFacts, password: string, request: Request): Promise<StartedSession> {
  const { personId } = actor;
  const { attempt } = await checkPassword(actor.email, password, "proof", actor);
  return startSession({
    personId,
    replaces: request,
    complete: true,
    address: actor.address,
    continues: session,
    alongside: async (tx) => {
      await attemptSucceeded(tx, attempt);
      await recordSignIn(tx, { type: "sign-in.proved", schema: 1, data: {} }, { kind: "person", id: personId }, selfRef(personId, actor), systemClock.now());
    },
  });
}
