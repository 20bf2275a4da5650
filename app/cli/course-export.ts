import { writeFileSync } from "node:fs";
import { courseText, versionDocument } from "#modules/learning/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

/** Writes the version of a course that is in use, else its draft, as a file that reads back in. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseOptions(args, { call: "export course CODE FILE", options: {}, positionals: ["CODE", "FILE"] });
  const [code = "", file = ""] = positionals;
  const found = await withDatabase(async () => (await versionDocument(code, null)) ?? (await versionDocument(code, "draft")));
  if (found === null) throw new CommandRefused(`No such course: ${code}`);
  try {
    writeFileSync(file, courseText(found.content));
  } catch {
    throw new CommandRefused(`Cannot write ${file}`);
  }
  process.stdout.write(`${code} ${found.number}\n`);
}
