import { jobs } from "#composition/jobs.server.ts";
import { installMessages } from "#composition/messages.server.ts";
import { registerJobs, reviveJobs, runDueJobs } from "#platform/jobs.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

/** Runs every job that is due, as the server does each second; safe beside a running server. `--again` takes up those given up too. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, { call: "jobs run [--again]", options: { again: { type: "boolean" } }, positionals: [] });
  installMessages();
  registerJobs(jobs);
  const { done, failed } = await withDatabase(async () => {
    if (values.again === true) await reviveJobs(new Date());
    return runDueJobs(new Date());
  });
  if (failed > 0) throw new CommandRefused(`${failed} jobs failed (${done} done): the log and \`tam doctor\` say why; they are tried again`);
  process.stdout.write(`${done} jobs done\n`);
}
