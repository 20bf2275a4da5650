import { databaseFile } from "#platform/database-file.server.ts";
import type { SimulationReport } from "../domain/simulation/report.ts";
import { readPolicyDocument } from "../policy-document.server.ts";
import { emailsNamed, type RunHooks, runSimulation } from "./run-simulation.server.ts";
import { readWish, type SimulationWish } from "./start-simulation.server.ts";
import { calendars, knownPeople } from "./surroundings.server.ts";

/**
 * Replays past cases through a document that is no version yet, in this very thread, and keeps nothing: for the command
 * line. Refuses with 422 what is wrong with the document or the period.
 */
export async function simulateDocument(document: unknown, wish: SimulationWish, now: Date, hooks: RunHooks = {}): Promise<SimulationReport> {
  await readPolicyDocument(document);
  const run = { ...(await readWish(wish, now)), document: JSON.stringify(document), calendars: await calendars(), databasePath: databaseFile() };
  return runSimulation(run, await knownPeople(emailsNamed(run), now), hooks);
}
