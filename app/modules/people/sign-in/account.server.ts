import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import type { SessionFacts } from "#platform/session.server.ts";
import { listTokens, type TokenView } from "./access-tokens.server.ts";
import { ownDevices, type Device } from "./own-sessions.server.ts";

/** What one's account page shows. */
export interface AccountView {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  /** null: as the organisation does. */
  readonly addressForm: string | null;
  readonly passwordSetAt: string | null;
  readonly secondFactorSince: string | null;
  readonly recoveryCodesLeft: number;
  readonly devices: readonly Device[];
  readonly tokens: readonly TokenView[];
}

export async function ownAccount(actor: PersonActor, session: SessionFacts): Promise<AccountView> {
  const { personId } = actor;
  const [person, credential, recoveryCodesLeft, devices, tokens] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, email: true, language: true, addressForm: true } }),
    db.credential.findUnique({ where: { personId }, select: { passwordSetAt: true, totpEnabledAt: true } }),
    db.recoveryCode.count({ where: { personId, usedAt: null } }),
    ownDevices(session),
    listTokens({ personId }, systemClock.now()),
  ]);
  return {
    ...person,
    passwordSetAt: credential?.passwordSetAt?.toISOString() ?? null,
    secondFactorSince: credential?.totpEnabledAt?.toISOString() ?? null,
    recoveryCodesLeft,
    devices,
    tokens,
  };
}
