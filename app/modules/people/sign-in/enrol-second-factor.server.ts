import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal, invalidInput } from "#platform/http/refusal.ts";
import { beginAttempt } from "#platform/rate-limit-attempts.server.ts";
import { type SessionFacts, type StartedSession, startSession } from "#platform/session.server.ts";
import { type Tx, transaction } from "#platform/transaction.server.ts";
import { recordSignIn, selfRef } from "./record-sign-in.server.ts";
import { type NewCodes, newRecoveryCodes, openSealed, sealSecret, stepOf } from "./second-factor.server.ts";

export interface Enrolled extends StartedSession {
  /** Shown once. */
  readonly recoveryCodes: readonly string[];
}

async function storeCodes(tx: Tx, personId: string, codes: NewCodes): Promise<void> {
  await tx.remove("RecoveryCode", { personId });
  for (const codeHash of codes.hashes) await tx.insert("RecoveryCode", { id: newId(), personId, codeHash });
}

/**
 * Sets a second factor up once a code of it matches; it replaces an earlier one. The session goes on under a new
 * identifier. Answers ten recovery codes. Refuses 422 at `code`, 409 for an offer made to somebody else.
 */
export async function enrolSecondFactor(actor: PersonActor, session: SessionFacts, input: { sealed: string; code: string }, request: Request): Promise<Enrolled> {
  const { personId } = actor;
  await beginAttempt({ kind: "code", account: `enrol:${personId}`, address: actor.address });
  const secret = openSealed(personId, input.sealed);
  const step = await stepOf(secret, input.code);
  if (step === null) throw invalidInput({ path: "code", code: "code_mismatch" });
  const codes = newRecoveryCodes(personId);
  const totpSecret = sealSecret(personId, secret);
  const started = await startSession({
    personId,
    replaces: request,
    complete: true,
    address: actor.address,
    continues: session,
    alongside: async (tx) => {
      const now = systemClock.now();
      const set = { totpSecret, totpEnabledAt: now, totpLastStep: step, updatedAt: now };
      if ((await tx.update("Credential", { personId }, set)) !== 1) throw new Refusal("state_changed");
      await storeCodes(tx, personId, codes);
      await recordSignIn(tx, { type: "second-factor.set-up", schema: 1, data: {} }, { kind: "person", id: personId }, selfRef(personId, actor), now);
    },
  });
  return { ...started, recoveryCodes: codes.shown };
}

/** Replaces one's recovery codes; the earlier ones stop working. Answers the new ones, shown once. */
export async function renewRecoveryCodes(actor: PersonActor): Promise<readonly string[]> {
  const { personId } = actor;
  const codes = newRecoveryCodes(personId);
  await transaction(async (tx) => {
    const credential = await tx.find("Credential", { personId });
    if (credential?.totpEnabledAt === null || credential === null) throw new Refusal("state_changed");
    await storeCodes(tx, personId, codes);
    const event = { type: "recovery-codes.made", schema: 1, data: { codes: codes.shown.length } } as const;
    await recordSignIn(tx, event, { kind: "person", id: personId }, selfRef(personId, actor), systemClock.now());
  });
  return codes.shown;
}

/** Takes one's second factor away. */
export async function removeSecondFactor(actor: PersonActor): Promise<void> {
  const { personId } = actor;
  await transaction(async (tx) => {
    const now = systemClock.now();
    await tx.update("Credential", { personId }, { totpSecret: null, totpEnabledAt: null, totpLastStep: null, updatedAt: now });
    await tx.remove("RecoveryCode", { personId });
    await recordSignIn(tx, { type: "second-factor.removed", schema: 1, data: { by: "self" } }, { kind: "person", id: personId }, selfRef(personId, actor), now);
  });
}
