import { actorFacts, businessCalendar, findPersonByEmail, sites } from "#modules/people/public.server.ts";
import type { KnownPerson } from "../domain/simulation/imported-case.ts";
import type { KnownPeople, SimulationRun } from "./run-simulation.server.ts";

const PEOPLE_AT_ONCE = 200;

/** Opening hours by site. */
export async function calendars(): Promise<SimulationRun["calendars"]> {
  const codes = [null, ...(await sites()).map(({ code }) => code)];
  return codes.map((code) => [code, businessCalendar(code)] as const);
}

function knownPerson(email: string, at: Date): KnownPerson | null {
  const person = findPersonByEmail(email);
  const facts = person === null ? null : actorFacts(person.id, at);
  if (person === null || facts === null || facts.roles.length === 0) return null;
  const { id: personId, managerId, siteCode, departmentCode } = person;
  return { personId, managerId, siteCode, departmentCode, actor: facts };
}

/** Those of some addresses who are known here, as they are at an instant; others are served in between. */
export async function knownPeople(emails: readonly string[], at: Date): Promise<KnownPeople> {
  const people = new Map<string, KnownPerson>();
  for (const [index, email] of emails.entries()) {
    const person = knownPerson(email, at);
    if (person !== null) people.set(email, person);
    if (index % PEOPLE_AT_ONCE === PEOPLE_AT_ONCE - 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  }
  return people;
}
