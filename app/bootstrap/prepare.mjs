import { ensureBuilt } from "./build.mjs";
import { ensureEnvFile } from "./env-file.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { say, stopOnSignals } from "./progress.mjs";
import { alone } from "./setup-lock.mjs";

/**
 * Does whatever set-up is missing: dependencies, `.env`, database client and, with `build`, the pages. Quick when
 * nothing is. Ends the process with exit code 1 and the reason when a step fails, with 0 on SIGTERM.
 * @param {{ build: boolean }} options
 */
export async function prepare({ build }) {
  const done = stopOnSignals();
  try {
    await alone(async () => {
      await ensureInstalled();
      ensureEnvFile();
      await ensureGenerated();
      if (build) await ensureBuilt();
    });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
  done();
}

/** Lets this process load TypeScript from here on. */
export async function loadTypeScript() {
  const { register } = await import("tsx/esm/api");
  register();
}
