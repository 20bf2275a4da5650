import type { PolicyDocument } from "../../schemas.ts";
import { holderOf, type LimitTarget } from "./change-limit.ts";
import type { LimitFinding } from "./propose.ts";

/** A proposal as it is stored, as far as a new search needs to know. */
export interface StoredProposal extends LimitTarget {
  readonly id: string;
  readonly kind: "widen" | "narrow";
  readonly fromLimit: number;
  readonly toLimit: number;
  readonly state: "open" | "accepted" | "rejected" | "superseded";
  /** Cases its bound rests on. */
  readonly n: number;
  readonly answeredAt: Date | null;
  readonly trialOutcome: string | null;
  /** null: the accepted draft is not in force yet */
  readonly trialEndsAt: Date | null;
}

export type ProposalStep =
  | { readonly kind: "open"; readonly finding: LimitFinding }
  /** The same proposal with what has been learnt since. */
  | { readonly kind: "refresh"; readonly id: string; readonly finding: LimitFinding }
  /** What it proposed is not what the cases say any more, or its draft was left lying. */
  | { readonly kind: "supersede"; readonly id: string };

/** A rejected proposal comes back when its evidence has grown by half. */
const GROWTH = 1.5;
/** A draft that nobody has brought into force for so many days is given up. */
const LYING_DAYS = 90;
const DAY_MS = 86_400_000;

/** The cases that the bound of a finding rests on. */
export function sizeOf({ assessment }: LimitFinding): number {
  return assessment.kind === "narrow" ? assessment.narrowing.n : assessment.widening.n;
}

/**
 * What a search makes of the proposals before it: the ones still said are kept and refreshed, stale ones are superseded,
 * new ones are opened, save where the same limit is on trial or its draft under way, and where the same was rejected on
 * evidence that has not grown by half.
 * @param stored newest first
 */
export function reconcile(document: PolicyDocument, findings: readonly LimitFinding[], stored: readonly StoredProposal[], now: Date): ProposalStep[] {
  const holder = (target: LimitTarget) => holderOf(document, target)?.code ?? target.rule;
  const same = (a: LimitTarget, b: LimitTarget) => a.rule === b.rule && a.reason === b.reason;
  const says = (proposal: StoredProposal, { assessment, limit }: LimitFinding) => proposal.kind === assessment.kind && proposal.fromLimit === limit && proposal.toLimit === assessment.to;

  const lying = stored.filter(({ state, trialEndsAt, trialOutcome, answeredAt }) => state === "accepted" && trialOutcome === null && trialEndsAt === null && now.getTime() - (answeredAt?.getTime() ?? 0) > LYING_DAYS * DAY_MS);
  const given = new Set(lying.map(({ id }) => id));
  const underWay = new Set(stored.filter(({ id, state, trialOutcome }) => state === "accepted" && trialOutcome === null && !given.has(id)).map(holder));
  const asked = findings.filter((finding) => finding.assessment.kind !== "hold" && !underWay.has(holder(finding)));

  const steps: ProposalStep[] = lying.map(({ id }) => ({ kind: "supersede", id }));
  const kept = new Set<LimitFinding>();
  for (const proposal of stored.filter(({ state }) => state === "open")) {
    const finding = asked.find((one) => same(one, proposal) && says(proposal, one) && !kept.has(one));
    if (finding === undefined) {
      steps.push({ kind: "supersede", id: proposal.id });
      continue;
    }
    kept.add(finding);
    steps.push({ kind: "refresh", id: proposal.id, finding });
  }
  for (const finding of asked) {
    if (kept.has(finding)) continue;
    const rejected = stored.find((one) => one.state === "rejected" && same(one, finding) && one.kind === finding.assessment.kind);
    if (rejected === undefined || sizeOf(finding) >= GROWTH * rejected.n) steps.push({ kind: "open", finding });
  }
  return steps;
}
