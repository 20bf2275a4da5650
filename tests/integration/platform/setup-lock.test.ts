import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { repositoryRoot } from "#platform/root.server.ts";

let folder = "";
const lock = () => path.join(folder, ".cache/setup.lock");
const record = () => readFileSync(path.join(folder, "record"), "utf8").trim().split("\n");

/** Begins and ends with a line in the record; between them it waits for a file to be there. */
const WORK = `
import { appendFileSync, existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { alone } from "./app/bootstrap/setup-lock.mjs";
await alone(async () => {
  appendFileSync("record", "begin\\n");
  while (!existsSync("go")) await wait(20);
  appendFileSync("record", "end\\n");
});
`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tam-setup-lock-"));
  for (const name of ["setup-lock.mjs", "progress.mjs"]) cpSync(path.join(repositoryRoot, "app/bootstrap", name), path.join(folder, "app/bootstrap", name));
  writeFileSync(path.join(folder, "work.mjs"), WORK);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  const child = spawn(process.execPath, ["work.mjs"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  return { child, ended: once(child, "exit"), said: () => said };
}

test("two set-ups at once work one after the other, and the second says that it waits", async () => {
  const first = start();
  await expect.poll(() => existsSync(path.join(folder, "record")), { timeout: 20_000 }).toBe(true);
  const second = start();
  await expect.poll(second.said, { timeout: 20_000 }).toContain("waiting");
  writeFileSync(path.join(folder, "go"), "");
  await Promise.all([first.ended, second.ended]);
  expect(record()).toEqual(["begin", "end", "begin", "end"]);
  expect(existsSync(lock())).toBe(false);
});

test("one that was killed leaves nothing to wait for", async () => {
  const killed = start();
  await expect.poll(() => existsSync(path.join(folder, "record")), { timeout: 20_000 }).toBe(true);
  killed.child.kill("SIGKILL");
  await killed.ended;
  expect(existsSync(lock())).toBe(true);
  writeFileSync(path.join(folder, "go"), "");
  await start().ended;
  expect(record()).toEqual(["begin", "begin", "end"]);
});
