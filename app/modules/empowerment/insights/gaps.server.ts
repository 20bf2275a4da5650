import type { Actor } from "#access/actor.ts";
import { PERMISSIONS } from "#access/permissions.ts";
import type { Role } from "#access/roles.ts";
import { addDays, daysBetween, localDay } from "#kernel/period.ts";
import { LEAST_PEOPLE } from "#kernel/small-groups.ts";
import { type Approver, approvers } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { isMeantFor, isValidOn } from "../domain/concerns.ts";
import { shareOf } from "../domain/insights/figures.ts";
import type { PolicyRule } from "../public.ts";
import { nameIn, named } from "../vocabulary.ts";
import { type Frame, frameFor, type PeriodWish } from "./frame.server.ts";
import { rulesKnownAt } from "./known-rules.server.ts";
import { outcomeRows } from "./outcomes.server.ts";
import type { GapRow, GapsView, UnusedByRole, UnusedRule } from "./view-models.ts";

/** Situations listed at most; what lies beyond counts in the total. */
const LISTED = 100;
const DECIDERS: readonly Role[] = PERMISSIONS["decisions.record"].roles;

function gapRows({ span, currency, policy }: Frame): GapRow[] {
  const document = policy?.document;
  return readHot("insights.gaps", { ...span, currency, limit: LISTED }).map((row) => ({
    gesture: nameIn(document?.gestures ?? [], row.gesture),
    reason: nameIn(document?.reasons ?? [], row.reason),
    channel: nameIn(document?.channels ?? [], row.channel),
    role: row.role,
    count: row.count,
    asked: row.asked,
    given: row.given,
    approval: shareOf(row.approved, row.answered),
    last: row.last.toISOString(),
  }));
}

/** Active people within the reader's reach who decide for customers, with what the rules ask about them. */
function peopleWithin({ span, now }: Frame): Approver[] {
  const within = ({ id, managerId, siteCode, departmentCode }: Approver) =>
    span.all ||
    id === span.personId ||
    (span.team && managerId === span.personId) ||
    (siteCode !== null && span.sites.includes(siteCode)) ||
    (departmentCode !== null && span.departments.includes(departmentCode));
  return approvers(now).people.filter((person) => within(person) && person.facts.roles.some((role) => DECIDERS.includes(role)));
}

/** Grants of the version in force under which nothing was decided in the whole period, and for how long they were there. */
async function unusedRules(frame: Frame, people: readonly Approver[]): Promise<UnusedRule[]> {
  const { policy, now, zone, from, to } = frame;
  if (policy === null) return [];
  const used = new Set((await outcomeRows(frame)).map(({ rule }) => rule));
  const known = rulesKnownAt(now);
  const [first, end] = [localDay(from, zone), addDays(localDay(new Date(to.getTime() - 1), zone), 1)];
  const daysOf = (rule: PolicyRule): number => {
    const since = known.find(rule.code)?.since;
    const begin = [first, since ? localDay(since, zone) : end, rule.validFrom ?? first].sort().at(-1) ?? end;
    return Math.max(0, daysBetween(begin, [end, rule.validTo ?? end].sort()[0] ?? end));
  };
  return policy.document.rules
    .filter((rule) => rule.effect === "grant" && !used.has(rule.code) && isValidOn(rule, localDay(now, zone)))
    .map((rule) => ({ rule: named(rule), days: daysOf(rule), people: people.filter(({ facts }) => isMeantFor(rule, facts)).length }))
    .filter(({ people: meant }) => frame.span.all || meant > 0)
    .sort((a, b) => b.days - a.days || (a.rule.code < b.rule.code ? -1 : 1));
}

/** Of the people a grant is meant for, by role, how many decided nothing alone: of five or more, never of one. */
function unusedByRole({ span, policy, zone, now }: Frame, people: readonly Approver[]): UnusedByRole[] {
  const deciders = new Set(readHot("insights.deciders", span));
  const grants = policy?.document.rules.filter((rule) => rule.effect === "grant" && isValidOn(rule, localDay(now, zone))) ?? [];
  return DECIDERS.flatMap((role): UnusedByRole[] => {
    const meant = people.filter(({ facts }) => facts.roles.includes(role) && grants.some((rule) => isMeantFor(rule, { ...facts, roles: [role] })));
    if (meant.length === 0) return [];
    const idle = meant.filter(({ id }) => !deciders.has(id)).length;
    return [{ role, unused: meant.length < LEAST_PEOPLE ? null : shareOf(idle, meant.length) }];
  });
}

/** Where authority is missing, and where it lies unused: a signal, not waste. */
export async function authorityGaps(actor: Actor, wish: PeriodWish, now?: Date): Promise<GapsView> {
  const frame = frameFor(actor, wish, { now });
  const gaps = gapRows(frame);
  const people = peopleWithin(frame);
  return {
    period: frame.period,
    total: gaps.reduce((sum, { count }) => sum + count, 0),
    gaps,
    unusedRules: await unusedRules(frame, people),
    unusedByRole: unusedByRole(frame, people),
  };
}
