import { checks, type Finding } from "./doctor-checks.ts";
import { parseOptions } from "./parse-options.ts";
import { CommandRefused } from "./refusal.ts";

const SIGNS = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

function print(name: string, finding: Finding): void {
  process.stdout.write(`${SIGNS[finding.level]}  ${name}: ${finding.text}\n`);
  if (finding.mend !== undefined) process.stdout.write(`      → ${finding.mend}\n`);
}

/** Checks this installation, prints each finding with its mend; refused when something is broken. */
export async function run(args: readonly string[]): Promise<void> {
  parseOptions(args, { call: "doctor", options: {}, positionals: [] });
  const { closeDatabase } = await import("#platform/db.server.ts").catch(() => ({ closeDatabase: async () => undefined }));
  const broken: string[] = [];
  try {
    for (const check of checks) {
      let finding: Finding;
      try {
        finding = await check.run();
      } catch (error) {
        finding = { level: "fail", text: error instanceof Error ? error.message : String(error) };
      }
      print(check.name, finding);
      if (finding.level === "fail") broken.push(check.name);
      if (finding.level === "fail" && check.essential === true) break;
    }
  } finally {
    await closeDatabase();
  }
  if (broken.length > 0) throw new CommandRefused(`Broken: ${broken.join(", ")}`);
}
