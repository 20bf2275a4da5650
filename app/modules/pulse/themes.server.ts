import { db } from "#platform/db.server.ts";
import type { ThemeCounts } from "./domain/disclose.ts";
import { type Theme, themeOf } from "./domain/themes.ts";

/** How many comments on a question of a closed pulse are about each theme, by cell: to be told through the disclosure function only. */
export async function countThemes(pulseId: string, question: string): Promise<ThemeCounts> {
  const rows = await db.pulseAnswer.findMany({ where: { pulseId, question, text: { not: null } }, select: { cell: true, text: true } });
  const counts = new Map<Theme, Map<string, number>>();
  for (const { cell, text } of rows) {
    const theme = themeOf(text ?? "");
    if (theme === null) continue;
    const cells = counts.get(theme) ?? new Map<string, number>();
    counts.set(theme, cells.set(cell, (cells.get(cell) ?? 0) + 1));
  }
  return counts;
}
