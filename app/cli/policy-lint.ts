import { readFile } from "node:fs/promises";
import { installMessages } from "#composition/messages.server.ts";
import { lintDocument } from "#modules/empowerment/public.server.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { inWords } from "./refused-in-words.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "policy lint FILE [--language vi|en]";

async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandRefused(`Cannot read ${file}`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandRefused(`${file} is not JSON`);
  }
}

/** Prints what lint finds in a policy document, each with its mend; refused when something must be corrected. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseOptions(args, { call: CALL, options: { language: { type: "string" } }, positionals: ["FILE"] });
  const { language = "en" } = values;
  if (language !== "vi" && language !== "en") throw new UsageError(`--language takes vi or en, not ${language}\nUsage: tam ${CALL}`);
  const document = await readDocument(positionals[0] ?? "");
  installMessages();
  const findings = await withDatabase(() => inWords(() => lintDocument(document, language)));
  for (const { severity, message, fix } of findings) process.stdout.write(`${severity}: ${message}\n  → ${fix}\n`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) throw new CommandRefused(`To correct before publishing: ${errors}`);
}
