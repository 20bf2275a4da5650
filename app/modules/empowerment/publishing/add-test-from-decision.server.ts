import type { Actor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput, isRefusal, notFound, Refusal } from "#platform/http/refusal.ts";
import { readHot } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { testFromDecision } from "../domain/test-from-decision.ts";
import { outcomes } from "../domain/verdict.ts";
import { findPolicyInForce } from "../policy-store.server.ts";
import type { PolicyTest } from "../public.ts";
import { readableDecisions } from "../queries-decisions.server.ts";
import { createDraft, type SavedDraft, saveDraft } from "../save-policy.server.ts";
import { storedExplanation, storedFacts } from "../stored-decision.server.ts";

interface FromDecision {
  /** The draft it joins; null: a new one, begun from the version in force. */
  readonly version: number | null;
  /** Expected instead of the recorded outcome. */
  readonly outcome?: string | null | undefined;
  /** The decision's number unless told. */
  readonly name?: string | null | undefined;
}

const ATTEMPTS = 3;

/** The document with one more test; 422 when one of this name is there already. */
function withTest(text: string, test: PolicyTest): object {
  const document = JSON.parse(text) as { readonly tests?: readonly PolicyTest[] | null };
  const tests = document.tests ?? [];
  if (tests.some(({ name }) => name === test.name)) throw invalidInput({ path: "name", code: "already_used" });
  return { ...document, tests: [...tests, test] };
}

async function joinDraft(actor: Actor, version: number, test: PolicyTest, options: CommandOptions<SavedDraft>): Promise<SavedDraft> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await db.policyVersion.findUnique({ where: { version }, select: { document: true, revision: true, state: true } });
    if (row === null) throw notFound();
    if (row.state !== "draft") throw new Refusal("state_changed");
    try {
      return await saveDraft(actor, version, withTest(row.document, test), String(row.revision), options);
    } catch (error) {
      // Somebody saved in between: the test joins what they saved.
      if (!isRefusal(error) || error.code !== "precondition_failed" || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Makes a test case of a draft from a past decision the actor may read: what it was decided on, without the customer,
 * expecting what came out. Refuses: `forbidden`; `not_found`; `invalid_input`, also for a name the draft has already;
 * 409 `state_changed` for what is no draft, `no_policy_in_force` for a new one without a base.
 */
export async function addTestFromDecision(actor: Actor, decisionId: string, input: FromDecision, options: CommandOptions<SavedDraft> = {}): Promise<SavedDraft> {
  demand(actor, "policies.edit");
  const row = await db.decision.findFirst({ where: { AND: [{ id: decisionId }, readableDecisions(actor)] }, select: { number: true, facts: true, explanation: true } });
  if (row === null) throw notFound();
  const outcome = outcomes.find((known) => known === input.outcome);
  if (textOrNull(input.outcome) !== null && outcome === undefined) throw invalidInput({ path: "outcome", code: "choose_one" });
  const { verdict } = storedExplanation(row.explanation);
  const test = testFromDecision(textOrNull(input.name) ?? row.number, { ...storedFacts(row.facts), verdict }, outcome);
  if (input.version !== null) return joinDraft(actor, input.version, test, options);
  const active = findPolicyInForce(instantOf(options));
  const stored = active === null ? null : readHot("policy.document", { version: active.version });
  if (active === null || stored === null) throw new Refusal("no_policy_in_force");
  return createDraft(actor, withTest(stored.document, test), { ...options, baseVersion: active.version });
}
