import { db } from "#platform/db.server.ts";
import type { LocalName } from "./domain/audience.ts";
import { titleOf } from "./queries.server.ts";
import { teamTurnouts, type TeamTurnout } from "./upward.server.ts";
import { overBy } from "./waves.server.ts";

/** How the teams of a line took part in the newest pulse that closed on or before a day, as far as it may be told. */
export interface LineTurnouts {
  readonly pulse: { readonly id: string; readonly title: LocalName };
  readonly teams: readonly TeamTurnout[];
}

/** How many pulses are looked through, newest first, for one that asked any of them. */
const LOOKED_THROUGH = 10;

/** Response rates of these leaders' people in the newest closed pulse that asked any of them; null where none did. */
export async function lineTurnouts(leaderIds: readonly string[], until: string): Promise<LineTurnouts | null> {
  if (leaderIds.length === 0) return null;
  const rows = await db.pulse.findMany({
    where: overBy(until),
    select: { id: true, titleVi: true, titleEn: true },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    take: LOOKED_THROUGH,
  });
  for (const row of rows) {
    const teams = await teamTurnouts(row.id, leaderIds);
    if (teams.length > 0) return { pulse: { id: row.id, title: titleOf(row) }, teams };
  }
  return null;
}
