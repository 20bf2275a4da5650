import { parseOptions } from "./parse-options.ts";
import { publishVersion } from "./policy.ts";
import { UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "policy publish VERSION --as E [--from T]";

/** Publishes a version, as somebody who wrote none of it; what lint warns of goes to stderr. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { as: { type: "string" }, from: { type: "string" } }, positionals: ["VERSION"] });
  const { as, from } = values;
  if (as === undefined) throw new UsageError(`--as names who publishes\nUsage: tam ${CALL}`);
  const warnings = await withDatabase(() => publishVersion(positionals[0] ?? "", as, from));
  for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
}
