import { parseOptions } from "./parse-options.ts";
import { importPolicy } from "./policy.ts";
import { UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "policy import FILE --as E";

/** Reads a policy document, submits it for publishing and prints its version alone. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { as: { type: "string" } }, positionals: ["FILE"] });
  const { as } = values;
  if (as === undefined) throw new UsageError(`--as names its author\nUsage: tam ${CALL}`);
  const version = await withDatabase(() => importPolicy(positionals[0] ?? "", as));
  process.stdout.write(`${version}\n`);
}
