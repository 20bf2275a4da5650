import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { SimulationMode } from "../../app/modules/empowerment/domain/simulation/report.ts";
import { SIMULATION_HEAP_MB } from "../../app/modules/empowerment/simulation/heap.ts";
import type { Row, RunSuite } from "../results.ts";
import type { Measured } from "../simulation-process.ts";

const CASES = 1_000_000;

/** One run with the memory that the server gives it. */
async function measured(mode: SimulationMode): Promise<Measured> {
  const child = fork(path.join(import.meta.dirname, "../simulation-process.ts"), [mode, CASES.toString()], {
    execArgv: ["--import", "tsx", `--max-old-space-size=${SIMULATION_HEAP_MB}`],
  });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`the run ended with ${String(code)}`)));
  const [result] = (await Promise.race([once(child, "message"), ended])) as [Measured];
  return result;
}

function row(mode: SimulationMode, { cases, same, seconds, cpuSeconds, peakMb }: Measured): Row {
  return {
    ...{ name: `tam:${mode}`, perSecond: CASES / seconds, p50us: null, p99us: null, ratioToOurs: null },
    ...{ cpuUs: (cpuSeconds * 1e6) / CASES, checked: cases, wrong: cases - same },
    note: `${CASES.toString()} cases through two versions in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), peak ${Math.round(peakMb)} MB`,
  };
}

/** A year of a million cases, made one by one, replayed through the version that decided them and through a draft. */
export const run: RunSuite = async (say) => {
  const rows: Row[] = [];
  for (const mode of ["stateless", "stateful"] as const) {
    say(`simulation: ${mode}`);
    rows.push(row(mode, await measured(mode)));
  }
  return { name: "simulation", rows };
};
