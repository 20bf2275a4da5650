import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./refusal.ts";

/**
 * Options and the exact number of positional arguments of a command. Throws UsageError for unknown options, missing
 * values and too few or too many arguments.
 */
export function parseOptions<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  form: { readonly call: string; readonly options: T; readonly positionals: readonly string[] },
) {
  try {
    const parsed = parseArgs({ args: [...args], options: form.options, allowPositionals: true, strict: true });
    if (parsed.positionals.length === form.positionals.length) return parsed;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nUsage: tam ${form.call}`);
  }
  throw new UsageError(`Usage: tam ${form.call}`);
}
