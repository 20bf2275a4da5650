import type { BusinessCalendar } from "#kernel/business-time.ts";
import { type OwnReader, withOwnReader } from "#platform/own-reader.server.ts";
import { answerHistory, type RecordedAnswer } from "../domain/simulation/answers.ts";
import { historyReach } from "../domain/simulation/history.ts";
import { importedCase, importedState, type KnownPerson } from "../domain/simulation/imported-case.ts";
import type { PastCase } from "../domain/simulation/past-case.ts";
import type { Assumption, SimulationMode, SimulationReport, SimulationSource } from "../domain/simulation/report.ts";
import { simulate } from "../domain/simulation/simulate.ts";
import { type CompiledPolicy, compilePolicy } from "../public.ts";
import { type Calendars, recordedAnswers, recordedCases } from "./recorded-cases.server.ts";

/** All that a run needs besides the database file; it crosses into a thread as it is. */
export interface SimulationRun {
  readonly databasePath: string;
  /** The draft, as JSON text. */
  readonly document: string;
  readonly source: SimulationSource;
  readonly mode: SimulationMode;
  readonly from: Date;
  /** exclusive */
  readonly to: Date;
  /** The role of people nobody here knows. */
  readonly asRole: string;
  readonly calendars: readonly (readonly [string | null, BusinessCalendar])[];
}

/** Those known here whom imported cases name, by e-mail. */
export type KnownPeople = ReadonlyMap<string, KnownPerson>;

export interface RunHooks {
  /** Told of the progress a few times a second. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked as often; true ends the run. */
  readonly isCancelled?: () => boolean;
}

/** Thrown by a run that was cancelled. */
export class SimulationCancelled extends Error {
  override readonly name = "SimulationCancelled";
}

const CASES_BETWEEN_LOOKS = 64;
const TOLD_EVERY_MS = 200;

interface Replay {
  readonly total: number;
  readonly versions: ReadonlyMap<number, CompiledPolicy>;
  readonly answers: Iterable<RecordedAnswer>;
  readonly cases: Iterable<PastCase>;
  readonly assumptions: readonly Assumption[];
}

function ofRecorded(reader: OwnReader, run: SimulationRun, draft: CompiledPolicy): Replay {
  const calendars: Calendars = new Map(run.calendars);
  const versions = new Map(reader.read("policy.published-documents", {}).map(({ version, document }) => [version, compilePolicy(JSON.parse(document))]));
  const reach = run.mode === "stateless" ? 0 : historyReach([draft.document, ...[...versions.values()].map(({ document }) => document)]);
  return {
    total: reader.read("simulation.count-recorded", { from: run.from, to: run.to }) ?? 0,
    versions,
    answers: recordedAnswers(reader, run, calendars),
    cases: recordedCases(reader, run, reach, calendars),
    assumptions: [],
  };
}

function* importedAnswers(reader: OwnReader, { from, to }: SimulationRun): Generator<RecordedAnswer> {
  for (const row of reader.each("simulation.imported-answers", { from, to })) {
    const state = importedState(row);
    const approved = state === "approved" ? true : state === "declined" || state === "expired" ? false : null;
    yield { rule: null, approved, waitingMinutes: null, elapsed: null };
  }
}

function ofImported(reader: OwnReader, run: SimulationRun, draft: CompiledPolicy, people: KnownPeople): Replay {
  function* cases(): Generator<PastCase> {
    for (const row of reader.each("simulation.imported", { to: run.to })) yield importedCase(row, draft, people, run.asRole);
  }
  return {
    total: reader.read("simulation.count-imported", { from: run.from, to: run.to }) ?? 0,
    versions: new Map(),
    answers: importedAnswers(reader, run),
    cases: cases(),
    assumptions: [
      { code: "people_as_today", params: { people: people.size } },
      { code: "as_role", params: { role: run.asRole } },
      { code: "no_flags", params: {} },
      { code: "proactive_by_kind", params: {} },
    ],
  };
}

/** The e-mail of everybody whom imported cases name; none for recorded ones, which hold all that is asked. */
export function emailsNamed({ databasePath, source }: Pick<SimulationRun, "databasePath" | "source">): string[] {
  return source === "recorded" ? [] : withOwnReader(databasePath, (reader) => reader.read("simulation.imported-emails", {}));
}

/**
 * Replays past cases of a database file through a document. It reads alone, on a connection of its own.
 * @param people whom {@link emailsNamed} names and who is known here
 */
export function runSimulation(run: SimulationRun, people: KnownPeople, { onProgress, isCancelled }: RunHooks = {}): SimulationReport {
  const draft = compilePolicy(JSON.parse(run.document));
  return withOwnReader(run.databasePath, (reader) => {
    const replay = run.source === "recorded" ? ofRecorded(reader, run, draft) : ofImported(reader, run, draft, people);
    const { versions, cases, assumptions, total } = replay;
    onProgress?.(0, total);
    let told = performance.now();
    const look = (done: number) => {
      if (done % CASES_BETWEEN_LOOKS !== 0) return;
      if (isCancelled?.() === true) throw new SimulationCancelled();
      if (performance.now() - told < TOLD_EVERY_MS) return;
      told = performance.now();
      onProgress?.(done, total);
    };
    const answers = answerHistory(replay.answers);
    const period = { from: run.from.getTime(), to: run.to.getTime() };
    return simulate(watched(cases, period.from, isCancelled), { draft, versions, mode: run.mode, ...period, answers, assumptions }, look);
  });
}

/** History before the period is no progress yet, but a cancelled run ends in it as well. */
function* watched(cases: Iterable<PastCase>, from: number, isCancelled: RunHooks["isCancelled"]): Generator<PastCase> {
  let seen = 0;
  for (const past of cases) {
    seen += 1;
    if (past.decidedAt < from && seen % CASES_BETWEEN_LOOKS === 0 && isCancelled?.() === true) throw new SimulationCancelled();
    yield past;
  }
}
