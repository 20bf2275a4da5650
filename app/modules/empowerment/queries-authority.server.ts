import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { usageNow } from "./budget-usage.server.ts";
import { budgetPlaces } from "./domain/budget-places.ts";
import { findPolicyInForce } from "./policy-store.server.ts";
import type { Facts, PolicyBudget, PolicyRule } from "./public.ts";
import { loadRuleNames, ruleView } from "./rule-view.server.ts";
import type { AuthorityView, BudgetView } from "./view-models.ts";

type Held = Facts["actor"];

const inSet = (codes: readonly string[] | undefined, has: (code: string) => boolean) => codes === undefined || codes.length === 0 || codes.some(has);

function inRange(range: { readonly min?: number | undefined; readonly below?: number | undefined } | undefined, value: number | null | undefined): boolean {
  if (range === undefined) return true;
  if (value === null || value === undefined) return (range.min ?? 0) === 0 && range.below === undefined;
  return value >= (range.min ?? 0) && (range.below === undefined || value < range.below);
}

/** Whether a rule is meant for this person, courses apart: a rule that training would open is shown, locked. */
function concerns(rule: PolicyRule, held: Held, day: string): boolean {
  const { who } = rule;
  if ((rule.validFrom !== undefined && day < rule.validFrom) || (rule.validTo !== undefined && day >= rule.validTo)) return false;
  return (
    inSet(who?.roles, (role) => held.roles.includes(role)) &&
    inSet(who?.departments, (code) => code === held.department) &&
    inSet(who?.sites, (code) => code === held.site) &&
    inRange(who?.level, held.level) &&
    inRange(who?.tenureDays, held.tenureDays)
  );
}

/** The limit a budget sets for the most generous of the roles held; null where it does not bind. */
function limitFor(budget: PolicyBudget, roles: readonly string[]): number | null {
  const rows = roles.flatMap((role) => budget.limits.find((row) => row.role === role) ?? budget.limits.find((row) => row.role === "*") ?? []);
  return rows.length === 0 ? null : Math.max(...rows.map(({ limit }) => limit));
}

/** Everything the reader may decide under the version in force, with the why of each rule; null while none is in force. */
export async function myAuthority(actor: PersonActor): Promise<AuthorityView | null> {
  const now = systemClock.now();
  const policy = findPolicyInForce(now);
  if (policy === null) return null;
  const { document, version } = policy;
  const held = actorFacts(actor.personId, now) ?? { roles: [], courses: [] };
  const [names, row, readByMe] = await Promise.all([
    loadRuleNames(),
    db.policyVersion.findUniqueOrThrow({ where: { version }, select: { effectiveFrom: true } }),
    db.policyAcknowledgement.findUnique({ where: { version_personId: { version, personId: actor.personId } }, select: { at: true } }),
  ]);
  const courses = new Set(held.courses);
  const day = localDay(now, document.timeZone);
  const places = budgetPlaces(document, null, { personId: actor.personId, managerId: actor.managerId, siteCode: actor.siteCode, customerRef: null }, now);
  const usage = usageNow(places, now);
  const budgets = places.flatMap((place): BudgetView[] => {
    const limit = limitFor(place.budget, held.roles);
    if (limit === null) return [];
    const used = usage[place.code] ?? 0;
    const unit = place.budget.measure === "count" ? "count" : "minor";
    return [{ code: place.code, unit, subject: place.budget.subject, limit, used, remaining: Math.max(0, limit - used), resetsAt: place.end?.toISOString() ?? null }];
  });
  return {
    policyVersion: version,
    effectiveFrom: (row.effectiveFrom ?? now).toISOString(),
    rules: document.rules.filter((rule) => concerns(rule, held, day)).map((rule) => ruleView(rule, document, names, courses)),
    budgets,
    readAt: readByMe?.at.toISOString() ?? null,
  };
}
