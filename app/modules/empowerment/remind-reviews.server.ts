import { z } from "zod";
import { localDay } from "#kernel/period.ts";
import { findPersonByEmail, peopleWithRole } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { dayToReview, isDue } from "./domain/insights/review-due.ts";
import { findPolicyInForce } from "./policy-store.server.ts";
import type { PolicyRule } from "./public.ts";
import { bilingual } from "./vocabulary.ts";

const TELL_KIND = "rules.tell-due";
const told = z.strictObject({ rule: z.string(), reviewBy: z.string() });

async function dayOf(tx: Tx, rule: PolicyRule, version: number): Promise<string | null> {
  const [last = null] = await tx.list("RuleReview", { rule: rule.code }, { orderBy: [["at", "desc"], ["id", "desc"]], limit: 1 });
  return dayToReview(rule, version, last);
}

/** Looks each morning for rules whose day to be looked at again has come; each rule and day is told once. */
export const findDueReviewsJob: JobDefinition = {
  kind: "rules.find-due",
  every: "5 1 * * *",
  apply: async (tx, { now }) => {
    const policy = findPolicyInForce(now);
    if (policy === null) return;
    const today = localDay(now, policy.document.timeZone);
    for (const rule of policy.document.rules) {
      const reviewBy = await dayOf(tx, rule, policy.version);
      if (reviewBy === null || !isDue(reviewBy, today)) continue;
      await addJob(tx, { kind: TELL_KIND, payload: { rule: rule.code, reviewBy }, runAt: now, uniqueKey: `${TELL_KIND}:${rule.code}:${reviewBy}` });
    }
  },
};

/** Asks the owner of a rule, or all of HR where it has none, to look at it again; not any more when somebody has. */
export const tellDueReviewJob: JobDefinition = {
  kind: TELL_KIND,
  apply: async (tx, { now, payload }) => {
    const { rule: code, reviewBy } = told.parse(payload);
    const policy = findPolicyInForce(now);
    const rule = policy?.document.rules.find((candidate) => candidate.code === code);
    if (policy == null || rule === undefined || (await dayOf(tx, rule, policy.version)) !== reviewBy) return;
    const owner = rule.owner === undefined ? null : findPersonByEmail(rule.owner);
    const asked = owner !== null && owner.active ? [owner] : peopleWithRole("hr");
    for (const { id: personId } of asked) {
      await notify(tx, { personId, kind: "policy.rule-due", params: { rule: bilingual(rule.name, code), day: reviewBy }, href: `/policies/rules/${code}`, at: now });
    }
  },
};
