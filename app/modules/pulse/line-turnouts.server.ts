import { db } from "#platform/db.server.ts";
import { teamTurnouts, type TeamTurnout } from "./upward.server.ts";

/** How the teams of a line took part in the newest pulse that closed on or before a day, as far as it may be told. */
export interface LineTurnouts {
  readonly pulse: { readonly id: string; readonly title: { readonly vi: string; readonly en: string } };
  readonly teams: readonly TeamTurnout[];
}

/** Response rates of these leaders' people in the newest closed pulse that asked any of them; null where none did. */
export async function lineTurnouts(leaderIds: readonly string[], until: string): Promise<LineTurnouts | null> {
  if (leaderIds.length === 0) return null;
  const rows = await db.pulse.findMany({ where: { state: "closed", closesOn: { lte: until } }, select: { id: true, titleVi: true, titleEn: true }, orderBy: [{ closedAt: "desc" }, { id: "desc" }], take: 10 });
  for (const { id, titleVi, titleEn } of rows) {
    const teams = await teamTurnouts(id, leaderIds);
    if (teams.length > 0) return { pulse: { id, title: { vi: titleVi, en: titleEn } }, teams };
  }
  return null;
}
