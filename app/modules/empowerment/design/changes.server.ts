import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { localDay } from "#kernel/period.ts";
import { notFound } from "#platform/http/refusal.ts";
import { diffPolicies, type PolicyDiff } from "../domain/diff/diff-policies.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import { ruleChangeView } from "../publishing/change-view.server.ts";
import type { RuleChangeView } from "../publishing/views.ts";
import { loadRuleNames, type RuleNames } from "../rule-view.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";
import { outcomeView, situationView } from "./situation-view.ts";
import type { ChangeView } from "./view-models.ts";

/** What a version changes against the one in force. */
export interface ChangesPageView {
  readonly version: number;
  /** null: none is in force */
  readonly base: number | null;
  readonly currency: string;
  readonly changes: readonly ChangeView[];
  readonly rules: readonly RuleChangeView[];
  readonly budgets: readonly { readonly code: string; readonly kind: "added" | "removed" | "changed" }[];
}

const around = (document: PolicyDocument) => ({ today: localDay(systemClock.now(), document.timeZone) });

/** How authority changes from one document to another, by role and gesture; what surely stays the same is left out. */
export async function changeViews(before: PolicyDocument, after: PolicyDocument): Promise<ChangeView[]> {
  return views(diffPolicies(before, after, around(after)), before, after, await loadRuleNames());
}

function views({ gestures }: PolicyDiff, before: PolicyDocument, after: PolicyDocument, names: RuleNames): ChangeView[] {
  return gestures.flatMap(({ gesture, role, change, examples, complete }) => {
    if (change === "equal" && complete) return [];
    const known = after.gestures.some(({ code }) => code === gesture) ? after : before;
    return [
      {
        role,
        gesture: nameIn(known.gestures, gesture),
        direction: change === "equal" ? ("unsettled" as const) : change,
        examples: examples.map((example) => ({
          situation: situationView({ document: known, names }, example.request, example.facts),
          before: outcomeView(before, example.before),
          after: outcomeView(after, example.after),
        })),
      },
    ];
  });
}

async function readable(actor: Actor, version: number): Promise<PolicyDocument> {
  const found = can(actor, "policies.read-drafts") && Number.isSafeInteger(version) ? await policyVersion(actor, version, systemClock.now()) : null;
  if (found === null) throw notFound();
  return parsePolicy(found.document);
}

/** What a second version changes against a first. Refuses: `not_found` (also for whoever reads no drafts). */
export async function diffPolicyVersions(actor: Actor, before: number, after: number): Promise<PolicyDiff> {
  const [first, second] = await Promise.all([readable(actor, before), readable(actor, after)]);
  return diffPolicies(first, second, around(second));
}

/** What a version changes against the one in force; `base` null where none is. Refuses: `not_found`. */
export async function changesPage(actor: PersonActor, version: number): Promise<ChangesPageView> {
  const after = await readable(actor, version);
  const inForce = findPolicyInForce(systemClock.now());
  if (inForce === null) return { version, base: null, currency: after.currency, changes: [], rules: [], budgets: [] };
  const names = await loadRuleNames();
  const diff = diffPolicies(inForce.document, after, around(after));
  return {
    version,
    base: inForce.version,
    currency: after.currency,
    changes: views(diff, inForce.document, after, names),
    rules: diff.rules.map((rule) => ruleChangeView(rule, after, inForce.document, names)),
    budgets: diff.budgets.map(({ code, kind }) => ({ code, kind })),
  };
}
