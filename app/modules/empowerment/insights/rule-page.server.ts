import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { lesserRules } from "../domain/insights/lesser-rules.ts";
import { bunching, limitEdge } from "../domain/insights/limits.ts";
import { dayToReview, isDue } from "../domain/insights/review-due.ts";
import { personView } from "../queries-decisions.server.ts";
import type { ReviewDecision } from "../review-rule.server.ts";
import { renderWords } from "../public.ts";
import { loadRuleNames, ruleView } from "../rule-view.server.ts";
import { bilingual } from "../vocabulary.ts";
import { betOf } from "./bets.server.ts";
import { lesserRuleRows } from "./care.server.ts";
import { frameFor, type PeriodWish } from "./frame.server.ts";
import { type KnownRule, rulesKnownAt } from "./known-rules.server.ts";
import { casesNearLimit } from "./limits.server.ts";
import { addUp, autonomyByMonth, outcomeRows, sharesOf } from "./outcomes.server.ts";
import { timesToGive } from "./times.server.ts";
import type { RuleFigures, RulePage, RuleReviewView } from "./view-models.ts";

/** Reviews of a rule, the newest first. */
export async function ruleReviews(code: string): Promise<RuleReviewView[]> {
  const rows = await db.ruleReview.findMany({ where: { rule: code }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 50 });
  const people = findPeople(rows.map(({ byId }) => byId));
  return rows.map(({ id, at, byId, version, decision, note, reviewBy }) => ({
    ...{ id, version, note, reviewBy, at: at.toISOString() },
    by: personView(people, byId),
    decision: decision as ReviewDecision,
  }));
}

async function figuresOf(actor: Actor, { rule, document, inForce }: KnownRule, wish: PeriodWish, now: Date): Promise<RuleFigures> {
  const frame = frameFor(actor, wish, { now });
  const rows = await outcomeRows(frame, rule.code);
  const total = addUp(rows);
  const cases = rule.limit === undefined ? null : await casesNearLimit(frame, rule.code);
  const pairs = inForce ? lesserRules(document).filter(({ lesser, greater }) => lesser === rule.code || greater === rule.code) : [];
  return {
    period: frame.period,
    total: { ...total, ...sharesOf(total) },
    months: autonomyByMonth(frame, rows),
    times: await timesToGive(frame, rule.code),
    bunching: cases === null ? null : bunching(cases),
    edge: cases === null ? null : limitEdge(cases),
    lesserRules: lesserRuleRows(document, pairs),
    bet: frame.span.all ? betOf(frame, rule) : null,
  };
}

/** One rule on a page of its own: its words for everybody, its figures for who may read them; null for no such rule. */
export async function rulePage(actor: Actor, code: string, wish: PeriodWish, now: Date = systemClock.now()): Promise<RulePage | null> {
  const known = rulesKnownAt(now).find(code);
  if (known === null) return null;
  const { rule, document, version, inForce } = known;
  const [names, reviews] = await Promise.all([loadRuleNames(), ruleReviews(code)]);
  const reviewDue = inForce ? dayToReview(rule, version, reviews[0] ?? null) : null;
  return {
    rule: {
      ...ruleView(rule, document, names, null),
      roles: rule.who?.roles ?? [],
      owner: rule.owner ?? null,
      serves: rule.serves === undefined ? null : { kind: rule.serves.kind, text: bilingual(rule.serves.text, "") },
      say: rule.say === undefined ? null : renderWords(rule.say, {}),
      reviewBy: rule.reviewBy ?? null,
    },
    currency: document.currency,
    ...{ version, inForce, reviews, reviewDue },
    due: isDue(reviewDue, localDay(now, document.timeZone)),
    mayReview: inForce && actor.personId !== null && can(actor, "policies.review-rule"),
    figures: can(actor, "insights.read") ? await figuresOf(actor, known, wish, now) : null,
  };
}
