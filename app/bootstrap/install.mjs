import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root, runStep } from "./progress.mjs";
import { hashOf, stamp } from "./stamp.mjs";

const MIN_NODE = [20, 19];
const installed = stamp("node_modules/.tam-installed");

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  throw new Error(`Tâm needs Node ${MIN_NODE.join(".")} or newer; this is ${process.version}`);
}

function packagesOf(file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
}

/** Whether an install made by hand (npm ci, npm install) is complete and the locked one: npm's own record says so, and the compiled part loads. */
function installedByHand() {
  try {
    const present = packagesOf("node_modules/.package-lock.json");
    const exact = Object.entries(packagesOf("package-lock.json")).every(
      ([name, wanted]) => name === "" || present[name]?.version === wanted.version || (present[name] === undefined && wanted.optional === true),
    );
    if (!exact) return false;
    const Database = createRequire(path.join(root, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** Installs exactly the locked dependencies when they are missing, of another lockfile or Node, or only half there. */
export async function ensureInstalled() {
  checkNode();
  const wanted = hashOf(["package-lock.json"], [process.versions.modules, process.platform, process.arch]);
  if (installed.holds(wanted)) return;
  if (!existsSync(path.join(root, "node_modules")) || !installedByHand()) {
    installed.clear();
    const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
    await runStep("Installing the locked dependencies", [...npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { shown: true });
  }
  installed.write(wanted);
}
