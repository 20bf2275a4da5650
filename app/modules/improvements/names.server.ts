import { departments, findPeople, sites } from "#modules/people/public.server.ts";
import type { PersonView, PlaceView } from "./view-models.ts";

interface Named {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

const lookUp = (places: readonly Named[]) => {
  const known = new Map(places.map(({ code, nameVi, nameEn }) => [code, { code, name: { vi: nameVi, en: nameEn } }]));
  return (code: string): PlaceView => known.get(code) ?? { code, name: { vi: code, en: code } };
};

/** The departments by code; one that is gone is called by its code. */
export async function departmentNames(): Promise<(code: string) => PlaceView> {
  return lookUp(await departments());
}

export async function siteNames(): Promise<(code: string) => PlaceView> {
  return lookUp(await sites());
}

/** People by id; somebody no longer known keeps an empty name. */
export function peopleNames(ids: Iterable<string | null>): (id: string) => PersonView {
  const people = findPeople([...ids].filter((id) => id !== null));
  return (id) => ({ id, name: people.get(id)?.name ?? "", email: people.get(id)?.email ?? "" });
}
