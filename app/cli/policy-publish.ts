import { parseOptions } from "./parse-options.ts";
import { publishVersion } from "./policy.ts";
import { UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "policy publish VERSION --as E [--from T]";

/** Publishes a version, as somebody who wrote none of it. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { as: { type: "string" }, from: { type: "string" } }, positionals: ["VERSION"] });
  const { as, from } = values;
  if (as === undefined) throw new UsageError(`--as names who publishes\nUsage: tam ${CALL}`);
  await withDatabase(() => publishVersion(positionals[0] ?? "", as, from));
}
