import type { CompiledPolicy } from "../compile.ts";
import type { Verdict } from "../verdict.ts";
import { type AnswerHistory, SharedApprovals } from "./answers.ts";
import { type Become, becomes, givenThen } from "./become.ts";
import { Books } from "./books.ts";
import { type Doubt, doubtOf } from "./judge.ts";
import { ApproverLoads } from "./loads.ts";
import { Assumed } from "./assumptions.ts";
import type { PastCase } from "./past-case.ts";
import type { Assumption, NotJudged, SimulationMode, SimulationReport } from "./report.ts";
import { Reproducer } from "./reproduce.ts";
import { Tally } from "./tally.ts";

const WEEK_MS = 604_800_000;

export interface SimulationInput {
  readonly draft: CompiledPolicy;
  /** The versions that decided then, by number. */
  readonly versions: ReadonlyMap<number, CompiledPolicy>;
  readonly mode: SimulationMode;
  /** Milliseconds since 1970; cases before `from` are history that fills the counters, those from `to` on are left out. */
  readonly from: number;
  readonly to: number;
  readonly answers: AnswerHistory;
  /** What the cases themselves rest on. */
  readonly assumptions?: readonly Assumption[];
}

/**
 * Replays past cases, in order of time, through a draft.
 * @param cases made one by one and kept nowhere; the history before `from` first, as far as windows and cases reach
 * @param onCase called with the number of cases of the period so far; what it throws ends the run
 * @throws RangeError for cases out of order
 */
export function simulate(cases: Iterable<PastCase>, input: SimulationInput, onCase: (done: number) => void = () => undefined): SimulationReport {
  const run = new Run(input);
  let last = -Infinity;
  let done = 0;
  for (const past of cases) {
    if (past.decidedAt < last) throw new RangeError(`a past case before its predecessor: ${past.id}`);
    last = past.decidedAt;
    if (past.decidedAt >= input.to) break;
    if (past.decidedAt < input.from) {
      run.remember(past);
      continue;
    }
    run.judge(past);
    done += 1;
    onCase(done);
  }
  return run.report(done);
}

class Run {
  readonly #reproducer: Reproducer;
  readonly #books: Books | null;
  readonly #approvals: SharedApprovals;
  readonly #tally = new Tally();
  readonly #loads: ApproverLoads;
  readonly #assumed: Assumed;
  readonly #notJudged = new Map<string, { readonly doubt: Doubt; cases: number }>();

  constructor(private readonly input: SimulationInput) {
    const { draft, versions, mode, answers } = input;
    this.#reproducer = new Reproducer(versions, mode);
    this.#books = mode === "stateless" ? null : new Books([draft.document]);
    this.#approvals = new SharedApprovals(answers);
    this.#loads = new ApproverLoads(draft, versions);
    this.#assumed = new Assumed(input);
  }

  /** Before the period everything happened as it did. */
  remember(past: PastCase): void {
    this.#reproducer.replay(past, null);
    this.#books?.bringUpTo(past.decidedAt);
    this.#bookAsRecorded(past);
  }

  judge(past: PastCase): void {
    const now = new Date(past.decidedAt).toISOString();
    const unknownThen = this.#reproducer.replay(past, now);
    const verdict = this.#evaluate(past, now);
    const doubt = doubtOf(this.input.draft, past, verdict, unknownThen);
    if (doubt !== null) {
      this.#leaveOut(doubt);
      this.#bookAsRecorded(past);
      return;
    }
    const become = becomes(past, verdict, this.#approvals);
    this.#book(past, become);
    this.#tally.add(past, become);
    this.#loads.add(past, become);
    this.#assumed.note(past, become);
  }

  #evaluate(past: PastCase, now: string): Verdict {
    const { draft } = this.input;
    this.#books?.bringUpTo(past.decidedAt);
    const { usage, caseTotal } = this.#books?.standing(draft.document, past) ?? past.recorded;
    return draft.evaluate(past.request, { now, actor: past.actor, usage, caseTotal });
  }

  #book(past: PastCase, { giving, takenBackAt }: Pick<Become, "giving" | "takenBackAt">): void {
    if (giving !== null) this.#books?.give(this.input.draft.document, past, giving, takenBackAt);
  }

  /** A case that the draft cannot judge goes on as it did. */
  #bookAsRecorded(past: PastCase): void {
    const { vocabulary } = this.input.draft;
    const { request } = past;
    const foreign = !vocabulary.gestures.has(request.gesture) || (request.amount != null && request.amount.currency !== vocabulary.currency);
    if (!foreign) this.#book(past, givenThen(past));
  }

  #leaveOut(doubt: Doubt): void {
    const key = JSON.stringify(doubt);
    const known = this.#notJudged.get(key);
    if (known === undefined) this.#notJudged.set(key, { doubt, cases: 1 });
    else known.cases += 1;
  }

  report(cases: number): SimulationReport {
    const { costBefore, costAfter, ...sums } = this.#tally.sums();
    const { currency } = this.input.draft.document;
    const { freed, added, unknown, minutesSaved, minutesAdded } = sums.waiting;
    const weeks = (this.input.to - this.input.from) / WEEK_MS;
    return {
      cases,
      ...sums,
      notJudged: [...this.#notJudged.values()].map(({ doubt, cases: left }): NotJudged => ({ ...doubt, cases: left })).sort((a, b) => b.cases - a.cases),
      reproduced: this.#reproducer.result(),
      currency,
      cost: { before: { minor: costBefore, currency }, after: { minor: costAfter, currency } },
      waitingMinutesSaved: freed + added > 0 && unknown === freed + added ? null : minutesSaved - minutesAdded,
      weeks,
      approvers: this.#loads.rows(weeks),
      assumptions: this.#assumed.list(),
    };
  }
}
