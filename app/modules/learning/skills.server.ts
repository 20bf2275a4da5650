import { db } from "#platform/db.server.ts";
import type { Skill } from "./domain/content.ts";

/** Skills by code, retired ones included: a course keeps the name of what it trains. */
export async function skillsByCode(): Promise<Map<string, Skill>> {
  const rows = await db.learningSkill.findMany({ orderBy: [{ position: "asc" }, { code: "asc" }] });
  return new Map(rows.map(({ code, nameVi, nameEn, levels }) => [code, { code, name: { vi: nameVi, en: nameEn }, levels: JSON.parse(levels) as Skill["levels"] }]));
}
