import type { PersonActor } from "#access/actor.ts";
import { can, reach } from "#access/permissions.ts";
import { type Role, ROLES } from "#access/roles.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPeople } from "#modules/people/public.server.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import type { Bilingual } from "../definition.ts";
import type { Announce } from "./fields.ts";

/** Own ones, those one proposed, those announced to everybody or to one's team; all of them for who decides and pays. */
function readable(actor: PersonActor): Prisma.RewardWhereInput {
  if (reach(actor, "rewards.read") === null) return { id: { in: [] } };
  if (can(actor, "rewards.export")) return {};
  const team = [actor.personId, actor.managerId].filter((id) => id !== null);
  return { OR: [{ personId: actor.personId, state: "approved" }, { proposedById: actor.personId }, { state: "approved", announce: "public" }, { state: "approved", announce: "team", managerId: { in: team } }] };
}

export interface RewardView {
  readonly id: string;
  readonly person: string;
  readonly kind: Bilingual;
  readonly money: { readonly minor: number; readonly currency: string } | null;
  readonly reason: string;
  readonly state: "proposed" | "approved" | "declined";
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly note: string | null;
  readonly announce: Announce | null;
  readonly may: { readonly decide: boolean; readonly announce: boolean };
}

const ROW = { include: { kind: true } } as const;

/** A page of the list: how many at most, and the instant and id of the one it follows. */
interface RewardPage {
  readonly limit: number;
  readonly cursor: readonly (string | number)[] | null;
}

function following(cursor: RewardPage["cursor"]): Prisma.RewardWhereInput {
  const [at, id] = cursor ?? [];
  if (typeof at !== "number" || typeof id !== "string") return {};
  const proposedAt = new Date(at);
  return { OR: [{ proposedAt: { lt: proposedAt } }, { proposedAt, id: { lt: id } }] };
}

/** Rewards the actor may know of, newest first; what is told of money only to those it concerns. */
export async function rewardList(actor: PersonActor, { limit, cursor }: RewardPage = { limit: 100, cursor: null }): Promise<RewardView[]> {
  const rows = await db.reward.findMany({ where: { AND: [readable(actor), following(cursor)] }, ...ROW, orderBy: [{ proposedAt: "desc" }, { id: "desc" }], take: limit });
  const people = findPeople(rows.flatMap(({ personId, proposedById, decidedById }) => [personId, proposedById, ...(decidedById === null ? [] : [decidedById])]));
  const name = (id: string) => people.get(id)?.name ?? "";
  return rows.map(({ id, personId, kind, amount, currency, reason, state, proposedById, proposedAt, decidedById, note, announce }) => {
    const [mine, proposed] = [personId === actor.personId, proposedById === actor.personId];
    const told = mine || proposed || can(actor, "rewards.export");
    return {
      id, person: name(personId), kind: { vi: kind.nameVi, en: kind.nameEn }, money: told && amount !== null && currency !== null ? { minor: Number(amount), currency } : null, reason,
      state: state as RewardView["state"], proposedBy: name(proposedById), proposedAt: proposedAt.toISOString(), decidedBy: decidedById === null ? null : name(decidedById), note: told ? note : null,
      announce: announce as Announce | null, may: { decide: state === "proposed" && !mine && !proposed && can(actor, "rewards.approve"), announce: mine && state === "approved" && can(actor, "rewards.announce") },
    };
  });
}

export interface KindView {
  readonly code: string;
  readonly name: Bilingual;
  readonly amount: number | null;
  readonly active: boolean;
}

export async function rewardKinds(): Promise<KindView[]> {
  const rows = await db.rewardKind.findMany({ orderBy: { code: "asc" } });
  return rows.map(({ code, nameVi, nameEn, amount, active }) => ({ code, name: { vi: nameVi, en: nameEn }, amount: amount === null ? null : Number(amount), active }));
}

/** What holds by role: the percent of variable pay that depends on customers; null where HR has not said. */
export async function payShares(): Promise<{ readonly role: Role; readonly percent: number | null }[]> {
  const rows = await db.payShare.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
  const newest = new Map(rows.map(({ role, percent }) => [role, percent]));
  return ROLES.filter((role) => role !== "admin" && role !== "auditor").map((role) => ({ role, percent: newest.get(role) ?? null }));
}

/** Rewards as the thread shows them. */
export async function rewardNodes(actor: { readonly kind: string }, ids: readonly string[]): Promise<ThreadNode[]> {
  if (actor.kind !== "person") return [];
  const rows = await db.reward.findMany({ where: { AND: [{ id: { in: [...ids] } }, readable(actor as PersonActor)] }, ...ROW });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map(({ id, personId, proposedAt, reason }) => ({ id, title: people.get(personId)?.name ?? "", quote: reason, at: proposedAt.toISOString(), href: "/rewards" }));
}
