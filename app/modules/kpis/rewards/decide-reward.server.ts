import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordScorecardEvent } from "../scorecards/record-event.server.ts";
import type { Announce } from "./fields.ts";

/**
 * Approves or declines a proposed reward: a second pair of eyes, neither the proposer's nor of whoever gets it. The person
 * is told of an approval, the proposer of either. Refuses: `forbidden`; `not_found`; 403 `own_reward`; 409 `state_changed`.
 */
export async function decideReward(id: string, wish: { readonly approve: boolean; readonly note: string }, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "rewards.approve");
  const by = asked.actor?.personId ?? null;
  if (by === null) throw new Refusal("forbidden");
  const state = wish.approve ? "approved" : "declined";
  await transaction(async (tx) => {
    const reward = await tx.find("Reward", { id });
    if (reward === null) throw notFound();
    if (reward.proposedById === by || reward.personId === by) throw new Refusal("own_reward", { status: 403 });
    if ((await tx.update("Reward", { id, state: "proposed" }, { state, decidedById: by, decidedAt: asked.now, note: wish.note })) === 0) throw new Refusal("state_changed");
    await recordScorecardEvent(tx, { kind: "reward", id }, { type: `reward.${state}`, schema: 1, data: { kind: reward.kindCode } }, asked);
    const told = { params: {}, href: "/rewards", at: asked.now };
    await notify(tx, { ...told, personId: reward.proposedById, kind: `reward.${state}` });
    if (wish.approve) await notify(tx, { ...told, personId: reward.personId, kind: "reward.received" });
    await remember?.(tx);
  });
}

/**
 * The person says how an approved reward of theirs may be told: to everybody, to their team, or to nobody; what was said
 * can be narrowed or widened by them at any time. Refuses: `forbidden`; `not_found` for somebody else's.
 */
export async function announceReward(id: string, how: Announce, asked: Asked): Promise<void> {
  demand(asked, "rewards.announce");
  const personId = asked.actor?.personId ?? null;
  if (personId === null) throw notFound();
  await transaction(async (tx) => {
    if ((await tx.update("Reward", { id, personId, state: "approved" }, { announce: how, announcedAt: asked.now })) === 0) throw notFound();
    await recordScorecardEvent(tx, { kind: "reward", id }, { type: "reward.announced", schema: 1, data: { how } }, asked);
  });
}
