import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { db } from "#platform/db.server.ts";
import type { Outcome } from "../domain/verdict.ts";
import { policyVersion } from "../policy-queries.server.ts";
import { runPolicyTests } from "../policy-tests.server.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import { readableDecisions } from "../queries-decisions.server.ts";
import { storedExplanation } from "../stored-decision.server.ts";
import { bilingual, nameIn } from "../vocabulary.ts";
import type { PolicyTestsView, PolicyTestView } from "./views.ts";

/** Every test case of a document, run now, with its first difference. */
export function testViews(document: PolicyDocument, at: Date): PolicyTestView[] {
  return runPolicyTests(document, at).map((result) => {
    const stored = document.tests[result.index];
    const { gesture, amount } = (stored?.request ?? {}) as { gesture?: string; amount?: { minor?: number } | null };
    const named = document.rules.filter(({ code }) => result.field === "rule" && (code === result.expected || code === result.actual));
    return {
      ...result,
      roles: [...(stored?.actor.roles ?? []), ...(stored?.actor.role === undefined ? [] : [stored.actor.role])],
      gesture: nameIn(document.gestures, gesture ?? ""),
      minor: amount?.minor ?? null,
      ruleNames: Object.fromEntries(named.map((rule) => [rule.code, bilingual(rule.name, rule.code)])),
    };
  });
}

/** The test cases of a version; null for what is not there or not for this reader. */
export async function policyTestsView(actor: Actor, version: number, at: Date): Promise<PolicyTestsView | null> {
  const found = Number.isSafeInteger(version) ? await policyVersion(actor, version, at) : null;
  if (found === null) return null;
  const document = parsePolicy(found.document);
  const tests = testViews(document, at);
  return {
    version,
    revision: found.revision,
    currency: document.currency,
    tests,
    failed: tests.filter(({ passed }) => !passed).length,
    mayEdit: found.state === "draft" && can(actor, "policies.edit"),
  };
}

/** A decision about to become a test case: what was decided by the rules, and the drafts it may join, newest first. */
export interface DecisionAsTest {
  readonly id: string;
  readonly number: string;
  readonly outcome: Outcome;
  readonly drafts: readonly number[];
}

/** null for a decision that is not there or not for this reader. */
export async function decisionAsTest(actor: Actor, id: string): Promise<DecisionAsTest | null> {
  const [row, drafts] = await Promise.all([
    db.decision.findFirst({ where: { AND: [{ id }, readableDecisions(actor)] }, select: { id: true, number: true, explanation: true } }),
    db.policyVersion.findMany({ where: { state: "draft" }, orderBy: { version: "desc" }, select: { version: true } }),
  ]);
  if (row === null) return null;
  return { id: row.id, number: row.number, outcome: storedExplanation(row.explanation).verdict.outcome, drafts: drafts.map(({ version }) => version) };
}
