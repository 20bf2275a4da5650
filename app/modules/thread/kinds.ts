/** What the thread joins: it knows things by kind and id only. A rule's id is its code, the same over all versions. */
export const THREAD_KINDS = [
  ...(["feedback", "customer", "decision", "rule", "policy", "note", "promise"] as const),
  ...(["recognition", "story", "circle", "course", "practice", "improvement", "procedure", "kpi", "touchpoint", "value", "reward"] as const),
  ...(["commitment", "leading_month", "leader_decision", "pulse"] as const),
] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/**
 * How one thing bears on another, read from → to: a decision was taken `under` a rule, is `about` a customer, `follows`
 * an earlier decision of the same case; a promise or a note was made `for` a customer or decision; an improvement was
 * `caused_by` a pattern of cases and `changed` a rule; a story or course `tells_of` a case; a rule `serves` a need; a
 * measure `measures` a rule or improvement; anything `answers` feedback; a
 * thank-you `recognises` what somebody did.
 */
export const THREAD_RELATIONS = ["under", "about", "follows", "for", "caused_by", "changed", "tells_of", "serves", "measures", "answers", "recognises"] as const;
export type ThreadRelation = (typeof THREAD_RELATIONS)[number];

export interface ThreadEnd {
  readonly kind: ThreadKind;
  readonly id: string;
}

/** A thing of the thread as its own module shows it to one reader. */
export interface ThreadNode {
  readonly id: string;
  readonly title: string;
  /** What somebody said or wrote there, in their words. */
  readonly quote: string | null;
  /** When it happened, ISO; null for what stands outside of time, as a rule. */
  readonly at: string | null;
  readonly href: string | null;
}

export const sameEnd = (one: ThreadEnd, other: ThreadEnd): boolean => one.kind === other.kind && one.id === other.id;
export const endKey = ({ kind, id }: ThreadEnd): string => `${kind}:${id}`;
