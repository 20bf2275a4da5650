import type { PolicyDocument } from "../schemas.ts";
import type { Verdict } from "./verdict.ts";

/** Where a request goes and how long it may wait there. */
export interface EscalationPath {
  /** The role asked first. */
  readonly to: string;
  /** Business minutes. */
  readonly withinMinutes: number;
  /** The role asked next; without one the request goes to `lastResort`. */
  readonly fallback: string | null;
  /** Business minutes the fallback has; without a value of its own those of the first role. */
  readonly fallbackAfterMinutes: number;
  readonly lastResort: string;
  /** No grant applies, so the role asked decides up to its `exceptions`. */
  readonly byException: boolean;
  /** A colleague of the same site may confirm before it goes up. */
  readonly secondPersonFirst: boolean;
}

/** Business minutes where neither the rule nor the policy says. */
const DEFAULT_MINUTES = 30;

/**
 * The path of a request with this verdict: that of the rule that counts, else the policy's own. Also for a granted one
 * that goes up by choice; null for a refused one, which nobody may approve.
 */
export function escalationFor(document: PolicyDocument, verdict: Pick<Verdict, "outcome" | "reason" | "rule">): EscalationPath | null {
  if (verdict.outcome === "refused") return null;
  const rule = document.rules.find(({ code }) => code === verdict.rule);
  const { lastResort } = document;
  const path = rule?.escalation ?? document.escalation ?? { to: lastResort, withinMinutes: DEFAULT_MINUTES };
  return {
    to: path.to,
    withinMinutes: path.withinMinutes,
    fallback: path.fallback ?? null,
    fallbackAfterMinutes: path.fallbackAfterMinutes ?? path.withinMinutes,
    lastResort,
    byException: verdict.rule === null,
    secondPersonFirst: verdict.reason === "second_person_required",
  };
}
