import { departments, sites } from "#modules/people/public.server.ts";
import type { NamedView } from "./view-models.ts";

/** Names of departments by code; one that is unknown goes by its code. */
export async function departmentNamer(): Promise<(code: string) => NamedView> {
  const known = new Map((await departments()).map(({ code, nameVi, nameEn }) => [code, { vi: nameVi, en: nameEn }]));
  return (code) => ({ code, name: known.get(code) ?? { vi: code, en: code } });
}

/** Departments and sites one may choose from. */
export async function places(): Promise<{ departments: NamedView[]; sites: NamedView[] }> {
  const named = ({ code, nameVi, nameEn }: { code: string; nameVi: string; nameEn: string }) => ({ code, name: { vi: nameVi, en: nameEn } });
  return { departments: (await departments()).filter(({ active }) => active).map(named), sites: (await sites()).filter(({ active }) => active).map(named) };
}
