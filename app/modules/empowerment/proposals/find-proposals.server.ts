import { setImmediate as turn } from "node:timers/promises";
import type { Actor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { type StatementResult, transaction, type Tx } from "#platform/transaction.server.ts";
import { demand, instantOf } from "../command.server.ts";
import { findLimits, type LimitFinding, type RuleFinding } from "../domain/proposals/propose.ts";
import { type ProposalStep, reconcile, type StoredProposal } from "../domain/proposals/reconcile.ts";
import { evidenceOf, type ProposalEvidence } from "../domain/proposals/stored-evidence.ts";
import { findPolicyInForce, type LoadedPolicy } from "../policy-store.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { beneficiariesOf } from "./beneficiaries.server.ts";
import { type CaseWindow, caseWindow, limitCases, WINDOW_DAYS } from "./limit-cases.server.ts";

export interface LimitSurvey {
  readonly policy: LoadedPolicy;
  readonly window: CaseWindow;
  readonly rules: readonly RuleFinding[];
  /** Rules with more cases than are read. */
  readonly capped: ReadonlySet<string>;
}

/** What the cases of the window say of every limit of the version in force; null while there is none. Others are served in between. */
export async function surveyLimits(now: Date): Promise<LimitSurvey | null> {
  const policy = findPolicyInForce(now);
  if (policy === null) return null;
  const window = caseWindow(now);
  const read = new Map<string, ReturnType<typeof limitCases>>();
  for (const { code, effect, limit } of policy.document.rules) {
    if (effect !== "grant" || limit?.perCase === undefined) continue;
    read.set(code, limitCases(policy.document, code, window));
    await turn();
  }
  const capped = new Set([...read].flatMap(([code, { capped: more }]) => (more ? [code] : [])));
  return { policy, window, capped, rules: findLimits(policy.document, (code) => read.get(code)?.cases ?? []) };
}

function stored(rows: StatementResult<"proposal.known">): StoredProposal[] {
  return rows.map((row) => ({ ...row, kind: row.kind as StoredProposal["kind"], state: row.state as StoredProposal["state"] }));
}

type Written = (ProposalStep & { readonly kind: "supersede" }) | (ProposalStep & { readonly kind: "open" | "refresh" } & { readonly evidence: ProposalEvidence });

async function write(tx: Tx, step: Written, { policy, window }: LimitSurvey, now: Date): Promise<void> {
  const seen = { windowFrom: window.from, windowTo: window.to, baseVersion: policy.version };
  if (step.kind === "supersede") {
    if ((await tx.update("Proposal", { id: step.id, state: ["open", "accepted"], trialEndsAt: null }, { state: "superseded" })) !== 1) return;
    await recordEvent(tx, { kind: "proposal", id: step.id }, null, now, { type: "proposal.superseded", schema: 1, data: {} });
    return;
  }
  const evidence = JSON.stringify(step.evidence);
  if (step.kind === "refresh") {
    await tx.update("Proposal", { id: step.id, state: "open" }, { ...seen, evidence });
    return;
  }
  const { rule, reason, limit, assessment } = step.finding;
  const id = newId();
  const [fromLimit, toLimit] = [BigInt(limit), BigInt(assessment.to ?? limit)];
  await tx.insert("Proposal", { ...seen, id, rule, reason, kind: assessment.kind, currency: policy.document.currency, fromLimit, toLimit, evidence, state: "open", createdAt: now });
  await recordEvent(tx, { kind: "proposal", id }, null, now, {
    type: "proposal.found",
    schema: 1,
    data: { rule, reason, kind: assessment.kind, from: limit, to: Number(toLimit), n: step.evidence.n, hits: step.evidence.hits },
  });
}

/**
 * Looks through the cases of the last 180 days for limits that should be wider or narrower, keeps what is still said of
 * earlier proposals, and tells HR of new ones. Run twice at once it opens each once. @returns how many it opened
 */
export async function findProposals(now: Date): Promise<number> {
  const survey = await surveyLimits(now);
  if (survey === null) return 0;
  const { policy, capped } = survey;
  const findings = survey.rules.flatMap(({ proposals }) => proposals);
  const evidence = new Map<LimitFinding, ProposalEvidence>(
    findings.map((finding) => [finding, evidenceOf(finding, { windowDays: WINDOW_DAYS, capped: capped.has(finding.rule), beneficiaries: beneficiariesOf(policy.document, finding, now) })]),
  );
  const readers = peopleWithRole("hr");
  return transaction(async (tx) => {
    // Read again under the writer's lock: another process may have searched meanwhile.
    const steps = reconcile(policy.document, findings, stored(await tx.statement("proposal.known", {})), now);
    for (const step of steps) {
      const found = step.kind === "supersede" ? undefined : evidence.get(step.finding);
      if (step.kind === "supersede") await write(tx, step, survey, now);
      else if (found !== undefined) await write(tx, { ...step, evidence: found }, survey, now);
    }
    const opened = steps.filter(({ kind }) => kind === "open").length;
    if (opened === 0) return 0;
    for (const { id } of readers) await notify(tx, { personId: id, kind: "proposal.found", params: { count: opened }, href: "/policies/proposals", at: now });
    return opened;
  });
}

/** The same at somebody's wish. Refuses: `forbidden`. */
export async function searchProposals(actor: Actor, options: { readonly now?: Date } = {}): Promise<number> {
  demand(actor, "policies.edit");
  return findProposals(instantOf(options));
}

/** Every night, when shops are closed. */
export const findProposalsJob: JobDefinition = {
  kind: "proposals.find",
  every: "10 19 * * *",
  run: async ({ now }) => {
    await findProposals(now);
  },
};
