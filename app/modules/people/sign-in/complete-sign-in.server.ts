import { systemClock } from "#kernel/clock.ts";
import { type Refusal, invalidInput } from "#platform/http/refusal.ts";
import { attemptSucceeded, beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { type SessionFacts, type StartedSession, startSession } from "#platform/session.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordLimit } from "./own-sessions.server.ts";
import { recordSignIn, selfRef, type Visitor } from "./record-sign-in.server.ts";
import { claimOf, redeemCode } from "./second-factor.server.ts";

function wrongCode(): Refusal {
  return invalidInput({ path: "code", code: "code_mismatch" });
}

/**
 * The second step of signing in: a code of the authenticator or a recovery code turns the pending session into a complete
 * one under a new identifier. Throws 422 at `code`, 429 after too many tries.
 */
export async function completeSignIn(session: SessionFacts, code: string, request: Request, visitor: Visitor): Promise<StartedSession> {
  const { personId } = session;
  const attempt = { kind: "code", account: personId, address: visitor.address } as const;
  await beginAttempt(attempt);
  const claim = await claimOf(personId, code);
  const subject = { kind: "person", id: personId };
  if (claim === null) {
    await transaction((tx) => recordSignIn(tx, { type: "sign-in.refused", schema: 1, data: { at: "code" } }, subject, selfRef(personId, visitor), systemClock.now()));
    throw wrongCode();
  }
  return startSession({
    personId,
    replaces: request,
    complete: true,
    address: visitor.address,
    alongside: async (tx, ended) => {
      if (!(await redeemCode(tx, personId, claim))) throw wrongCode();
      await attemptSucceeded(tx, attempt);
      const event = { type: "sign-in.succeeded", schema: 1, data: { secondFactor: claim.kind } } as const;
      await recordSignIn(tx, event, subject, selfRef(personId, visitor), systemClock.now());
      await recordLimit(tx, personId, ended, visitor);
    },
  });
}
