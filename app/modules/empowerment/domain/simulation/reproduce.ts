import type { CompiledPolicy } from "../compile.ts";
import { Books } from "./books.ts";
import { givenThen, outcomeOf } from "./become.ts";
import type { PastCase } from "./past-case.ts";
import type { Irreproducible, Reproduction, SimulationMode } from "./report.ts";
import { Spread } from "./spread.ts";

const SHOWN = 20;

/**
 * The first gate: every recorded case once more through the version that decided it, on what was recorded (`stateless`)
 * or on counters that grow from the records (`stateful`). What happened then is booked as it happened, whatever the
 * replay says, so that one case that differs does not drag others along.
 */
export class Reproducer {
  readonly #books: Books | null;
  readonly #different = new Spread<Irreproducible>(SHOWN);
  #cases = 0;
  #same = 0;
  #withoutVersion = 0;

  constructor(
    private readonly versions: ReadonlyMap<number, CompiledPolicy>,
    mode: SimulationMode,
  ) {
    this.#books = mode === "stateless" || versions.size === 0 ? null : new Books([...versions.values()].map(({ document }) => document));
  }

  /**
   * Replays one case, the next in order of time.
   * @param now its instant as text; null for history that only fills the counters
   * @returns the facts its version asked about in vain; null where no version is known
   */
  replay(past: PastCase, now: string | null): readonly string[] | null {
    const policy = past.version === null ? undefined : this.versions.get(past.version);
    if (policy === undefined) {
      if (now !== null) this.#withoutVersion += 1;
      return null;
    }
    this.#books?.bringUpTo(past.decidedAt);
    const unknown = now === null ? [] : this.#compare(policy, past, now);
    this.#book(policy, past);
    return unknown;
  }

  #compare(policy: CompiledPolicy, past: PastCase, now: string): readonly string[] {
    const { recorded, request, actor } = past;
    const { usage, caseTotal } = this.#books?.standing(policy.document, past) ?? recorded;
    const verdict = policy.evaluate(request, { now, actor, usage, caseTotal });
    const outcome = outcomeOf(past, verdict);
    const reason = outcome === verdict.outcome ? verdict.reason : "escalated_by_choice";
    this.#cases += 1;
    if (outcome === recorded.outcome && verdict.rule === recorded.rule && reason === recorded.reason) this.#same += 1;
    else {
      this.#different.offer(() => ({
        ...{ id: past.id, label: past.label, version: past.version ?? 0 },
        recorded: { outcome: recorded.outcome, reason: recorded.reason, rule: recorded.rule },
        replayed: { outcome, reason, rule: verdict.rule },
      }));
    }
    return verdict.unknown;
  }

  #book(policy: CompiledPolicy, past: PastCase): void {
    const { giving, takenBackAt } = givenThen(past);
    if (giving === null) return;
    const { approval } = past.recorded;
    const answeredBy = approval?.version == null ? policy : (this.versions.get(approval.version) ?? policy);
    this.#books?.give(answeredBy.document, past, giving, takenBackAt);
  }

  result(): Reproduction {
    return { cases: this.#cases, same: this.#same, withoutVersion: this.#withoutVersion, different: this.#different.members() };
  }
}
