import { readFileSync } from "node:fs";
import { systemClock } from "#kernel/clock.ts";
import { courseFromText, createDraft } from "#modules/learning/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CommandRefused(`Cannot read ${file}`);
  }
}

/** Reads a course document in as a draft, of a new course or of one that is there, and prints its code and number. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseOptions(args, { call: "import course FILE", options: {}, positionals: ["FILE"] });
  const text = readText(positionals[0] ?? "");
  const { code, number } = await withDatabase(() => createDraft(courseFromText(text), { from: "file", isNew: false }, { actor: null, source: "command-line", now: systemClock.now() }));
  process.stdout.write(`${code} ${number}\n`);
}
