import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { outcomesByApprover } from "./approvers.server.ts";
import { frameFor, type PeriodWish } from "./frame.server.ts";
import { addUp, autonomyByMonth, outcomeRows, outcomesByRule, sharesOf } from "./outcomes.server.ts";
import { timesToGive } from "./times.server.ts";
import type { LifeOverview } from "./view-models.ts";

/** How much is decided alone, how long customers wait, what becomes of it by rule and, for who may, by approver. */
export async function lifeOverview(actor: Actor, wish: PeriodWish, now?: Date): Promise<LifeOverview> {
  const frame = frameFor(actor, wish, { now });
  const rows = await outcomeRows(frame);
  const total = addUp(rows);
  return {
    period: frame.period,
    total: { ...total, ...sharesOf(total) },
    months: autonomyByMonth(frame, rows),
    times: await timesToGive(frame),
    rules: outcomesByRule(frame, rows),
    approvers: can(actor, "insights.approvers") ? await outcomesByApprover(frame) : null,
  };
}
