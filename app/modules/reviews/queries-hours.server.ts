import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { findPeople, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { HoursKind } from "./schemas.ts";
import type { HoursView } from "./view-models.ts";

const SHOWN = 50;

/** One's own hours with customers, newest first, and those of others at one's place that wait for somebody to confirm them. */
export async function hoursPage(actor: PersonActor): Promise<{ readonly mine: readonly HoursView[]; readonly toConfirm: readonly HoursView[] }> {
  const order = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }], take: SHOWN };
  const confirms = can(actor, "leading.confirm-hours") && actor.siteCode !== null;
  const [mine, waiting, places] = await Promise.all([
    db.customerHours.findMany({ where: { personId: actor.personId }, ...order }),
    confirms && actor.siteCode !== null ? db.customerHours.findMany({ where: { siteCode: actor.siteCode, confirmedAt: null, personId: { not: actor.personId } }, ...order }) : [],
    sites(),
  ]);
  const people = findPeople([...mine, ...waiting].flatMap(({ personId, confirmedById }) => (confirmedById === null ? [personId] : [personId, confirmedById])));
  const view = ({ id, personId, siteCode, day, minutes, what, confirmedById }: (typeof mine)[number]): HoursView => {
    const place = places.find(({ code }) => code === siteCode);
    return {
      ...{ id, day, minutes, what: what as HoursKind },
      person: { id: personId, name: people.get(personId)?.name ?? "–" },
      site: { vi: place?.nameVi ?? siteCode, en: place?.nameEn ?? siteCode },
      confirmedBy: confirmedById === null ? null : (people.get(confirmedById)?.name ?? "–"),
    };
  };
  return { mine: mine.map(view), toConfirm: waiting.map(view) };
}
