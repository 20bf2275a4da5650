import { spawn } from "node:child_process";
import path from "node:path";

/** The repository's root folder. */
export const root = path.join(import.meta.dirname, "..", "..");

/** @type {import("node:child_process").ChildProcess | null} */
let running = null;
let stopping = false;

function stop(signal) {
  stopping = true;
  if (running === null) process.exit(0);
  running.once("close", () => process.exit(0));
  running.kill(signal);
}

/** Makes SIGTERM and SIGINT stop the set-up and the program it runs; answers the function that ends this. */
export function stopOnSignals() {
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return () => {
    process.off("SIGTERM", stop);
    process.off("SIGINT", stop);
  };
}

/** Set-up talks on standard error, so that what a command prints stays clean. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a program of the set-up; a line every 15 seconds says that it is still at work, its own output is shown when it
 * fails. Throws then.
 * @param {string} title what is being done, for the reader
 * @param {readonly string[]} command program and arguments
 * @param {{ env?: Record<string, string>, shown?: boolean }} [options] shown: pass its output on as it comes
 */
export async function runStep(title, [program, ...args], { env = {}, shown = false } = {}) {
  say(`${title} …`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const timer = setInterval(() => say(`${title} … ${seconds()} s`), 15_000);
  const output = [];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    running = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output.push(chunk);
        if (shown) process.stderr.write(chunk);
      });
    }
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => {
    clearInterval(timer);
    running = null;
  });
  if (stopping) await new Promise(() => undefined);
  if (code === 0) {
    say(`${title}: done in ${seconds()} s`);
    return;
  }
  if (!shown) process.stderr.write(Buffer.concat(output));
  throw new Error(`${title} failed (exit ${code})`);
}
