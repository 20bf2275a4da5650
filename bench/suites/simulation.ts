import { type CompiledPolicy, compilePolicy } from "../../app/modules/empowerment/public.ts";
import { answerHistory, type RecordedAnswer } from "../../app/modules/empowerment/domain/simulation/answers.ts";
import type { PastCase } from "../../app/modules/empowerment/domain/simulation/past-case.ts";
import type { SimulationMode, SimulationReport } from "../../app/modules/empowerment/domain/simulation/report.ts";
import { simulate } from "../../app/modules/empowerment/domain/simulation/simulate.ts";
import { POLICY, policyDays, policyVersions } from "../../prisma/seed/policy.ts";
import type { Row, RunSuite } from "../results.ts";
import { pastCases, YEAR_END, YEAR_START } from "../workload/past-cases.ts";

const CASES = 1_000_000;
/** So few cases are made ahead and replayed at a stretch: making them is left out of the time, and the collector is not kept busy with them. */
const STRETCH = 100;
const ANSWERS = 20_000;

/** The recorded version and a draft: two of the demo company's. */
function versions(): { readonly recorded: CompiledPolicy; readonly draft: CompiledPolicy } {
  const documents = policyVersions(policyDays("2026-11-22"));
  return { recorded: compilePolicy(documents[POLICY.inForce]), draft: compilePolicy(documents[POLICY.inReview]) };
}

function* answersOf(cases: Iterable<PastCase>): Generator<RecordedAnswer> {
  for (const { decidedAt, recorded } of cases) {
    const { rule, approval, outcome, waitingMinutes } = recorded;
    if (outcome === "escalated") yield { rule, approved: approval !== null, waitingMinutes, elapsed: approval === null ? null : approval.at - decidedAt };
  }
}

interface Measured {
  readonly report: SimulationReport;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs a simulation fed by the generator and takes its own time alone. */
function measure(mode: SimulationMode, count: number): Measured {
  const { recorded, draft } = versions();
  const answers = answerHistory(answersOf(pastCases(recorded, ANSWERS)));
  let seconds = 0;
  let cpuSeconds = 0;
  function* fed(): Generator<PastCase> {
    const source = pastCases(recorded, count);
    for (;;) {
      const stretch: PastCase[] = [];
      for (let next = source.next(); next.done !== true; next = source.next()) if (stretch.push(next.value) === STRETCH) break;
      if (stretch.length === 0) return;
      const at = performance.now();
      const cpu = process.cpuUsage();
      yield* stretch;
      const used = process.cpuUsage(cpu);
      seconds += (performance.now() - at) / 1e3;
      cpuSeconds += (used.user + used.system) / 1e6;
    }
  }
  const input = { draft, versions: new Map([[1, recorded]]), mode, from: YEAR_START, to: YEAR_END, answers };
  const report = simulate(fed(), input);
  return { report, seconds, cpuSeconds, peakMb: process.resourceUsage().maxRSS / 1e3 };
}

function row(mode: SimulationMode, count: number, { report, seconds, cpuSeconds, peakMb }: Measured): Row {
  const { cases, same } = report.reproduced;
  return {
    ...{ name: `tam:${mode}`, perSecond: count / seconds, p50us: null, p99us: null, ratioToOurs: null },
    ...{ cpuUs: (cpuSeconds * 1e6) / count, checked: cases, wrong: cases - same },
    note: `${count.toString()} cases through two versions in ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), peak ${Math.round(peakMb)} MB`,
  };
}

/** A year of a million cases, made one by one, replayed through the version that decided them and through a draft. */
export const run: RunSuite = async (say) => {
  const rows: Row[] = [];
  for (const mode of ["stateless", "stateful"] as const) {
    say(`simulation: ${mode}`);
    rows.push(row(mode, CASES, measure(mode, CASES)));
  }
  return { name: "simulation", rows };
};
