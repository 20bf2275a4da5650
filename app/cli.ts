import { parseCommand, usage } from "./cli/parse-command.ts";
import { CommandRefused, UsageError } from "./cli/refusal.ts";

/** Errors whose message is all an operator needs; anything else is a fault of the program and shows its stack. */
const KNOWN = new Set(["CommandRefused", "EnvironmentError", "MigrationError", "DamagedDatabaseError", "BackupRefused", "BusyError", "Refusal"]);

function complain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const known = error instanceof CommandRefused || (error instanceof Error && KNOWN.has(error.name));
  process.stderr.write(`${error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
  return 1;
}

/** Runs one operator's command. Answers its exit code: 0 done, 1 refused with the reason on standard error, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    if (argv.length === 0 || argv[0] === "help" || argv[0] === "--help") {
      (argv.length === 0 ? process.stderr : process.stdout).write(usage());
      return argv.length === 0 ? 2 : 0;
    }
    const { command, args } = parseCommand(argv);
    const { run } = await command.load();
    await run(args);
    return 0;
  } catch (error) {
    return complain(error);
  }
}
