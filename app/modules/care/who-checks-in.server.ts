import { addBusinessMinutes } from "#kernel/business-time.ts";
import { localDay } from "#kernel/period.ts";
import { businessCalendar, findPerson, lineAbove, organisation, rolesHeld, standInFor } from "#modules/people/public.server.ts";
import { CARE_MINUTES, nextToAsk } from "./domain/asking.ts";

const ASKED_ROLES = ["supervisor", "manager", "leader"] as const;

const leads = (id: string) => rolesHeld(id).some((role) => ASKED_ROLES.some((asked) => asked === role));

/** Who is asked to check in and by when, in business minutes of their place; null when nobody is left. */
export function askNext(personId: string, before: readonly string[], at: Date): { readonly askedId: string; readonly dueAt: Date } | null {
  const day = localDay(at, organisation().timeZone);
  const line = lineAbove(personId).map(({ id, active }) => {
    const { absent, standIn } = standInFor(id, day);
    return { id, active, answers: leads(id), standIn: absent ? (standIn !== null && leads(standIn.id) ? standIn.id : ("none" as const)) : null };
  });
  const askedId = nextToAsk(line, personId, before);
  if (askedId === null) return null;
  return { askedId, dueAt: addBusinessMinutes(at, CARE_MINUTES, businessCalendar(findPerson(askedId)?.siteCode ?? null)) };
}
