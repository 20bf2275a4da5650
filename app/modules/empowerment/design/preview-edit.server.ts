import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { type PolicyEdit, partOf } from "../domain/design/edits.ts";
import { contentHashOf } from "../policy-document.server.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import { findingsOf } from "../publishing/findings.server.ts";
import { runPolicyTests } from "../policy-tests.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { changeViews } from "./changes.server.ts";
import { type Draft, draftAt, lastSaved } from "./draft.server.ts";
import { recentEffect } from "./effect.server.ts";
import { findingViews } from "./findings.server.ts";
import type { EditPreview } from "./view-models.ts";

interface Before {
  /** The revision that the form was opened on. */
  readonly revision: number;
  readonly locale: Locale;
}

/** Somebody else's save since the form was opened, if there was one. */
async function meanwhileOf(draft: Draft, edit: PolicyEdit, revision: number): Promise<EditPreview["meanwhile"]> {
  if (revision === draft.revision) return null;
  const [opened, saved] = await Promise.all([draftAt(draft.version, revision), lastSaved(draft.version)]);
  if (saved === null) return null;
  const same = opened !== null && contentHashOf(partOf(opened, edit)) === contentHashOf(partOf(draft.document, edit));
  return { ...saved, samePart: !same };
}

/** What saving an edit would come to: against the version in force, by lint, by the stored test cases, on recent cases. */
export async function previewEdit(draft: Draft, edit: PolicyEdit, result: PolicyDocument, { revision, locale }: Before): Promise<EditPreview> {
  const now = systemClock.now();
  const inForce = findPolicyInForce(now);
  const tests = runPolicyTests(result, now);
  const seen = contentHashOf(result);
  const [changes, all, earlier, meanwhile, effect] = await Promise.all([
    inForce === null ? null : changeViews(inForce.document, result),
    findingViews(result, locale), findingsOf(draft.document, now), meanwhileOf(draft, edit, revision), recentEffect(result),
  ]);
  const known = new Set(earlier.map(({ key }) => key));
  return {
    seen,
    revision: draft.revision,
    changed: seen !== contentHashOf(draft.document),
    changes,
    findings: all.filter(({ key, code }) => !known.has(key) && code !== "test_failed"),
    earlierFindings: all.filter(({ key }) => known.has(key)).length,
    tests: { total: tests.length, failed: tests.filter(({ passed }) => !passed).map(({ name, field, expected, actual }) => ({ name, field, expected, actual })) },
    effect,
    meanwhile,
  };
}
