import { json } from "@remix-run/node";
import { departments, searchDirectory, sites } from "#modules/people/public.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Colleagues for a person picker: `?q=` words of a name. */
export const loader = page("people.search", async ({ actor, url, locale }) => {
  const text = (url.searchParams.get("q") ?? "").slice(0, 200);
  const [rows, allSites, allDepartments] = await Promise.all([searchDirectory(actor, { text }, { limit: 8, cursor: null }), sites(), departments()]);
  const name = (row: { nameVi: string; nameEn: string } | undefined) => (row === undefined ? null : locale === "en" ? row.nameEn : row.nameVi);
  return json(
    rows.map((row) => ({
      id: row.id,
      name: row.name,
      detail: name(allSites.find(({ code }) => code === row.site)) ?? name(allDepartments.find(({ code }) => code === row.department)) ?? row.email,
    })),
  );
});
