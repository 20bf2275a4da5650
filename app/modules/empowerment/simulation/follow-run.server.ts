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

/** How a run ended: with its report, or without. */
export type FinishedSimulation =
  | { readonly state: "done"; readonly report: SimulationReport }
  | { readonly state: "cancelled"; readonly report: null }
  | { readonly state: "failed"; readonly report: null; readonly error: SimulationError };

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

function finishedBy(end: ThreadEnd): FinishedSimulation {
  if (end.kind === "done") return { state: "done", report: end.report };
  // Whoever cancels a run closes it; one that is stopped while it is open ends with its server.
  return { state: "failed", report: null, error: end.kind === "failed" ? "unexpected" : "process_ended" };
}

/** Closes a run once; one that was closed meanwhile was cancelled. */
async function close(id: string, version: number, finished: FinishedSimulation): Promise<FinishedSimulation> {
  const finishedAt = systemClock.now();
  const { report } = finished;
  const error = finished.state === "failed" ? finished.error : null;
  const set = report === null ? { error } : { report: JSON.stringify(report), done: report.cases, total: report.cases };
  return transaction(async (tx) => {
    let closed = 0;
    for (const state of OPEN) closed += await tx.update("Simulation", { id, state }, { ...set, state: finished.state, finishedAt });
    if (closed === 0) return { state: "cancelled", report: null };
    const data = { version, cases: report?.cases ?? null, judged: report?.judged ?? null, error };
    await recordEvent(tx, { kind: "simulation", id }, null, finishedAt, { type: report === null ? "simulation.failed" : "simulation.finished", schema: 1, data });
    return finished;
  });
}

/** Runs in a thread, notes the progress and, once, the end. Never throws. */
export function followRun(id: string, run: SimulationRun, version: number): Promise<FinishedSimulation> {
  const hooks = { onProgress: progressNoter(id), peopleOf: (emails: readonly string[]) => knownPeople(emails, systemClock.now()) };
  return runInThread(id, run, hooks, async (end) => {
    if (end.kind === "failed") log.error({ simulationId: id, error: end.error }, "simulation failed");
    try {
      return await close(id, version, finishedBy(end));
    } catch (error) {
      log.error({ simulationId: id, err: error }, "the end of a simulation could not be noted");
      return { state: "failed", report: null, error: "unexpected" };
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
