import { quantile } from "#kernel/quantile.ts";

/** How one escalated case was answered then. */
export interface RecordedAnswer {
  /** The rule it was escalated under; null: none covered it. */
  readonly rule: string | null;
  /** null: still open, taken back, or not recorded. */
  readonly approved: boolean | null;
  /** Business minutes; null: not answered or not recorded. */
  readonly waitingMinutes: number | null;
  /** Milliseconds from asking to the answer. */
  readonly elapsed: number | null;
}

/** What to expect of an escalation, from those there were. */
export interface Expectation {
  /** Answered either way. */
  readonly answered: number;
  readonly approved: number;
  /** Median business minutes; null: no wait was recorded. */
  readonly waitingMinutes: number | null;
  /** Median of what passed by the clock, in milliseconds; 0 where none was recorded. */
  readonly elapsed: number;
}

class Answers {
  answered = 0;
  approved = 0;
  readonly waits: number[] = [];
  readonly elapsed: number[] = [];

  add({ approved, waitingMinutes, elapsed }: RecordedAnswer): void {
    if (approved === null) return;
    this.answered += 1;
    if (approved) this.approved += 1;
    if (waitingMinutes !== null) this.waits.push(waitingMinutes);
    if (elapsed !== null) this.elapsed.push(elapsed);
  }

  expectation(): Expectation {
    const { answered, approved } = this;
    return { answered, approved, waitingMinutes: quantile(this.waits, 0.5), elapsed: Math.round(quantile(this.elapsed, 0.5) ?? 0) };
  }
}

/** How escalations ended, rule by rule and altogether: what a case is taken to become that was not escalated then. */
export interface AnswerHistory {
  /** Of the rule where any of its escalations was answered, else of all. */
  readonly of: (rule: string | null) => Expectation & { readonly ofRule: boolean };
  readonly overall: Expectation;
}

/** Gathers answers. A rule's share is approved ÷ answered; the wait is the median, as a mean would follow the few that lay for days. */
export function answerHistory(answers: Iterable<RecordedAnswer>): AnswerHistory {
  const all = new Answers();
  const byRule = new Map<string | null, Answers>();
  for (const answer of answers) {
    all.add(answer);
    let own = byRule.get(answer.rule);
    if (own === undefined) byRule.set(answer.rule, (own = new Answers()));
    own.add(answer);
  }
  const overall = all.expectation();
  const expected = new Map([...byRule].filter(([, { answered }]) => answered > 0).map(([rule, own]) => [rule, own.expectation()]));
  return {
    overall,
    of: (rule) => {
      const own = expected.get(rule);
      return own === undefined ? { ...overall, ofRule: false } : { ...own, waitingMinutes: own.waitingMinutes ?? overall.waitingMinutes, ofRule: true };
    },
  };
}

/**
 * Turns shares into whole cases without chance: of every rule as many in a row are approved as its share asks for, each
 * when the running total passes the next whole number. Nothing answered then is taken as approved.
 */
export class SharedApprovals {
  readonly #seen = new Map<string | null, number>();

  constructor(private readonly history: AnswerHistory) {}

  /** Whether the next case under this rule is taken as approved, and after how long. */
  next(rule: string | null): Expectation & { readonly approve: boolean } {
    const expected = this.history.of(rule);
    const key = expected.ofRule ? rule : null;
    const seen = this.#seen.get(key) ?? 0;
    this.#seen.set(key, seen + 1);
    const approve = expected.answered === 0 || approvedOf(seen + 1, expected) > approvedOf(seen, expected);
    return { ...expected, approve };
  }
}

/** Of so many cases those approved, rounded half up. */
function approvedOf(cases: number, { answered, approved }: Expectation): number {
  return Math.floor((cases * approved + answered / 2) / answered);
}
