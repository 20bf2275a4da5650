import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { actorFacts } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { usageNow } from "./budget-usage.server.ts";
import { budgetPlaces } from "./domain/budget-places.ts";
import { budgetLimitFor, isMeantFor, isValidOn } from "./domain/concerns.ts";
import { findPolicyInForce } from "./policy-store.server.ts";
import { loadRuleNames, ruleView } from "./rule-view.server.ts";
import type { AuthorityBudget, AuthorityView } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

/** The version that comes next after an instant, with the reader's answer to it; null while none is published for later. */
async function comingAfter(now: Date, personId: string): Promise<AuthorityView["coming"]> {
  const row = await db.policyVersion.findFirst({
    where: { state: "published", effectiveFrom: { gt: now } },
    orderBy: [{ effectiveFrom: "asc" }, { version: "desc" }],
    select: { version: true, effectiveFrom: true, acknowledgements: { where: { personId }, select: { personId: true } } },
  });
  if (row?.effectiveFrom == null) return null;
  return { version: row.version, effectiveFrom: row.effectiveFrom.toISOString(), answered: row.acknowledgements.length > 0 };
}

/** Everything the reader may decide under the version in force, with the why of each rule; null while none is in force. */
export async function myAuthority(actor: PersonActor): Promise<AuthorityView | null> {
  const now = systemClock.now();
  const policy = findPolicyInForce(now);
  if (policy === null) return null;
  const { document, version } = policy;
  const held = actorFacts(actor.personId, now) ?? { roles: [], courses: [] };
  const [names, coming, row, readByMe] = await Promise.all([
    loadRuleNames(),
    comingAfter(now, actor.personId),
    db.policyVersion.findUniqueOrThrow({ where: { version }, select: { effectiveFrom: true, checkQuestion: true } }),
    db.policyAcknowledgement.findUnique({ where: { version_personId: { version, personId: actor.personId } }, select: { at: true, response: true } }),
  ]);
  const courses = new Set(held.courses);
  const day = localDay(now, document.timeZone);
  const places = budgetPlaces(document, null, { personId: actor.personId, managerId: actor.managerId, siteCode: actor.siteCode, customerRef: null }, now);
  const usage = usageNow(places, now);
  const budgets = places.flatMap((place): AuthorityBudget[] => {
    const limit = budgetLimitFor(place.budget, held.roles);
    if (limit === null) return [];
    const used = usage[place.code] ?? 0;
    const unit = place.budget.measure === "count" ? "count" : "minor";
    const gestures = (place.budget.gestures ?? []).map((code) => nameIn(document.gestures, code));
    const { subject, window } = place.budget;
    return [{ code: place.code, unit, subject, gestures, window, limit, used, remaining: Math.max(0, limit - used), resetsAt: place.end?.toISOString() ?? null }];
  });
  return {
    policyVersion: version,
    effectiveFrom: (row.effectiveFrom ?? now).toISOString(),
    rules: document.rules.filter((rule) => isValidOn(rule, day) && isMeantFor(rule, held)).map((rule) => ruleView(rule, document, names, courses)),
    budgets,
    readAt: readByMe?.response === "understood" ? readByMe.at.toISOString() : null,
    asks: row.checkQuestion !== null,
    coming,
  };
}
