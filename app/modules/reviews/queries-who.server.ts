import { findPerson } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { storedWords } from "./schemas.ts";
import type { WhoView } from "./view-models.ts";

/** What the company says of itself now. */
export async function whoWeAre(): Promise<WhoView> {
  const row = await db.whoWeAre.findFirst({ orderBy: { version: "desc" } });
  if (row === null) return { version: 0, purpose: null, strengths: [], customers: [], at: null, by: null };
  const { version, purposeVi, purposeEn, strengths, customers, at, byId } = row;
  return {
    version,
    purpose: { vi: purposeVi, en: purposeEn },
    strengths: storedWords.parse(JSON.parse(strengths)),
    customers: storedWords.parse(JSON.parse(customers)),
    at: at.toISOString(),
    by: byId === null ? null : (findPerson(byId)?.name ?? null),
  };
}
