import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople, findPerson, organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { careMonths } from "./domain/counts.ts";
import { CARE_ACTS, type CarePolicyFields } from "./schemas.ts";
import { NO_POLICY } from "./set-policy.server.ts";
import type { AskedCare, CarePage, CarePolicyPage, OwnCare } from "./view-models.ts";
import { askNext } from "./who-checks-in.server.ts";

const OWN_SHOWN = 5;
const MONTHS = 12;

async function policyNow(): Promise<CarePolicyFields> {
  const row = await db.carePolicy.findUnique({ where: { id: 1 } });
  return row === null ? NO_POLICY : { breakMinutes: row.breakMinutes, handOver: row.handOver };
}

const actsOf = (how: string | null) => CARE_ACTS.filter((act) => how !== null && (JSON.parse(how) as string[]).includes(act));

async function ownCases({ personId }: PersonActor): Promise<OwnCare[]> {
  const rows = await db.careCase.findMany({ where: { personId }, orderBy: { at: "desc" }, take: OWN_SHOWN });
  const asked = findPeople(rows.map(({ askedId }) => askedId));
  return rows.map((row) => ({
    id: row.id, at: row.at.toISOString(), word: row.word, asked: asked.get(row.askedId)?.name ?? "–", dueAt: row.dueAt.toISOString(),
    checkedInAt: row.checkedInAt?.toISOString() ?? null, how: actsOf(row.how), closed: row.closedAt !== null,
  }));
}

/** What waits for this person to check in on: only for whoever is asked at this moment. */
export async function careWaiting(actor: PersonActor, now: Date): Promise<AskedCare[]> {
  if (!can(actor, "care.answer")) return [];
  const rows = await db.careCase.findMany({ where: { askedId: actor.personId, checkedInAt: null, closedAt: null }, orderBy: { dueAt: "asc" } });
  const people = findPeople(rows.map(({ personId }) => personId));
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString(), name: people.get(row.personId)?.name ?? "–", word: row.word, dueAt: row.dueAt.toISOString(), overdue: row.dueAt <= now }));
}

/** One's own cases and those one is asked about. */
export async function carePage(actor: PersonActor, now: Date): Promise<CarePage> {
  const asks = can(actor, "care.ask");
  const [own, waiting, policy] = await Promise.all([asks ? ownCases(actor) : [], careWaiting(actor, now), policyNow()]);
  const next = asks ? askNext(actor.personId, [], now) : null;
  return { own, waiting, policy, wouldAsk: next === null ? null : (findPerson(next.askedId)?.name ?? null) };
}

/** One's own cases and those one is asked about, for the API. Refuses `forbidden`, a service too. */
export async function ownCare(asked: Asked): Promise<Pick<CarePage, "own" | "waiting">> {
  demand(asked, "care.ask");
  if (asked.actor?.kind !== "person") throw new Refusal("forbidden");
  const [own, waiting] = await Promise.all([ownCases(asked.actor), careWaiting(asked.actor, asked.now)]);
  return { own, waiting };
}

/** What HR may set and see: the policy, and counts without anybody. Refuses `forbidden`. */
export async function carePolicyPage(asked: Asked): Promise<CarePolicyPage> {
  demand(asked, "care.policy");
  const rows = await db.careCount.findMany({ orderBy: { month: "desc" } });
  const current = localDay(asked.now, organisation().timeZone).slice(0, 7);
  return { policy: await policyNow(), months: careMonths(rows, current).slice(0, MONTHS) };
}
