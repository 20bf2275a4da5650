import type { Actor } from "#access/actor.ts";
import { knownCustomer } from "#modules/customers/public.server.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { OVERTURN_REASONS, type OverturnReason } from "./view-models.ts";

export interface Overturned {
  readonly id: string;
  readonly number: string;
  readonly overturn: { readonly reason: OverturnReason; readonly note: string; readonly at: string };
}

export interface OverturnInput {
  readonly reason: string;
  readonly note?: string | null | undefined;
}

const FINAL = ["granted", "approved", "declined"];

function readReason(reason: string): OverturnReason {
  const found = OVERTURN_REASONS.find((known) => known === reason);
  if (found === undefined) throw invalidInput({ path: "reason", code: "not_a_choice", params: { choices: OVERTURN_REASONS.join(", ") } });
  return found;
}

/** Nobody looks again at what they decided, approved or declined themselves, nor at what was done for themselves. */
async function demandAnother(tx: Tx, decision: Row<"Decision">, personId: string): Promise<void> {
  const answers = await tx.list("Approval", { decisionId: decision.id, approverId: personId, state: ["approved", "declined"] });
  const customer = decision.customerRef === null ? null : knownCustomer({ ref: decision.customerRef });
  if (decision.personId === personId || answers.length > 0 || customer?.personId === personId) throw new Refusal("own_decision", { status: 403 });
}

/** Those whose decision it was: who decided, and whoever approved or declined it. */
async function deciders(tx: Tx, decision: Row<"Decision">): Promise<Set<string>> {
  const answers = await tx.list("Approval", { decisionId: decision.id, state: ["approved", "declined"] });
  return new Set([decision.personId, ...answers.map(({ approverId }) => approverId)]);
}

/**
 * Looks again at a decision and changes what is done for the customer. It stays as it was recorded, with its receipt: it
 * was right when it was taken. The change stands on the ledger of whoever makes it, and those who decided are told kindly.
 * Refuses: `forbidden`, `not_found`; 403 `own_decision`; 409 `state_changed` for one that is not decided, or was looked
 * at again already; 422 without a reason or a note.
 */
export async function overturnDecision(actor: Actor, id: string, input: OverturnInput, options: CommandOptions<Overturned> = {}): Promise<Overturned> {
  demand(actor, "decisions.overturn");
  const { personId } = actor;
  if (personId === null) throw new Refusal("forbidden");
  const reason = readReason(input.reason);
  const note = textOrNull(input.note);
  if (note === null) throw invalidInput({ path: "note", code: "required" });
  const now = instantOf(options);
  return transaction(async (tx) => {
    const decision = await tx.find("Decision", { id });
    if (decision === null) throw notFound();
    demand(actor, "decisions.overturn", decision);
    await demandAnother(tx, decision, personId);
    if (!FINAL.includes(decision.state) || (await tx.count("DecisionOverturn", { decisionId: id })) > 0) throw new Refusal("state_changed");
    await tx.insert("DecisionOverturn", { decisionId: id, byId: personId, at: now, reason, note });
    const { number } = decision;
    await recordEvent(tx, { kind: "decision", id }, actor, now, { type: "decision.overturned", schema: 1, data: { number, reason } });
    for (const told of await deciders(tx, decision)) {
      await notify(tx, { personId: told, kind: "decision.overturned", params: { name: actor.name, number }, href: `/decisions/${id}`, at: now });
    }
    const overturned: Overturned = { id, number, overturn: { reason, note, at: now.toISOString() } };
    await options.remember?.(tx, overturned);
    return overturned;
  });
}
