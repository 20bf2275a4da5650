import type { PolicyDocument } from "../../schemas.ts";
import { changeLimit, exceptionCode, limitOf, type LimitTarget } from "./change-limit.ts";
import { type Assessment, assessLimit, type LimitCase } from "./evidence.ts";

/** A limit and what the cases of the window say of it. */
export interface LimitFinding extends LimitTarget {
  /** Now, in minor units. */
  readonly limit: number;
  readonly assessment: Assessment;
  /** The cases it rests on. */
  readonly cases: readonly LimitCase[];
}

/** One rule for the page of proposals. */
export interface RuleFinding {
  readonly rule: string;
  readonly limit: number;
  /** All its cases together, whatever their reason: for reading; no proposal rests on it. */
  readonly overall: Assessment;
  /** What is proposed: of the whole rule, or by reason; empty when everything is held. */
  readonly proposals: readonly LimitFinding[];
  /** Reasons that ask for a change which rules of equal or crossing scope stand in the way of. */
  readonly blocked: readonly { readonly reason: string; readonly by: readonly string[] }[];
}

/** The reasons under which a rule's limit is looked at: those it takes, without those that have an exception of their own. */
function reasonsOf(document: PolicyDocument, code: string): string[] {
  const rule = document.rules.find((one) => one.code === code);
  const stated = rule?.when?.reasons ?? [];
  const taken = stated.length > 0 ? stated : document.reasons.map((reason) => reason.code);
  return stated.length === 1 ? [...taken] : taken.filter((reason) => !document.rules.some((one) => one.code === exceptionCode(code, reason)));
}

/**
 * What the cases of a window say of every limit per case that the document grants, rule by rule and reason by reason.
 * A whole rule is proposed only when each of its reasons by itself asks for the same; the smallest of their steps is
 * then taken. Otherwise each reason that asks is proposed for itself.
 * @param casesOf the cases recorded under a rule
 */
export function findLimits(document: PolicyDocument, casesOf: (rule: string) => readonly LimitCase[]): RuleFinding[] {
  return document.rules.flatMap((rule): RuleFinding[] => {
    const limit = rule.effect === "grant" ? (rule.limit?.perCase ?? 0) : 0;
    if (limit < 1) return [];
    const reasons = reasonsOf(document, rule.code);
    const cases = casesOf(rule.code).filter(({ reason }) => reasons.includes(reason));
    const byReason = reasons.map((reason): LimitFinding => {
      const own = cases.filter((one) => one.reason === reason);
      return { rule: rule.code, reason, limit, assessment: assessLimit(limit, own), cases: own };
    });
    const overall = assessLimit(limit, cases);
    const asking = byReason.filter(({ assessment }) => assessment.kind !== "hold");
    const [first] = asking;
    const agreed = asking.length === reasons.length && asking.every(({ assessment }) => assessment.kind === first?.assessment.kind);
    if (first === undefined || !agreed) {
      const blocked = asking.flatMap(({ reason, assessment }) => {
        const change = changeLimit(document, { rule: rule.code, reason }, assessment.to ?? limit);
        return change.document === null && reason !== null ? [{ reason, by: change.blockedBy }] : [];
      });
      const stopped = new Set(blocked.map(({ reason }) => reason));
      return [{ rule: rule.code, limit, overall, proposals: asking.filter(({ reason }) => reason === null || !stopped.has(reason)), blocked }];
    }
    const steps = asking.map(({ assessment }) => assessment.to ?? limit);
    const to = first.assessment.kind === "widen" ? Math.min(...steps) : Math.max(...steps);
    const whole: LimitFinding = { rule: rule.code, reason: null, limit, assessment: { ...overall, kind: first.assessment.kind, hold: null, to }, cases };
    return [{ rule: rule.code, limit, overall, proposals: [whole], blocked: [] }];
  });
}

/** A document with a limit set back to its base; null where it is no longer what the trial made of it. */
export function returnLimit(document: PolicyDocument, target: LimitTarget, trial: number, base: number): PolicyDocument | null {
  return limitOf(document, target) === trial ? changeLimit(document, target, base).document : null;
}
