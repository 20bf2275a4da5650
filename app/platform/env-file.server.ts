import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/**
 * The variables of a `.env` file, as Node's own `--env-file` reads them; an absent file has none.
 * Throws when the file exists and cannot be read.
 */
export function readEnvFile(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseEnv(text))) if (value !== undefined) values[name] = value;
  return values;
}
