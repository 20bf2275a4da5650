import { DemoRefused, demoSignIns, resetDemo } from "#composition/demo.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Loads the demo company afresh in the place of the one in the database. Refused without --yes, and wherever the
 * organisation in the database is not the demo one.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, { call: "demo reset --yes", options: { yes: { type: "boolean" } }, positionals: [] });
  if (values.yes !== true) throw new CommandRefused("This deletes everything in the demo: add --yes");
  await withDatabase(async () => {
    try {
      await resetDemo({ progress: say });
    } catch (error) {
      if (error instanceof DemoRefused) throw new CommandRefused(error.message);
      throw error;
    }
    for (const line of demoSignIns()) say(line);
  });
}
