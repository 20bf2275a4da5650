import { existsSync } from "node:fs";
import { verifyChain } from "#modules/audit/public.server.ts";
import { chainFault } from "./chain-check.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

/** Recomputes the audit trail; refused with the first bad row when it is not whole. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, {
    call: "audit verify [--checkpoints FILE]",
    options: { checkpoints: { type: "string" } },
    positionals: [],
  });
  if (values.checkpoints !== undefined && !existsSync(values.checkpoints)) throw new CommandRefused(`There is no file ${values.checkpoints}`);
  const report = await withDatabase(() => verifyChain(values.checkpoints === undefined ? {} : { checkpoints: values.checkpoints }));
  const fault = chainFault(report);
  if (fault !== null) throw new CommandRefused(`${fault[0]?.toUpperCase()}${fault.slice(1)}`);
  process.stdout.write(`The audit trail is whole: ${report.events} rows, ${report.checkpoints} signed checkpoints${report.head === null ? "" : `, head ${report.head.hash}`}\n`);
}
