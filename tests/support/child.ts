import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.join(import.meta.dirname, "..", "..");

export interface Child {
  readonly process: ChildProcess;
  /** Standard output so far, by line. */
  readonly lines: readonly string[];
  /** Standard error so far. */
  readonly errors: () => string;
  /** Resolves with the first line that matches; rejects when the child ends without one. */
  readonly line: (matches: (line: string) => boolean) => Promise<string>;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

/** Starts a file of this repository in a Node process of its own, TypeScript included; environment on top of this one's. */
export function startChild(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Child {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const errors: Buffer[] = [];
  const waiting = new Set<(line: string | null) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const tell of [...waiting]) tell(line);
  });
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<number | string>((resolve) => {
    child.on("close", (code, signal) => {
      for (const tell of [...waiting]) tell(null);
      resolve(code ?? signal ?? "unknown");
    });
  });
  const text = () => Buffer.concat(errors).toString("utf8");
  return {
    process: child,
    lines,
    errors: text,
    ended,
    line: (matches) =>
      new Promise((resolve, reject) => {
        const known = lines.find(matches);
        if (known !== undefined) return resolve(known);
        const tell = (line: string | null): void => {
          if (line !== null && !matches(line)) return;
          waiting.delete(tell);
          if (line === null) reject(new Error(`The child ended without that line: ${text()}`));
          else resolve(line);
        };
        waiting.add(tell);
      }),
  };
}
