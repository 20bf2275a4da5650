import { erasePersonalValues } from "#modules/audit/public.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { nameColumns, placeOf, recordEvent } from "./person-record.server.ts";
import { revokeAccess } from "./revoke-access.server.ts";

/** What an erased person is called wherever their name would stand. */
export const ERASED_NAME = "–";

/** What another module erases of a person in the same transaction, such as the words they wrote. */
export type PersonErasure = (tx: Tx, erasure: { readonly personId: string; readonly name: string; readonly at: Date }) => Promise<void>;

/**
 * Erases the details of somebody who has left: name, e-mail, sign-in, absences, and the personal values the audit trail
 * keeps of them. Their id, roles and decisions stay, and the chain stays whole.
 * Refuses: `forbidden`; `not_found`; `still_active` (deactivate first);.
 */
export async function erasePerson(personId: string, asked: Asked, participants: readonly PersonErasure[]): Promise<void> {
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.erasedAt !== null) throw notFound();
    demand(asked, "people.edit", placeOf(person));
    if (person.active) throw new Refusal("still_active", { status: 409 });
    await tx.update(
      "Person",
      { id: personId },
      { ...nameColumns(ERASED_NAME), email: `erased-${personId}@invalid`, addressForm: null, startedOn: null, erasedAt: asked.now, updatedAt: asked.now },
    );
    await tx.remove("Credential", { personId });
    await tx.remove("RecoveryCode", { personId });
    await tx.remove("Absence", { personId });
    await tx.remove("Notification", { personId });
    await tx.remove("NotificationChoice", { personId });
    await tx.remove("NotificationDigest", { personId });
    await tx.remove("NightWorker", { personId });
    await revokeAccess(tx, personId, asked.now);
    for (const erase of participants) await erase(tx, { personId, name: person.name, at: asked.now });
    const personalValues = await erasePersonalValues(tx, { kind: "person", id: personId });
    await recordEvent(tx, asked, { kind: "person", id: personId }, { type: "person.erased", schema: 1, data: { personalValues } });
  });
}
