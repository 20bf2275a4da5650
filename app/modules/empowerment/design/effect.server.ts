import { systemClock } from "#kernel/clock.ts";
import { databaseFile } from "#platform/database-file.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { runSimulation } from "../simulation/run-simulation.server.ts";
import { calendars } from "../simulation/surroundings.server.ts";
import type { EffectView } from "./view-models.ts";

/** How many of the newest cases a first look replays: few enough that nobody waits for it. */
const CASES = 1_000;
const DAYS = 90;
const DAY_MS = 86_400_000;

/** What the newest cases would have come to under a document, counters as recorded; null where there are none. */
export async function recentEffect(document: PolicyDocument): Promise<EffectView | null> {
  const to = systemClock.now();
  const newest = readHot("decision.nth-newest", { skip: CASES });
  const from = new Date(Math.max(to.getTime() - DAYS * DAY_MS, newest?.getTime() ?? 0));
  const run = { databasePath: databaseFile(), document: JSON.stringify(document), source: "recorded", mode: "stateless", from, to, asRole: "frontline", calendars: await calendars() } as const;
  const { cases, judged, transitions, cost, waitingMinutesSaved } = runSimulation(run, new Map());
  if (cases === 0) return null;
  const { granted } = transitions;
  return {
    cases,
    judged,
    granted: { before: granted.granted + granted.escalated + granted.refused, after: granted.granted + transitions.escalated.granted + transitions.refused.granted },
    cost,
    waitingMinutesSaved: Math.round(waitingMinutesSaved ?? 0),
  };
}
