import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { updatePerson } from "./edit-person.server.ts";
import type { EditedPerson } from "./schemas.ts";

/** What people set for themselves; left out stays. */
export type Preferences = Pick<EditedPerson, "language" | "addressForm">;

/** Sets how the product speaks to the one who asks. Nothing is written when nothing differs. Refuses: `forbidden`, `not_found`. */
export async function choosePreferences(preferences: Preferences, asked: Asked): Promise<void> {
  const personId = asked.actor?.personId ?? null;
  if (personId === null) throw notFound();
  demand(asked, "account.self");
  await transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || person.erasedAt !== null) throw notFound();
    await updatePerson(tx, person, preferences, asked);
  });
}
