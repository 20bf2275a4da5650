import { type CompiledPolicy, compilePolicy } from "../app/modules/empowerment/public.ts";
import { answerHistory, type RecordedAnswer } from "../app/modules/empowerment/domain/simulation/answers.ts";
import type { PastCase } from "../app/modules/empowerment/domain/simulation/past-case.ts";
import type { SimulationMode } from "../app/modules/empowerment/domain/simulation/report.ts";
import { simulate } from "../app/modules/empowerment/domain/simulation/simulate.ts";
import { POLICY, policyDays, policyVersions } from "../prisma/seed/policy.ts";
import { pastCases, YEAR_END, YEAR_START } from "./workload/past-cases.ts";

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

/** What one run took. */
export interface Measured {
  /** Cases replayed through the version that decided them, and those that came out the same. */
  readonly cases: number;
  readonly same: number;
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
  const { cases, same } = report.reproduced;
  return { cases, same, seconds, cpuSeconds, peakMb: process.resourceUsage().maxRSS / 1e3 };
}

// A process of its own for each run, so that its peak of memory, making the cases included, is its own.
const [mode, count] = process.argv.slice(2);
process.send?.(measure(mode as SimulationMode, Number(count)), () => process.disconnect());
