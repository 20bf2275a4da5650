import type { PersonActor } from "#access/actor.ts";
import type { AddressForm } from "#i18n/overlay.ts";
import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { appendEvent } from "#modules/audit/public.server.ts";
import { transaction } from "#platform/transaction.server.ts";

export interface Preferences {
  readonly language?: Locale;
  /** null: as the organisation addresses its staff. */
  readonly addressForm?: AddressForm | null;
}

/** Sets one's own language and form of address. */
export async function setPreferences(actor: PersonActor, wish: Preferences): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: actor.personId });
    if (person === null) return;
    const changes = Object.fromEntries(Object.entries(wish).filter(([field, value]) => person[field as "language" | "addressForm"] !== value));
    if (Object.keys(changes).length === 0) return;
    const at = systemClock.now();
    await tx.update("Person", { id: actor.personId }, { ...changes, updatedAt: at });
    const data = { changes: Object.fromEntries(Object.entries(changes).map(([field, to]) => [field, { from: person[field as "language" | "addressForm"], to }])), source: "screen" };
    await appendEvent(tx, { type: "person.edited", subject: { kind: "person", id: actor.personId }, actor, data, at });
  });
}
