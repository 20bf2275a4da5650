import { parentPort, workerData } from "node:worker_threads";
import type { SimulationReport } from "./domain/simulation/report.ts";
import { runSimulation, SimulationCancelled, type SimulationRun } from "./run-simulation.server.ts";

/** What the thread is given: the run, and one number that is no longer 0 once it is to end. */
export interface ThreadInput {
  readonly run: SimulationRun;
  readonly cancelled: Int32Array;
}

/** What the thread tells. */
export type ThreadMessage =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly report: SimulationReport }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: string };

const { run, cancelled } = workerData as ThreadInput;
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

try {
  const report = runSimulation(run, {
    onProgress: (done, total) => tell({ kind: "progress", done, total }),
    isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  });
  tell({ kind: "done", report });
} catch (error) {
  tell(error instanceof SimulationCancelled ? { kind: "cancelled" } : { kind: "failed", error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
