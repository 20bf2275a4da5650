import { writeFileSync } from "node:fs";
import path from "node:path";
import { machine, table, type RunSuite, type Suite } from "./results.ts";
import { run as decisionsHttp } from "./suites/decisions-http.ts";
import { run as engine500 } from "./suites/engine-500.ts";
import { run as engine5000 } from "./suites/engine-5000.ts";
import { run as lint } from "./suites/lint.ts";
import { run as simulation } from "./suites/simulation.ts";
import { run as kpis } from "./suites/kpis.ts";
import { run as recognition } from "./suites/recognition.ts";
import { run as thread } from "./suites/thread.ts";

/** All suites by name; a capability that brings one adds its file of suites/ here. */
const suites: Readonly<Record<string, RunSuite>> = {
  "engine-500": engine500,
  "engine-5000": engine5000,
  simulation,
  lint,
  "decisions-http": decisionsHttp,
  recognition,
  thread,
  kpis,
};

/**
 * Runs suites one after the other, prints their tables and writes results.json beside this file.
 * @param wanted names of suites; none is all
 */
export async function runBenchmarks(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in suites));
  if (unknown.length > 0) throw new Error(`no suite ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}`);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const on = machine();
  const done: Suite[] = [];
  for (const [name, run] of Object.entries(suites)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const suite = await run(say);
    done.push(suite);
    process.stdout.write(`\n${table(suite)}\n`);
  }
  const file = path.join(import.meta.dirname, "results.json");
  writeFileSync(file, `${JSON.stringify({ machine: on, suites: done }, null, 2)}\n`);
  say(`\nWritten to ${path.relative(process.cwd(), file)}`);
}
