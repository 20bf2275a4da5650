import type { Actor } from "#access/actor.ts";
import { link } from "#modules/thread/public.server.ts";
import { db } from "#platform/db.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "../command.server.ts";
import { changeLimit, type LimitChange, limitOf } from "../domain/proposals/change-limit.ts";
import type { ProposalEvidence } from "../domain/proposals/stored-evidence.ts";
import { readPolicyDocument } from "../policy-document.server.ts";
import { type LoadedPolicy, policyInForce } from "../policy-store.server.ts";
import { recordEvent } from "../record-event.server.ts";
import { insertDraft } from "../save-policy.server.ts";
import { benefits } from "./beneficiaries.server.ts";
import { exceptionWords } from "./exception-words.server.ts";
import { openProposal, readEvidence, targetOf } from "./proposal-row.server.ts";

export interface AcceptedProposal {
  readonly id: string;
  readonly state: "accepted";
  /** The draft with the one limit changed. */
  readonly version: number;
}

type Stored = NonNullable<Awaited<ReturnType<typeof findStored>>>;
const findStored = (id: string) => db.proposal.findUnique({ where: { id } });

/** The version in force with the limit changed. 409 `state_changed` where the limit is not what the proposal saw. */
function changed(row: Stored, { document }: LoadedPolicy, evidence: ProposalEvidence): LimitChange {
  const target = targetOf(row);
  if (limitOf(document, target) !== Number(row.fromLimit) || document.currency !== row.currency) throw new Refusal("state_changed");
  const change = changeLimit(document, target, Number(row.toLimit), row.reason === null ? undefined : exceptionWords(document, row.reason, evidence));
  if (change.document === null) throw new Refusal("state_changed");
  return change;
}

/** The thread: which cases caused the rule's new limit, and which version changes it. */
async function drawLinks(tx: Tx, { code }: LimitChange, version: number, examples: readonly string[], by: string, now: Date): Promise<void> {
  const rule = { kind: "rule", id: code } as const;
  const about = { by, at: now, automatic: true };
  for (const id of examples) await link(tx, { from: rule, to: { kind: "decision", id }, relation: "caused_by", ...about });
  await link(tx, { from: { kind: "policy", id: String(version) }, to: rule, relation: "changed", ...about });
}

/**
 * Accepts a proposal: a draft of the version in force with that one limit changed, to be submitted and published as any
 * other. Nobody accepts a wider limit of their own (403 `own_authority`).
 * Refuses also: `forbidden`, `not_found`, `no_policy_in_force`; 409 `state_changed` when it was answered, or the version
 * in force or the limit is not the one it was made for.
 */
export async function acceptProposal(actor: Actor, id: string, input: { readonly note?: string | null | undefined }, options: CommandOptions<AcceptedProposal> = {}): Promise<AcceptedProposal> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const row = await findStored(id);
  if (row === null) throw notFound();
  if (row.state !== "open") throw new Refusal("state_changed");
  const policy = policyInForce(now);
  if (row.kind === "widen" && benefits(policy.document, targetOf(row), personId, now)) throw new Refusal("own_authority", { status: 403 });
  const evidence = readEvidence(row.evidence);
  const change = changed(row, policy, evidence);
  await readPolicyDocument(change.document);
  return transaction(async (tx) => {
    await openProposal(tx, id);
    if ((await tx.statement("policy.in-force", { at: now }))?.contentHash !== policy.contentHash) throw new Refusal("state_changed");
    const { version } = await insertDraft(tx, actor, change.document, { baseVersion: policy.version }, now);
    const note = textOrNull(input.note);
    await tx.update("Proposal", { id, state: "open" }, { state: "accepted", answeredAt: now, answeredById: personId, answerNote: note, draftVersion: version });
    await drawLinks(tx, change, version, evidence.examples, personId, now);
    const { rule, reason, kind } = row;
    await recordEvent(tx, { kind: "proposal", id }, actor, now, {
      type: "proposal.accepted",
      schema: 1,
      data: { rule, reason, kind, from: Number(row.fromLimit), to: Number(row.toLimit), version, note },
    });
    const accepted = { id, state: "accepted" as const, version };
    await options.remember?.(tx, accepted);
    return accepted;
  });
}
