import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root, say } from "./progress.mjs";

const file = path.join(root, ".cache", "setup.lock");
/** How long a lock may stand without a name in it, in milliseconds: it is written in two steps. */
const NAMELESS_MS = 5_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether whoever took the lock is still at work. */
function isHeld() {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return pid > 0 ? isAlive(pid) : Date.now() - statSync(file).mtimeMs < NAMELESS_MS;
  } catch {
    return false;
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld()) rmSync(file, { force: true });
    return false;
  }
}

/** Does a set-up's work alone: two commands started at once would install and build over each other. A killed one leaves nothing to wait for. */
export async function alone(work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; !take(); told = true) {
    if (!told && isHeld()) say("Another set-up is at work here; waiting for it …");
    await sleep(200);
  }
  const release = () => rmSync(file, { force: true });
  process.on("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.off("exit", release);
  }
}
