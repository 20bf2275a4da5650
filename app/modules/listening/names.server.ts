import { departments, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { CodedName } from "./view-models.ts";

interface Named {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

const coded = ({ code, nameVi, nameEn }: Named): CodedName => ({ code, name: { vi: nameVi, en: nameEn } });

/** Names of touchpoints, sites and departments by code; a code that is gone stands for itself. */
export interface PlaceNames {
  readonly touchpoints: readonly CodedName[];
  readonly sites: readonly CodedName[];
  readonly departments: readonly CodedName[];
  readonly touchpoint: (code: string | null) => CodedName | null;
  readonly site: (code: string | null) => CodedName | null;
  readonly department: (code: string | null) => CodedName | null;
}

/** The names as they are now. */
export async function placeNames(): Promise<PlaceNames> {
  const [places, shops, offices] = await Promise.all([
    db.touchpoint.findMany({ select: { code: true, nameVi: true, nameEn: true }, orderBy: [{ createdAt: "asc" }, { code: "asc" }] }),
    sites(),
    departments(),
  ]);
  const lists = { touchpoints: places.map(coded), sites: shops.filter(({ active }) => active).map(coded), departments: offices.filter(({ active }) => active).map(coded) };
  const finder = (all: readonly CodedName[]) => {
    const byCode = new Map(all.map((each) => [each.code, each]));
    return (code: string | null) => (code === null ? null : (byCode.get(code) ?? { code, name: { vi: code, en: code } }));
  };
  return { ...lists, touchpoint: finder(lists.touchpoints), site: finder(shops.map(coded)), department: finder(offices.map(coded)) };
}
