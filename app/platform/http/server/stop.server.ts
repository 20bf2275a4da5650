import type { Server } from "node:http";
import { log } from "../../log.server.ts";

const FINISH_MS = 10_000;
/** npm hands a signal on that the terminal has sent as well: two so close together are one. */
const SAME_SIGNAL_MS = 1_000;

interface Stoppable {
  readonly server: Server;
  /** Called first: readiness answers 503 from then on. */
  readonly onStopping: () => void;
  /** Called when no request runs any more. */
  readonly finish: () => Promise<void>;
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections that wait for their next request are let go; those answering are closed after their answer.
  server.prependListener("request", (_req, res) => res.setHeader("Connection", "close"));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(limit);
}

/**
 * Stops at SIGTERM or SIGINT: not ready, accepts nothing new, finishes what runs (at most ten seconds), then `finish`,
 * exit 0. A second signal more than a second later ends at once with exit 1.
 */
export function stopOnSignals(parts: Stoppable): void {
  let firstAt: number | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    const now = performance.now();
    if (firstAt !== null) {
      if (now - firstAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    firstAt = now;
    log.info({ signal }, "stopping");
    parts.onStopping();
    drain(parts.server)
      .then(parts.finish)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "did not stop cleanly");
          process.exit(1);
        },
      );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
