// `npm run bench [suite…]`: the set-up of the product and of the peers, then the suites.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadTypeScript, prepare } from "../app/bootstrap/prepare.mjs";
import { runStep, stopOnSignals } from "../app/bootstrap/progress.mjs";

const here = import.meta.dirname;

/** Whether the locked peers are there: npm's own record of what it installed says so. */
function peersInstalled() {
  const record = path.join(here, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const present = packagesOf(record);
  return Object.entries(packagesOf(path.join(here, "package-lock.json"))).every(
    ([name, wanted]) => name === "" || present[name]?.version === wanted.version || (present[name] === undefined && wanted.optional === true),
  );
}

await prepare({ build: true });
if (!peersInstalled()) {
  const done = stopOnSignals();
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  await runStep("Installing the locked peers", [...npm, "ci", "--prefix", here, "--no-audit", "--no-fund", "--loglevel=error"], { shown: true });
  done();
}
await loadTypeScript();
const { runBenchmarks } = await import("./run.ts");
await runBenchmarks(process.argv.slice(2));
