import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { findPerson, organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import type { CareAct } from "./schemas.ts";
import { policyOf } from "./set-policy.server.ts";
import { askNext } from "./who-checks-in.server.ts";

export const HEAD = "HEAD";

/** Adds to the counts of a month at a place: all that stays of a case. */
async function count(tx: Tx, at: Date, siteCode: string | null, add: Partial<Record<"asked" | "checkedIn" | "inTime", number>>): Promise<void> {
  const key = { month: localDay(at, organisation().timeZone).slice(0, 7), siteCode: siteCode ?? HEAD };
  const { asked = 0, checkedIn = 0, inTime = 0 } = (await tx.find("CareCount", key)) ?? {};
  await tx.upsert("CareCount", key, { ...key, asked: asked + (add.asked ?? 0), checkedIn: checkedIn + (add.checkedIn ?? 0), inTime: inTime + (add.inTime ?? 0) });
}

/**
 * "I just had a hard case": whoever leads the person is asked to check in within the hour. While one is open a second
 * press changes nothing. Stands between the two: no event, no link. Answers who is asked and by when. Refuses:
 * `forbidden`; 409 `nobody_to_check_in`.
 */
export async function askForCare(word: string | null, asked: Asked): Promise<{ id: string; asked: string; dueAt: string }> {
  demand(asked, "care.ask");
  const { actor, now } = asked;
  if (actor?.kind !== "person") throw new Refusal("forbidden");
  const { personId, name, siteCode } = actor;
  const next = askNext(personId, [], now);
  if (next === null) throw new Refusal("nobody_to_check_in", { status: 409 });
  const answer = (id: string, askedId: string, dueAt: Date) => ({ id, asked: findPerson(askedId)?.name ?? "–", dueAt: dueAt.toISOString() });
  return transaction(async (tx) => {
    const [open] = await tx.list("CareCase", { personId, checkedInAt: null, closedAt: null });
    if (open !== undefined) return answer(open.id, open.askedId, open.dueAt);
    const id = newId();
    await tx.insert("CareCase", { id, personId, word, at: now, ...next, level: 1, askedBefore: "[]" });
    await count(tx, now, siteCode, { asked: 1 });
    await notify(tx, { personId: next.askedId, kind: "care.asked", params: { name }, href: "/care", at: now });
    return answer(id, next.askedId, next.dueAt);
  });
}

/** The person needs nobody any more; whoever was asked no longer sees it. Refuses: `forbidden`; `not_found`. */
export async function closeCare(id: string, asked: Asked): Promise<void> {
  demand(asked, "care.ask");
  const personId = asked.actor?.personId ?? "";
  await transaction(async (tx) => {
    if ((await tx.update("CareCase", { id, personId, checkedInAt: null, closedAt: null }, { closedAt: asked.now })) !== 1) throw notFound();
  });
}

/**
 * Whoever is asked has checked in, and how; the person is told. A break or a hand-over only where HR's policy grants it.
 * Refuses: `forbidden`; `not_found` for everybody else; 409 `not_granted`.
 */
export async function checkIn(id: string, how: readonly CareAct[], asked: Asked): Promise<void> {
  demand(asked, "care.answer");
  const { actor, now } = asked;
  if (actor?.kind !== "person") throw new Refusal("forbidden");
  await transaction(async (tx) => {
    const policy = await policyOf(tx);
    if ((how.includes("break") && policy.breakMinutes === null) || (how.includes("took_over") && !policy.handOver)) throw new Refusal("not_granted", { status: 409 });
    const row = await tx.find("CareCase", { id, askedId: actor.personId, closedAt: null });
    if (row === null || (await tx.update("CareCase", { id, askedId: actor.personId, checkedInAt: null }, { checkedInAt: now, how: JSON.stringify(how) })) !== 1) throw notFound();
    const person = await tx.find("Person", { id: row.personId });
    await count(tx, row.at, person?.siteCode ?? null, { checkedIn: 1, inTime: row.level === 1 && now <= row.dueAt ? 1 : 0 });
    await notify(tx, { personId: row.personId, kind: "care.checked-in", params: { name: actor.name }, href: "/care", at: now });
  });
}
