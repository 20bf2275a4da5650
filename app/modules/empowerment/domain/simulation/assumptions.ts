import type { AnswerHistory } from "./answers.ts";
import type { Become } from "./become.ts";
import { amountAsked, type PastCase } from "./past-case.ts";
import type { Assumption, AssumptionCode, SimulationMode } from "./report.ts";
import type { CompiledPolicy } from "../compile.ts";

interface Basis {
  readonly draft: CompiledPolicy;
  readonly versions: ReadonlyMap<number, CompiledPolicy>;
  readonly mode: SimulationMode;
  readonly answers: AnswerHistory;
  readonly assumptions?: readonly Assumption[];
}

/** Counts what each assumption carries, so that the report names those it rests on and how far. */
export class Assumed {
  #byChoice = 0;
  #cancelled = 0;
  #approvers = 0;
  #anew = 0;
  #anewApproved = 0;
  readonly #less = { cases: 0, minor: 0 };

  constructor(private readonly basis: Basis) {}

  note(past: PastCase, become: Become): void {
    const { recorded, request } = past;
    const { outcome, verdict, giving, assumed } = become;
    if (request.escalate === true && verdict.outcome === "granted") this.#byChoice += 1;
    if (giving !== null && recorded.cancelledAt !== null) this.#cancelled += 1;
    if (outcome === "escalated" && recorded.approval !== null) this.#approvers += 1;
    if (assumed) this.#anew += 1;
    if (assumed && giving !== null) this.#anewApproved += 1;
    const [asked, given] = [amountAsked(past), giving?.amount ?? null];
    if (outcome === "granted" && asked !== null && given !== null && given < asked) {
      this.#less.cases += 1;
      this.#less.minor += asked - given;
    }
  }

  list(): Assumption[] {
    const { draft, mode, answers, assumptions = [] } = this.basis;
    const when = (holds: boolean, code: AssumptionCode, params: Assumption["params"] = {}): Assumption[] => (holds ? [{ code, params }] : []);
    const { answered, approved, waitingMinutes } = answers.overall;
    const stateless = mode === "stateless";
    const anew = { cases: this.#anew };
    const budgets = stateless ? this.#newBudgets() : [];
    return [
      ...when(true, "past_requests"),
      ...assumptions,
      ...when(!stateless, "history_kept"),
      ...when(stateless, "recorded_counters"),
      ...when(budgets.length > 0, "new_budgets", { budgets }),
      ...when(this.#approvers > 0 && !stateless, "approvers_kept", { cases: this.#approvers }),
      ...when(this.#anew > 0 && answered > 0, "approved_as_recorded", { ...anew, assumed: this.#anewApproved, answered, approved }),
      ...when(this.#anew > 0 && answered === 0, "approved_without_record", anew),
      ...when(this.#anew > 0 && waitingMinutes !== null, "median_wait", { ...anew, minutes: waitingMinutes ?? 0 }),
      ...when(this.#anew > 0 && waitingMinutes === null, "wait_unknown", anew),
      ...when(this.#less.cases > 0, "approved_amount_kept", { cases: this.#less.cases, amount: { minor: this.#less.minor, currency: draft.document.currency } }),
      ...when(this.#byChoice > 0, "choice_kept", { cases: this.#byChoice }),
      ...when(this.#cancelled > 0, "cancelled_kept", { cases: this.#cancelled }),
    ];
  }

  /** Budgets of the draft that no version then had: nothing of theirs is recorded. */
  #newBudgets(): string[] {
    const { draft, versions } = this.basis;
    const then = new Set([...versions.values()].flatMap(({ document }) => document.budgets.map(({ code }) => code)));
    return draft.document.budgets.map(({ code }) => code).filter((code) => !then.has(code)).sort();
  }
}
