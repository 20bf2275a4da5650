import type { Translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { localDay } from "#kernel/period.ts";
import { lintPolicy } from "../domain/lint/lint-policy.ts";
import type { PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";
import { situationView } from "./situation-view.ts";
import type { FindingView } from "./view-models.ts";

/** What lint finds in a document, in words. */
export async function findingViews(document: PolicyDocument, now: Date, t: Translator): Promise<FindingView[]> {
  return lintPolicy(document, { today: localDay(now, document.timeZone) }).map((finding) => ({
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    message: words(t, "empowerment:lint", { code: finding.code, params: finding.params }),
    fix: words(t, "empowerment:lintFix", { code: finding.code, params: finding.params }),
    rules: finding.rules.map((code) => ({ code, name: nameIn(document.rules, code).name })),
    witness: finding.witness === null ? null : situationView(document, finding.witness.request, finding.witness.facts),
  }));
}
