import { newId } from "#kernel/ids.ts";
import { instantAt } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { addJob } from "#platform/jobs.server.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { circlePage, recordEvent } from "./command.server.ts";
import { fillSeats } from "./join-circle.server.ts";
import { reachable } from "./readable.server.ts";
import { REMIND_CIRCLE, remindAt } from "./remind-circle.server.ts";
import type { CircleFields } from "./schemas.ts";

function startOf({ day, time }: CircleFields): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return instantAt(day, hours * 60 + minutes, organisation().timeZone);
}

async function remind(tx: Tx, circle: { readonly id: string; readonly startsAt: Date; readonly sequence: number }, now: Date): Promise<void> {
  const { id: circleId, sequence, startsAt } = circle;
  await addJob(tx, { kind: REMIND_CIRCLE, payload: { circleId, sequence }, runAt: remindAt(startsAt, now), uniqueKey: `circle:${circleId}:${sequence}` });
}

/**
 * Plans a circle that one hosts. Answers the id. Refuses: `forbidden`; 422 `must_be_future` at `day`, `nothing_there` at
 * `storyId` for a story one may not read.
 */
export async function planCircle(fields: CircleFields, asked: Asked, remember?: RememberMade): Promise<{ id: string }> {
  const host = demandPerson(asked, "circles.join");
  const startsAt = startOf(fields);
  const { theme, about, minutes, places, where: whereText, link: address, storyId, courseCode } = fields;
  if (startsAt <= asked.now) throw invalidInput({ path: "day", code: "must_be_future" });
  return transaction(async (tx) => {
    const id = newId();
    if (storyId !== null) await reachable(tx, host, storyId).catch(() => Promise.reject(invalidInput({ path: "storyId", code: "nothing_there" })));
    await tx.insert("Circle", { id, hostId: host.personId, theme, about, startsAt, minutes, places, whereText, link: address, storyId, courseCode, createdAt: asked.now, changedAt: asked.now });
    const drawn = { from: { kind: "circle", id }, relation: "tells_of", by: host.personId, at: asked.now, automatic: true } as const;
    if (storyId !== null) await link(tx, { ...drawn, to: { kind: "story", id: storyId } });
    if (courseCode !== null) await link(tx, { ...drawn, to: { kind: "course", id: courseCode } });
    await remind(tx, { id, startsAt, sequence: 0 }, asked.now);
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.saved", schema: 1, data: { sequence: 0 } });
    await remember?.(tx, id);
    return { id };
  });
}

/** One's own circle that is still ahead. Refuses: `not_found`; 409 `state_changed` once it began or was cancelled. */
export async function ownCircleAhead(tx: Tx, id: string, hostId: string, now: Date): Promise<Row<"Circle">> {
  const row = await tx.find("Circle", { id });
  if (row === null || row.hostId !== hostId) throw notFound();
  if (row.cancelledAt !== null || row.startsAt <= now) throw new Refusal("state_changed");
  return row;
}

/**
 * Changes one's own circle; whoever is going hears of another time or place, and more places let those who wait move up.
 * Refuses: `forbidden`; `not_found`; 409 `state_changed`; 422 `must_be_future` at `day`, `below_taken` at `places`.
 */
export async function changeCircle(id: string, fields: CircleFields, asked: Asked): Promise<void> {
  const { personId } = demandPerson(asked, "circles.join");
  const startsAt = startOf(fields);
  if (startsAt <= asked.now) throw invalidInput({ path: "day", code: "must_be_future" });
  await transaction(async (tx) => {
    const row = await ownCircleAhead(tx, id, personId, asked.now);
    const { theme, about, minutes, places, where: whereText, link: address } = fields;
    if (places < row.taken) throw invalidInput({ path: "places", code: "below_taken", params: { taken: row.taken } });
    const sequence = row.sequence + 1;
    await tx.update("Circle", { id, sequence: row.sequence }, { theme, about, startsAt, minutes, places, whereText, link: address, sequence, changedAt: asked.now });
    await remind(tx, { id, startsAt, sequence }, asked.now);
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.saved", schema: 1, data: { sequence } });
    if (startsAt.getTime() !== row.startsAt.getTime() || whereText !== row.whereText) {
      for (const seat of await tx.list("CircleSeat", { circleId: id, state: "going" })) await notify(tx, { personId: seat.personId, kind: "circle.changed", params: { theme, at: startsAt.toISOString(), where: whereText }, href: circlePage(id), at: asked.now });
    }
    await fillSeats(tx, id, asked.now);
  });
}

/** Cancels one's own circle; whoever asked for a seat is told why. Refuses: `forbidden`; `not_found`; 409 `state_changed`. */
export async function cancelCircle(id: string, why: string, asked: Asked): Promise<void> {
  const { personId } = demandPerson(asked, "circles.join");
  await transaction(async (tx) => {
    const row = await ownCircleAhead(tx, id, personId, asked.now);
    const sequence = row.sequence + 1;
    await tx.update("Circle", { id, cancelledAt: null }, { cancelledAt: asked.now, cancelledWhy: why, sequence, changedAt: asked.now });
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.cancelled", schema: 1, data: { sequence } });
    for (const seat of await tx.list("CircleSeat", { circleId: id })) await notify(tx, { personId: seat.personId, kind: "circle.cancelled", params: { theme: row.theme, at: row.startsAt.toISOString(), why }, href: circlePage(id), at: asked.now });
  });
}
