import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { CustomerHours } from "#db/generated/client.ts";
import { findPeople, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { HoursKind } from "./schemas.ts";
import type { HoursView } from "./view-models.ts";

const SHOWN = 50;

async function views(rows: readonly CustomerHours[]): Promise<HoursView[]> {
  const places = await sites();
  const people = findPeople(rows.flatMap(({ personId, confirmedById }) => (confirmedById === null ? [personId] : [personId, confirmedById])));
  return rows.map(({ id, personId, siteCode, day, minutes, what, confirmedById }) => {
    const place = places.find(({ code }) => code === siteCode);
    return {
      ...{ id, day, minutes, what: what as HoursKind },
      person: { id: personId, name: people.get(personId)?.name ?? "–" },
      site: { vi: place?.nameVi ?? siteCode, en: place?.nameEn ?? siteCode },
      confirmedBy: confirmedById === null ? null : (people.get(confirmedById)?.name ?? "–"),
    };
  });
}

/** One's own hours with customers, newest first, and those of others at one's place that wait for somebody to confirm them. */
export async function hoursPage(actor: PersonActor): Promise<{ readonly mine: readonly HoursView[]; readonly toConfirm: readonly HoursView[] }> {
  const order = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }], take: SHOWN };
  const confirms = can(actor, "leading.confirm-hours") && actor.siteCode !== null;
  const [mine, waiting] = await Promise.all([
    db.customerHours.findMany({ where: { personId: actor.personId }, ...order }),
    confirms && actor.siteCode !== null ? db.customerHours.findMany({ where: { siteCode: actor.siteCode, confirmedAt: null, personId: { not: actor.personId } }, ...order }) : [],
  ]);
  return { mine: await views(mine), toConfirm: await views(waiting) };
}

/** Hours with customers by their ids, newest first. */
export async function hoursById(ids: readonly string[]): Promise<HoursView[]> {
  return views(await db.customerHours.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ at: "desc" }, { id: "desc" }] }));
}
