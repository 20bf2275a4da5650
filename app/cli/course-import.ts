import { readFileSync } from "node:fs";
import { systemClock } from "#kernel/clock.ts";
import { courseFromText, importCourse } from "#modules/learning/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CommandRefused(`Cannot read ${file}`);
  }
}

/** Reads a course document in as a draft, of a new course or of one that is there, and prints its code and number; with `--dry-run` only says what that would do. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: "import course FILE [--dry-run]", options: { "dry-run": { type: "boolean" } }, positionals: ["FILE"] });
  const text = readText(positionals[0] ?? "");
  const dryRun = values["dry-run"] === true;
  const asked = { actor: null, source: "command-line", now: systemClock.now() } as const;
  const { code, number, added } = await withDatabase(() => inWords(() => importCourse(courseFromText(text), { dryRun }, asked)));
  const said = [...(added ? [] : ["unchanged"]), ...(dryRun ? ["a dry run, nothing was saved"] : [])].map((part) => `; ${part}`).join("");
  process.stdout.write(`${code} ${number}${said}\n`);
}
