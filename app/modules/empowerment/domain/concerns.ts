import type { PolicyBudget, PolicyDocument, PolicyRule } from "../schemas.ts";

/** What is asked about a person to tell which rules are meant for them: `facts.actor` without the courses. */
export interface Held {
  readonly roles: readonly string[];
  readonly department?: string | undefined;
  readonly site?: string | undefined;
  readonly level?: number | null | undefined;
  readonly tenureDays?: number | null | undefined;
}

const inSet = (codes: readonly string[] | undefined, has: (code: string) => boolean) => codes === undefined || codes.length === 0 || codes.some(has);

function inRange(range: { readonly min?: number | undefined; readonly below?: number | undefined } | undefined, value: number | null | undefined): boolean {
  if (range === undefined) return true;
  if (value === null || value === undefined) return (range.min ?? 0) === 0 && range.below === undefined;
  return value >= (range.min ?? 0) && (range.below === undefined || value < range.below);
}

/** Whether a rule is meant for this person, courses and validity apart: what training would open concerns them too. */
export function isMeantFor({ who }: Pick<PolicyRule, "who">, held: Held): boolean {
  return (
    inSet(who?.roles, (role) => held.roles.includes(role)) &&
    inSet(who?.departments, (code) => code === held.department) &&
    inSet(who?.sites, (code) => code === held.site) &&
    inRange(who?.level, held.level) &&
    inRange(who?.tenureDays, held.tenureDays)
  );
}

/** Whether a rule holds on a local day: `validFrom` ≤ day < `validTo`. */
export function isValidOn({ validFrom, validTo }: Pick<PolicyRule, "validFrom" | "validTo">, day: string): boolean {
  return (validFrom === undefined || day >= validFrom) && (validTo === undefined || day < validTo);
}

/** Whether a version binds this person on a day: a rule that has not ended is meant for them. */
export function binds({ rules }: Pick<PolicyDocument, "rules">, held: Held, day: string): boolean {
  return rules.some((rule) => (rule.validTo === undefined || day < rule.validTo) && isMeantFor(rule, held));
}

/** The limit a budget sets for the most generous of the roles held, minor units or a number; null where it binds none of them. */
export function budgetLimitFor({ limits }: Pick<PolicyBudget, "limits">, roles: readonly string[]): number | null {
  const rows = roles.flatMap((role) => limits.find((row) => row.role === role) ?? limits.find((row) => row.role === "*") ?? []);
  return rows.length === 0 ? null : Math.max(...rows.map(({ limit }) => limit));
}
