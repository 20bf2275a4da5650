import type { Actor } from "#access/actor.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { releaseBudgets } from "./budget-usage.server.ts";
import { type CommandOptions, demand, instantOf, textOrNull } from "./command.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { DecisionState } from "./write-decision.server.ts";

/** What became of a decision afterwards. */
export interface FollowedUp {
  readonly id: string;
  readonly number: string;
  readonly state: DecisionState;
  readonly givenAt: string | null;
  readonly result: string | null;
  readonly csat: number | null;
}

const RESULTS = ["resolved", "partly", "unresolved"] as const;
export type DecisionResult = (typeof RESULTS)[number];

function placeOf({ personId, managerId, siteCode, departmentCode }: Row<"Decision">) {
  return { personId, managerId, siteCode, departmentCode };
}

/** A decision within the actor's reach, inside a transaction; 404 for any other. */
async function reachable(tx: Tx, actor: Actor, id: string): Promise<Row<"Decision">> {
  const decision = await tx.find("Decision", { id });
  if (decision === null) throw notFound();
  demand(actor, "decisions.follow-up", placeOf(decision));
  return decision;
}

function told(decision: Row<"Decision">, set: Partial<Row<"Decision">>): FollowedUp {
  const now = { ...decision, ...set };
  return { id: now.id, number: now.number, state: now.state as DecisionState, givenAt: now.givenAt?.toISOString() ?? null, result: now.result, csat: now.csat };
}

/** Changes a decision that is still in the state it was read in. */
async function change(tx: Tx, decision: Row<"Decision">, set: Partial<Row<"Decision">>, options: CommandOptions<FollowedUp>): Promise<FollowedUp> {
  if ((await tx.update("Decision", { id: decision.id, state: decision.state, givenAt: decision.givenAt }, set)) !== 1) throw new Refusal("state_changed");
  const result = told(decision, set);
  await options.remember?.(tx, result);
  return result;
}

/**
 * Takes a decision back that was not given yet; what it took returns to the windows it was taken from, and nobody is
 * asked any more. Refuses: `forbidden`, `not_found`; 409 `state_changed` after it was given or once it has ended.
 */
export async function cancelDecision(actor: Actor, id: string, options: CommandOptions<FollowedUp> = {}): Promise<FollowedUp> {
  demand(actor, "decisions.follow-up");
  const now = instantOf(options);
  return transaction(async (tx) => {
    const decision = await reachable(tx, actor, id);
    const open = ["granted", "pending", "approved", "returned"].includes(decision.state);
    if (!open || decision.givenAt !== null) throw new Refusal("state_changed");
    await tx.update("Approval", { decisionId: id, state: "pending" }, { state: "cancelled", answeredAt: now });
    await releaseBudgets(tx, id);
    const { number, state: from } = decision;
    await recordEvent(tx, { kind: "decision", id }, actor, now, { type: "decision.cancelled", schema: 1, data: { number, from } });
    return change(tx, decision, { state: "cancelled", closedAt: now }, options);
  });
}

/** The customer has it. Refuses: `forbidden`, `not_found`; 409 `state_changed` unless it may be given and was not yet. */
export async function markGiven(actor: Actor, id: string, options: CommandOptions<FollowedUp> = {}): Promise<FollowedUp> {
  demand(actor, "decisions.follow-up");
  const now = instantOf(options);
  return transaction(async (tx) => {
    const decision = await reachable(tx, actor, id);
    if (!["granted", "approved"].includes(decision.state) || decision.givenAt !== null) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "decision", id }, actor, now, { type: "decision.given", schema: 1, data: { number: decision.number } });
    return change(tx, decision, { givenAt: now, givenById: actor.personId }, options);
  });
}

export interface ResultInput {
  readonly result: string;
  /** 1 to 5; absent: not asked. */
  readonly csat?: number | null | undefined;
  readonly note?: string | null | undefined;
}

/**
 * How it turned out; a later answer replaces an earlier one, the trail keeps both.
 * Refuses: `forbidden`, `not_found`; 409 `state_changed` while it waits or after it was cancelled; 422.
 */
export async function recordResult(actor: Actor, id: string, input: ResultInput, options: CommandOptions<FollowedUp> = {}): Promise<FollowedUp> {
  demand(actor, "decisions.follow-up");
  const result = RESULTS.find((known) => known === input.result);
  if (result === undefined) throw invalidInput({ path: "result", code: "not_a_choice", params: { choices: RESULTS.join(", ") } });
  const csat = input.csat ?? null;
  if (csat !== null && !(Number.isInteger(csat) && csat >= 1 && csat <= 5)) throw invalidInput({ path: "csat", code: "out_of_range", params: { min: 1, max: 5 } });
  const now = instantOf(options);
  return transaction(async (tx) => {
    const decision = await reachable(tx, actor, id);
    if (decision.state === "pending" || decision.state === "cancelled") throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "decision", id }, actor, now, { type: "decision.followed-up", schema: 1, data: { number: decision.number, result, csat } });
    return change(tx, decision, { result, csat, resultNote: textOrNull(input.note), resultAt: now }, options);
  });
}
