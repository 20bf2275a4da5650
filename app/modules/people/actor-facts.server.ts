import { rolesAtOwnPlace, type Role } from "#access/roles.ts";
import { daysBetween, localDay } from "#kernel/period.ts";
import { readHot } from "#platform/transaction.server.ts";
import { withAncestors } from "./domain/departments.ts";
import { grantsOf } from "./load-actor.server.ts";
import { organisation } from "./organisation.server.ts";

/** What the rules ask about a person (contracts.md §3, `facts.actor`). A field left out is unknown. */
export interface ActorFacts {
  /** Roles whose scope contains the person's own site and department. */
  readonly roles: readonly Role[];
  readonly department: string | "none";
  readonly site: string | "none";
  readonly level?: number;
  /** Whole local days since the start date; 0 before it. */
  readonly tenureDays?: number;
  /** Held and in date, sorted. */
  readonly courses: readonly string[];
}

/** The facts about a person at an instant, by the organisation's calendar; null for somebody unknown. */
export function actorFacts(personId: string, at: Date): ActorFacts | null {
  const person = readHot("person.find", { id: personId });
  if (person === null) return null;
  const today = localDay(at, organisation().timeZone);
  const departments = withAncestors(person.departmentCode, readHot("department.tree", {}));
  return {
    roles: rolesAtOwnPlace(grantsOf(personId), { site: person.siteCode, departments }),
    department: person.departmentCode ?? "none",
    site: person.siteCode ?? "none",
    ...(person.level === null ? {} : { level: person.level }),
    ...(person.startedOn === null ? {} : { tenureDays: Math.max(0, daysBetween(person.startedOn, today)) }),
    courses: readHot("person.courses", { personId, day: today }),
  };
}
