import { systemClock } from "#kernel/clock.ts";
import { log } from "#platform/log.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import type { SimulationReport } from "../domain/simulation/report.ts";
import { recordEvent } from "../record-event.server.ts";
import type { SimulationRun } from "./run-simulation.server.ts";
import { knownPeople } from "./surroundings.server.ts";
import { runInThread, stopThreads, type ThreadEnd } from "./threads.server.ts";

/** Why a run has no report: the process that ran it has ended, or something of ours went wrong. */
export type SimulationError = "process_ended" | "unexpected";

const OPEN = ["queued", "running"] as const;
const NOTED_EVERY_MS = 1_000;

/** Writes the progress at most once a second, one write at a time; what fails is not worth the run. */
function progressNoter(id: string): (done: number, total: number) => void {
  let last = -Infinity;
  let writing = false;
  return (done, total) => {
    const at = performance.now();
    if (writing || at - last < NOTED_EVERY_MS) return;
    last = at;
    writing = true;
    const set = { state: "running", done, total };
    transaction(async (tx) => {
      for (const state of OPEN) await tx.update("Simulation", { id, state }, set);
    })
      .catch((error: unknown) => log.warn({ simulationId: id, err: error }, "progress not noted"))
      .finally(() => (writing = false));
  };
}

async function close(id: string, version: number, end: ThreadEnd): Promise<SimulationReport | null> {
  const now = systemClock.now();
  if (end.kind === "failed") log.error({ simulationId: id, error: end.error }, "simulation failed");
  // A cancelled run is closed by whoever cancelled it; one that is stopped with the server is left as failed.
  const error: SimulationError | null = end.kind === "failed" ? "unexpected" : end.kind === "cancelled" ? "process_ended" : null;
  const report = end.kind === "done" ? end.report : null;
  return transaction(async (tx) => {
    let closed = 0;
    for (const state of OPEN) {
      const set = report === null ? { state: "failed", error } : { state: "done", report: JSON.stringify(report), done: report.cases, total: report.cases };
      closed += await tx.update("Simulation", { id, state }, { ...set, finishedAt: now });
    }
    if (closed === 0) return null;
    const data = { version, cases: report?.cases ?? null, judged: report?.judged ?? null, error };
    await recordEvent(tx, { kind: "simulation", id }, null, now, { type: report === null ? "simulation.failed" : "simulation.finished", schema: 1, data });
    return report;
  });
}

/** Runs in a thread, notes the progress and, once, the end. Answers the report; null where there is none. Never throws. */
export function followRun(id: string, run: SimulationRun, version: number): Promise<SimulationReport | null> {
  const hooks = { onProgress: progressNoter(id), peopleOf: (emails: readonly string[]) => knownPeople(emails, systemClock.now()) };
  return runInThread(id, run, hooks, async (end) => {
    try {
      return await close(id, version, end);
    } catch (error) {
      log.error({ simulationId: id, err: error }, "the end of a simulation could not be noted");
      return null;
    }
  });
}

/** Marks as failed what ran in a process that has ended; for the start of a server. Answers how many. */
export async function closeAbandonedSimulations(): Promise<number> {
  const now = systemClock.now();
  return transaction(async (tx) => {
    let closed = 0;
    for (const state of OPEN) {
      for (const { id, version } of await tx.list("Simulation", { state })) {
        closed += await tx.update("Simulation", { id, state }, { state: "failed", error: "process_ended", finishedAt: now });
        await recordEvent(tx, { kind: "simulation", id }, null, now, { type: "simulation.failed", schema: 1, data: { version, cases: null, judged: null, error: "process_ended" } });
      }
    }
    return closed;
  });
}

/** Ends the runs of this process and closes them; for its stop. */
export async function stopSimulations(): Promise<void> {
  await stopThreads();
}
