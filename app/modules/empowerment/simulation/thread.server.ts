import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { SimulationReport } from "../domain/simulation/report.ts";
import { emailsNamed, type KnownPeople, runSimulation, SimulationCancelled, type SimulationRun } from "./run-simulation.server.ts";

/** What the thread is given: the run, and one number that is no longer 0 once it is to end. */
export interface ThreadInput {
  readonly run: SimulationRun;
  readonly cancelled: Int32Array;
}

/** What the thread tells; `named` asks who of these people is known, and is answered with them. */
export type ThreadMessage =
  | { readonly kind: "named"; readonly emails: readonly string[] }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly report: SimulationReport }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: string };

const { run, cancelled } = workerData as ThreadInput;
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

async function peopleNamed(): Promise<KnownPeople> {
  const emails = emailsNamed(run);
  if (parentPort === null || emails.length === 0) return new Map();
  tell({ kind: "named", emails });
  const [people] = (await once(parentPort, "message")) as [KnownPeople];
  return people;
}

try {
  const report = runSimulation(run, await peopleNamed(), {
    onProgress: (done, total) => tell({ kind: "progress", done, total }),
    isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  });
  tell({ kind: "done", report });
} catch (error) {
  tell(error instanceof SimulationCancelled ? { kind: "cancelled" } : { kind: "failed", error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
