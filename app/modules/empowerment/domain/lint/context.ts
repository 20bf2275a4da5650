/** People who have the same roles at the same place. */
export interface PeopleGroup {
  /** Those that count for their own decisions. */
  readonly roles: readonly string[];
  readonly site: string | null;
  readonly department: string | null;
  /** Active people. */
  readonly count: number;
}

/** What is known of the organisation. What is not given is not judged. */
export interface LintContext {
  /** `YYYY-MM-DD` in the policy's time zone: only what comes from this day on counts. */
  readonly today?: string | undefined;
  /** Roles that decide, lowest first; absent: frontline, supervisor, manager, leader. */
  readonly hierarchy?: readonly string[] | undefined;
  /** Every role there is. */
  readonly roles?: readonly string[] | undefined;
  readonly people?: readonly PeopleGroup[] | undefined;
  readonly departments?: readonly string[] | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly courses?: readonly string[] | undefined;
  /** E-mail addresses of people who may own a rule. */
  readonly owners?: readonly string[] | undefined;
  /** By gesture, the greatest amount ever given, in minor units. */
  readonly largestPastAmount?: Readonly<Record<string, number>> | undefined;
}

/** Roles that decide, lowest first, unless the organisation says otherwise. */
export const HIERARCHY: readonly string[] = ["frontline", "supervisor", "manager", "leader"];
