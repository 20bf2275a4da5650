import type { PolicyDocument } from "../../schemas.ts";
import { lintBudgets } from "./budgets.ts";
import { lintConflicts, type Conflicts } from "./conflicts.ts";
import type { LintContext } from "./context.ts";
import { lintEscalation } from "./escalation.ts";
import { finding, sorted, type Finding } from "./findings.ts";
import { lintGaps } from "./gaps.ts";
import { lintHierarchy } from "./hierarchy.ts";
import { lintNeighbours } from "./neighbours.ts";
import { lintReferences } from "./references.ts";
import { lintSecondPerson } from "./second-person.ts";
import { sceneOf, STEPS_IN_ALL, STEPS_PER_SEARCH, type Scene } from "./scene.ts";
import { lintDates, lintTests } from "./timing.ts";
import { lintUsefulness } from "./usefulness.ts";
import { lintWording } from "./wording.ts";

/**
 * What is wrong with a policy, or worth a second look: what weighs most first, in an order that does not depend on the
 * order of rules, budgets or set members. Exact: a finding about what happens in some situation comes with one, and where
 * there is none no situation of any kind has it; what there was too much of to be sure of is named by `too_large`.
 * @param document a checked document
 * @param context what is known of the organisation; what is not given is not judged
 */
export function lintPolicy(document: PolicyDocument, context: LintContext = {}): Finding[] {
  const scene = sceneOf(document, context);
  const usefulness = lintUsefulness(scene);
  const conflicts = lintConflicts(scene);
  return sorted([
    ...usefulness.findings,
    ...conflicts.findings,
    ...lintGaps(scene),
    ...lintHierarchy(scene),
    ...lintEscalation(scene),
    ...lintBudgets(scene),
    ...lintSecondPerson(scene),
    ...lintNeighbours(scene, usefulness.deciding),
    ...lintWording(document),
    ...lintReferences(document, context),
    ...lintDates(scene),
    ...lintTests(scene),
    ...tooLarge(scene, conflicts),
  ]);
}

/** What was left out, if anything: gestures, searches that had to stop, conflicts beyond those listed. */
function tooLarge({ skipped, tooLarge: gestures }: Scene, { findings, count }: Conflicts): Finding[] {
  const unlisted = count - findings.length;
  if (skipped.length === 0 && gestures.length === 0 && unlisted === 0) return [];
  const byCode = new Map<string, Set<string>>();
  for (const { code, rules } of skipped) byCode.set(code, new Set([...(byCode.get(code) ?? []), ...rules]));
  const unsure = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, rules]) => ({ code, rules: [...rules].sort() }));
  const rules = [...new Set(unsure.flatMap((entry) => entry.rules))].sort();
  return [finding({ code: "too_large", rules, params: { gestures, unsure, unlisted, stepsPerSearch: STEPS_PER_SEARCH, stepsInAll: STEPS_IN_ALL } })];
}
