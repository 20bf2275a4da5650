import type { Outcome, Verdict } from "../verdict.ts";
import type { SharedApprovals } from "./answers.ts";
import type { Giving } from "./books.ts";
import { amountAsked, type PastCase } from "./past-case.ts";

/** What a past case becomes under the draft. */
export interface Become {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** What is given, and when it is taken back again (milliseconds since 1970; null: it stays). */
  readonly giving: Giving | null;
  readonly takenBackAt: number | null;
  /** Minor units that stay given. */
  readonly cost: number;
  /** What newly escalated cases are taken to wait, in business minutes; null: nobody can tell, or nobody waits anew. */
  readonly waitingMinutes: number | null;
  /** Escalated anew, so that its answer is an assumption. */
  readonly assumed: boolean;
}

/** The verdict on what was asked: a granted request goes up by choice. */
export function outcomeOf({ request }: Pick<PastCase, "request">, verdict: Pick<Verdict, "outcome">): Outcome {
  return request.escalate === true && verdict.outcome === "granted" ? "escalated" : verdict.outcome;
}

/** How it happened then: what was given by whom, and when it was taken back. */
export function givenThen({ decidedAt, subjects, actor, recorded }: PastCase): { readonly giving: Giving | null; readonly takenBackAt: number | null } {
  const { approval, cancelledAt: takenBackAt } = recorded;
  if (approval !== null) {
    const { at, amount, role, payer } = approval;
    return { giving: { at, amount, role, payer }, takenBackAt };
  }
  const given = recorded.outcome === "granted" && (recorded.state === "granted" || recorded.state === "cancelled");
  if (!given) return { giving: null, takenBackAt: null };
  const role = recorded.role ?? actor.roles[0] ?? "";
  return { giving: { at: decidedAt, amount: recorded.granted, role, payer: subjects }, takenBackAt };
}

/**
 * What becomes of a case under a verdict of the draft. Granted: given at once, an approved one at the amount that was
 * approved. Escalated as it was then: it ends as it did. Escalated anew: approved in full in the recorded share of the
 * rule, after the median wait. Refused: nothing is given. What was taken back then is taken back again.
 */
export function becomes(past: PastCase, verdict: Verdict, approvals: SharedApprovals): Become {
  const outcome = outcomeOf(past, verdict);
  const { recorded, decidedAt, subjects } = past;
  if (outcome === "granted") {
    const amount = recorded.approval === null ? amountAsked(past) : recorded.approval.amount;
    return ending(past, outcome, verdict, { at: decidedAt, amount, role: verdict.role ?? "", payer: subjects });
  }
  if (outcome === "refused") return ending(past, outcome, verdict, null);
  if (recorded.outcome === "escalated") return ending(past, outcome, verdict, givenThen(past).giving);
  const { approve, waitingMinutes, elapsed } = approvals.next(verdict.rule);
  const giving = approve ? { at: decidedAt + elapsed, amount: amountAsked(past), role: "", payer: null } : null;
  return { ...ending(past, outcome, verdict, giving), waitingMinutes, assumed: true };
}

function ending({ recorded: { cancelledAt } }: PastCase, outcome: Outcome, verdict: Verdict, giving: Giving | null): Become {
  const takenBackAt = giving === null ? null : cancelledAt;
  const cost = giving === null || cancelledAt !== null ? 0 : (giving.amount ?? 0);
  return { outcome, verdict, giving, takenBackAt, cost, waitingMinutes: null, assumed: false };
}
