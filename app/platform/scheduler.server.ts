import { runDueJobs } from "./jobs.server.ts";
import { log } from "./log.server.ts";

export interface Scheduler {
  /** Starts no further round and waits for the one under way. */
  readonly stop: () => Promise<void>;
}

const ROUND_MS = 1_000;

/** Runs due jobs in this process, a round a second, until stopped. What a round throws is logged and the next one comes. */
export function startScheduler(clock: () => Date = () => new Date()): Scheduler {
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const turn = async (): Promise<void> => {
    try {
      await runDueJobs(clock());
    } catch (error) {
      log.error({ err: error }, "round of jobs failed");
    }
    if (!stopped) plan();
  };
  const plan = (): void => {
    timer = setTimeout(() => {
      round = turn();
    }, ROUND_MS);
    timer.unref();
  };

  plan();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
