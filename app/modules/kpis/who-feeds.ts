import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { KpiDefinition } from "./definition.ts";

/** Where figures may be typed in: anywhere, or for some departments and sites; null: nowhere. */
export type FeedReach = { readonly all: true } | { readonly all: false; readonly departments: readonly string[]; readonly sites: readonly string[] };

/** Whether and where an actor may feed a KPI: HR all of it, a manager what their department owns, at their own places. */
export function feedReach(actor: Actor | null, { owners }: Pick<KpiDefinition, "owners">): FeedReach | null {
  if (actor === null) return { all: true };
  const within = reach(actor, "kpis.feed");
  if (within === null) return null;
  if (within.all) return { all: true };
  const own = actor.kind === "person" && actor.departmentCode !== null && owners.includes(actor.departmentCode);
  const departments = owners.filter((code) => within.departments.includes(code));
  const sites = own ? within.sites : [];
  return departments.length + sites.length === 0 ? null : { all: false, departments, sites };
}

/** Whether a place lies within; the whole organisation is HR's to tell. */
export function mayFeed(within: FeedReach, place: { readonly department: string | null; readonly site: string | null }): boolean {
  if (within.all) return true;
  if (place.site !== null && within.sites.includes(place.site)) return true;
  return place.department !== null && within.departments.includes(place.department);
}
