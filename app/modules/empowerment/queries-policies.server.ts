import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { listPolicies, policyVersion, type PolicyVersionView } from "./policy-queries.server.ts";
import { parsePolicy, type PolicyDocument } from "./public.ts";
import { loadRuleNames, ruleView } from "./rule-view.server.ts";
import type { PersonView, PolicySummary, PolicyView } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

const LISTED = 50;

const person = (author: { readonly name: string; readonly email: string }): PersonView => ({ id: author.email, ...author });

function summary(view: PolicyVersionView, document: PolicyDocument): PolicySummary {
  const { version, state, effectiveFrom, authors, publishedBy, note, revision } = view;
  return { version, state, effectiveFrom, authors: authors.map(person), publishedBy: publishedBy === null ? null : person(publishedBy), note, rules: document.rules.length, revision };
}

/** The versions the reader may know of, newest first. */
export async function policySummaries(actor: PersonActor): Promise<PolicySummary[]> {
  const views = await listPolicies(actor, systemClock.now(), { before: null, limit: LISTED });
  const stored = await db.policyVersion.findMany({ where: { version: { in: views.map(({ version }) => version) } }, select: { version: true, document: true } });
  const documents = new Map(stored.map((row) => [row.version, parsePolicy(JSON.parse(row.document))]));
  return views.flatMap((view) => {
    const document = documents.get(view.version);
    return document === undefined ? [] : [summary(view, document)];
  });
}

/** The document as it was saved; null for a version the reader may not know of. */
export async function policyDocument(actor: PersonActor, version: number): Promise<unknown> {
  if (!Number.isSafeInteger(version)) return null;
  return (await policyVersion(actor, version, systemClock.now()))?.document ?? null;
}

/** One version for reading, and the steps the reader may take with it. */
export async function policyView(actor: PersonActor, version: number): Promise<PolicyView | null> {
  if (!Number.isSafeInteger(version)) return null;
  const found = await policyVersion(actor, version, systemClock.now());
  if (found === null) return null;
  const document = parsePolicy(found.document);
  const [names, acknowledged, edited] = await Promise.all([
    loadRuleNames(),
    db.policyAcknowledgement.count({ where: { version } }),
    db.policyEditor.count({ where: { version, personId: actor.personId } }),
  ]);
  const ownDraft = edited > 0;
  const inReview = found.state === "in_review";
  return {
    ...summary(found, document),
    currency: document.currency,
    timeZone: document.timeZone,
    ruleList: document.rules.map((rule) => ({
      ...ruleView(rule, document, names, null),
      roles: rule.who?.roles ?? [],
      owner: rule.owner ?? null,
      reviewBy: rule.reviewBy ?? null,
      escalation: rule.escalation === undefined ? null : { to: rule.escalation.to, withinMinutes: rule.escalation.withinMinutes, fallback: rule.escalation.fallback ?? null },
    })),
    budgetList: document.budgets.map((budget) => ({
      code: budget.code,
      subject: budget.subject,
      gestures: (budget.gestures ?? []).map((code) => nameIn(document.gestures, code)),
      measure: budget.measure,
      window: budget.window,
      limits: budget.limits,
      onExceed: budget.onExceed,
    })),
    acknowledged,
    may: {
      submit: found.state === "draft" && can(actor, "policies.edit"),
      publish: inReview && can(actor, "policies.publish") && !ownDraft,
      returnIt: inReview && can(actor, "policies.publish"),
      export: can(actor, "policies.read"),
    },
    ownDraft,
  };
}
