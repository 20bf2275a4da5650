import path from "node:path";
import { Worker } from "node:worker_threads";
import { repositoryRoot } from "#platform/root.server.ts";
import type { SimulationReport } from "../domain/simulation/report.ts";
import { SIMULATION_HEAP_MB } from "./heap.ts";
import type { KnownPeople, SimulationRun } from "./run-simulation.server.ts";
import type { ThreadInput, ThreadMessage } from "./thread.server.ts";

/** How a run ended. */
export type ThreadEnd = { readonly kind: "done"; readonly report: SimulationReport } | { readonly kind: "cancelled" } | { readonly kind: "failed"; readonly error: string };

interface Running {
  readonly cancelled: Int32Array;
  readonly closed: Promise<unknown>;
}

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const key = Symbol.for("tam.simulation.threads");
const holder = globalThis as { [key]?: Map<string, Running> };
const running: Map<string, Running> = (holder[key] ??= new Map());

/** What the thread tells, and how it asks who is known. */
export interface ThreadHooks {
  readonly onProgress: (done: number, total: number) => void;
  readonly peopleOf: (emails: readonly string[]) => Promise<KnownPeople>;
}

function follow(worker: Worker, { onProgress, peopleOf }: ThreadHooks): Promise<ThreadEnd> {
  return new Promise((resolve) => {
    let end: ThreadEnd | null = null;
    worker.on("message", (message: ThreadMessage) => {
      if (message.kind === "progress") onProgress(message.done, message.total);
      else if (message.kind !== "named") end = message;
      else {
        peopleOf(message.emails).then(
          (people) => worker.postMessage(people),
          (error: unknown) => {
            end = { kind: "failed", error: String(error) };
            void worker.terminate();
          },
        );
      }
    });
    worker.on("error", (error: Error) => (end = { kind: "failed", error: error.stack ?? error.message }));
    worker.on("exit", (code) => resolve(end ?? { kind: "failed", error: `the thread ended with ${code}` }));
  });
}

/**
 * Replays past cases in a thread of its own while this one goes on serving.
 * @param close is told how that ended, and answers what the caller gets; it must not throw
 */
export function runInThread<T>(id: string, run: SimulationRun, hooks: ThreadHooks, close: (end: ThreadEnd) => Promise<T>): Promise<T> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(path.join(repositoryRoot, "app", "bootstrap", "simulate.mjs"), {
    workerData: { run, cancelled } satisfies ThreadInput,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: SIMULATION_HEAP_MB },
  });
  const closed = follow(worker, hooks)
    .then(close)
    .finally(() => running.delete(id));
  running.set(id, { cancelled, closed });
  return closed;
}

/** Tells a run of this process to end; it does so within a few cases. */
export function cancelThread(id: string): void {
  const found = running.get(id);
  if (found !== undefined) Atomics.store(found.cancelled, 0, 1);
}

/** Ends every run of this process and waits until all are closed. */
export async function stopThreads(): Promise<void> {
  for (const { cancelled } of running.values()) Atomics.store(cancelled, 0, 1);
  await Promise.all([...running.values()].map(({ closed }) => closed));
}
