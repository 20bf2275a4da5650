import { findOrganisation, findPersonByEmail, loadActor } from "#modules/people/public.server.ts";
import type { Directory } from "#platform/http/directory.server.ts";

/** What HTTP needs to know about people, answered by the people module. */
export const peopleDirectory: Directory = {
  actorOf: loadActor,
  actorByEmail: async (email, origin) => {
    const person = findPersonByEmail(email);
    return person === null ? null : loadActor(person.id, origin);
  },
  organisation: async () => {
    const organisation = findOrganisation();
    if (organisation === null) return null;
    const { timeZone, currency, addressForm: address, labels, requireTotp, isDemo } = organisation;
    return { words: { timeZone, currency, address, labels }, requireTotp, isDemo };
  },
};
