import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { type Random, randomFrom } from "./random.ts";
import { PAY_SHARES, REWARD_KINDS, REWARDS } from "./scorecards/cards.ts";

const HOUR = 3_600_000;
const CURRENCY = "VND";

async function declare(tx: Tx, plan: DemoPlan, random: Random): Promise<AuditEventInput[]> {
  const [hr, at] = [personIdOf(plan, SIGN_INS.hr.email), new Date(plan.start.getTime() + 11 * HOUR)];
  const by = { schema: 1, actor: { personId: hr }, at };
  const events: AuditEventInput[] = [];
  for (const [role, percent] of PAY_SHARES) {
    await tx.insert("PayShare", { id: random.idAt(at), role, percent, at, byId: hr });
    events.push({ ...by, type: "pay-share.declared", subject: { kind: "pay-share", id: role }, data: { role, percent } });
  }
  for (const { amount, ...kind } of REWARD_KINDS) {
    await tx.insert("RewardKind", { ...kind, amount: amount === null ? null : BigInt(amount), currency: amount === null ? null : CURRENCY, active: true });
    events.push({ ...by, type: "reward-kind.declared", subject: { kind: "reward-kind", id: kind.code }, data: { amount, active: true } });
  }
  return events;
}

interface RewardPlan {
  readonly kind: (typeof REWARD_KINDS)[number];
  readonly personId: string;
  readonly byId: string;
  readonly reason: string;
  readonly at: Date;
  readonly evidence: readonly { readonly kind: "recognition" | "decision" | "improvement"; readonly id: string }[];
}

async function propose(tx: Tx, plan: DemoPlan, { kind, personId, byId, reason, at, evidence }: RewardPlan, random: Random): Promise<{ id: string; event: AuditEventInput }> {
  const id = random.idAt(at);
  const managerId = plan.company.people.find((person) => person.id === personId)?.managerId ?? null;
  const money = kind.amount === null ? {} : { amount: BigInt(kind.amount), currency: CURRENCY };
  await tx.insert("Reward", { id, kindCode: kind.code, ...money, personId, managerId, reason, proposedById: byId, proposedAt: at, state: "proposed" });
  for (const to of evidence) await tx.insert("ThreadLink", { id: random.idAt(at), fromKind: "reward", fromId: id, toKind: to.kind, toId: to.id, relation: "recognises", byId, at, automatic: true });
  const data = { kind: kind.code, personId, evidence: evidence.map((end) => end.kind) };
  return { id, event: { type: "reward.proposed", schema: 1, subject: { kind: "reward", id }, actor: { personId: byId }, data, at } };
}

/** The clerk's reward for a call nobody asked for: proposed by her manager, approved by a leader, told to everybody as she wishes. */
async function insertApproved(tx: Tx, plan: DemoPlan, thanks: Row<"Recognition">, now: Date, random: Random): Promise<AuditEventInput[]> {
  const [clerk, manager, leader] = [SIGN_INS.frontline, SIGN_INS.manager, SIGN_INS.leader].map(({ email }) => personIdOf(plan, email)) as [string, string, string];
  const after = (part: number) => new Date(thanks.at.getTime() + (now.getTime() - thanks.at.getTime()) * part);
  const [decidedAt, announcedAt] = [after(0.4), after(0.45)];
  const cited = await tx.list("RecognitionEvidence", { recognitionId: thanks.id });
  const evidence = [{ kind: "recognition", id: thanks.id } as const, ...cited.filter(({ kind }) => kind === "decision").map(({ refId }) => ({ kind: "decision", id: refId }) as const)];
  const { id, event } = await propose(tx, plan, { kind: REWARD_KINDS[0], personId: clerk, byId: manager, reason: REWARDS.approved.reason, at: after(0.25), evidence }, random);
  await tx.update("Reward", { id }, { state: "approved", decidedById: leader, decidedAt, note: REWARDS.approved.note, announce: "public", announcedAt });
  await tx.insert("Notification", { id: random.idAt(decidedAt), personId: clerk, kind: "reward.received", params: "{}", href: "/rewards", createdAt: decidedAt, readAt: announcedAt });
  const about = { schema: 1, subject: { kind: "reward", id } };
  return [
    event,
    { ...about, type: "reward.approved", actor: { personId: leader }, data: { kind: REWARD_KINDS[0].code }, at: decidedAt },
    { ...about, type: "reward.announced", actor: { personId: clerk }, data: { how: "public" }, at: announcedAt },
  ];
}

/** Pay shares, kinds of rewards, and two rewards that rest on what was done for customers. @returns what the trail says of them */
export async function insertRewards(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(67);
  const events = await declare(tx, plan, random);
  const thanks = (await tx.list("Recognition", { state: "substantiated" })).find(({ message }) => message.startsWith(REWARDS.approved.thanks));
  if (thanks !== undefined) events.push(...(await insertApproved(tx, plan, thanks, now, random)));
  const change = (await tx.list("Improvement", { state: "verified" })).find(({ what }) => what.startsWith(REWARDS.proposed.change));
  const byId = plan.company.people.find(({ id }) => id === change?.reporterId)?.managerId;
  if (change === undefined || byId == null) return events;
  const at = instantAt(addDays(plan.today, -2), 10 * 60, ZONE);
  const { event } = await propose(tx, plan, { kind: REWARD_KINDS[1], personId: change.reporterId, byId, reason: REWARDS.proposed.reason, at, evidence: [{ kind: "improvement", id: change.id }] }, random);
  return [...events, event];
}
