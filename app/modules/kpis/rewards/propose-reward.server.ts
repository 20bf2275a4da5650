import type { PersonActor } from "#access/actor.ts";
import { newId } from "#kernel/ids.ts";
import { findPerson } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import type { ThreadEnd } from "#modules/thread/public.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "../scorecards/record-event.server.ts";
import type { ProposalFields } from "./fields.ts";

/** Whether the actor may know of each of these things; joined where modules meet. */
export type KnowsOf = (actor: PersonActor, ends: readonly ThreadEnd[]) => Promise<readonly boolean[]>;

/**
 * Proposes a reward for somebody, on evidence that the proposer may know of. Answers its id. Refuses: `forbidden`;
 * `not_found` for somebody out of reach; 422 at `personId` (`never_yourself`, `unknown_person`), `kind`
 * (`unknown_kind`), `evidence.<n>` (`unknown_evidence`).
 */
export async function proposeReward(fields: ProposalFields, asked: Asked, knowsOf: KnowsOf, remember?: (tx: Tx, id: string) => Promise<void> | void): Promise<{ id: string }> {
  const { actor } = asked;
  demand(asked, "rewards.propose");
  if (actor === null || actor.kind === "service") throw new Refusal("forbidden");
  const person = findPerson(fields.personId);
  if (person?.active !== true) throw invalidInput({ path: "personId", code: "unknown_person" });
  if (person.id === actor.personId) throw invalidInput({ path: "personId", code: "never_yourself" });
  demand(asked, "rewards.propose", { personId: person.id, managerId: person.managerId, siteCode: person.siteCode, departmentCode: person.departmentCode });
  const known = await knowsOf(actor, fields.evidence);
  const faults = known.flatMap((knows, index) => (knows ? [] : [{ path: `evidence.${index}`, code: "unknown_evidence" }]));
  if (faults.length > 0) throw invalidInput(...faults);
  return transaction(async (tx) => {
    const kind = await tx.find("RewardKind", { code: fields.kind, active: true });
    if (kind === null) throw invalidInput({ path: "kind", code: "unknown_kind" });
    const id = newId();
    const at = asked.now;
    await tx.insert("Reward", {
      id, kindCode: kind.code, amount: kind.amount, currency: kind.currency, personId: person.id, managerId: person.managerId, reason: fields.reason, proposedById: actor.personId, proposedAt: at, state: "proposed",
    });
    for (const to of fields.evidence) await link(tx, { from: { kind: "reward", id }, to, relation: "recognises", by: actor.personId, at, automatic: true });
    const data = { kind: kind.code, personId: person.id, evidence: fields.evidence.map((end) => end.kind) };
    await recordScorecardEvent(tx, { kind: "reward", id }, { type: "reward.proposed", schema: 1, data }, asked);
    await remember?.(tx, id);
    return { id };
  });
}
