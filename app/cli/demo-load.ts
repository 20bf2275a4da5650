import { DemoRefused, demoSignIns, loadDemo } from "#composition/demo.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Loads the demo company into an empty database and prints its sign-ins. Refused where the database is not empty. */
export async function run(args: readonly string[]): Promise<void> {
  parseOptions(args, { call: "demo load", options: {}, positionals: [] });
  await withDatabase(
    async () => {
      try {
        await loadDemo({ progress: say });
      } catch (error) {
        if (error instanceof DemoRefused) throw new CommandRefused(error.message);
        throw error;
      }
      for (const line of demoSignIns()) say(line);
    },
    { create: true },
  );
}
