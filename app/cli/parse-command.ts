import { commands, type Command } from "./commands.ts";
import { UsageError } from "./refusal.ts";

/** All commands, one a line. */
export function usage(): string {
  const lines = commands.map(({ name, args, does }) => [`  tam ${name} ${args}`.trimEnd(), does] as const);
  const width = Math.max(...lines.map(([call]) => call.length)) + 2;
  return `Commands:\n${lines.map(([call, does]) => `${call.padEnd(width)}${does}`).join("\n")}\n`;
}

/** The command that arguments name, with what follows its name. Throws UsageError when there is none. */
export function parseCommand(argv: readonly string[]): { command: Command; args: readonly string[] } {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(" ");
    const command = argv.length >= words ? commands.find((candidate) => candidate.name === name) : undefined;
    if (command !== undefined) return { command, args: argv.slice(words) };
  }
  throw new UsageError(`No such command: ${argv.slice(0, 2).join(" ")}\n${usage()}`);
}
