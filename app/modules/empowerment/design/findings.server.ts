import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Locale } from "#i18n/locale.ts";
import { organisationTranslator } from "#modules/people/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { parsePolicy } from "../domain/parse-policy.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { findingsOf } from "../publishing/findings.server.ts";
import { loadRuleNames } from "../rule-view.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";
import { findingWords } from "./finding-words.ts";
import { situationView } from "./situation-view.ts";
import type { FindingView } from "./view-models.ts";

/** What lint finds in a document now, in words. */
export async function findingViews(document: PolicyDocument, locale: Locale): Promise<FindingView[]> {
  const reader = { t: organisationTranslator(locale), locale };
  const [findings, names] = await Promise.all([findingsOf(document, systemClock.now()), loadRuleNames()]);
  return findings.map((finding) => ({
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    ...findingWords(finding, document, reader),
    rules: finding.rules.map((code) => ({ code, name: nameIn(document.rules, code).name })),
    budgets: finding.budgets ?? [],
    witness: finding.witness === null ? null : situationView({ document, names }, finding.witness.request, finding.witness.facts),
    facts: finding.witness,
  }));
}

/** What lint finds in a version now. Refuses: `not_found` (also for whoever reads no drafts). */
export async function lintPolicyVersion(actor: Actor, version: number, locale: Locale): Promise<FindingView[]> {
  const found = can(actor, "policies.read-drafts") && Number.isSafeInteger(version) ? await policyVersion(actor, version, systemClock.now()) : null;
  if (found === null) throw notFound();
  return findingViews(parsePolicy(found.document), locale);
}
