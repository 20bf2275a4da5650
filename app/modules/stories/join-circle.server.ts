import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { circlePage, recordEvent } from "./command.server.ts";
import { movingUp, nextSeat, type Seat } from "./domain/seats.ts";

async function seatsOf(tx: Tx, circleId: string): Promise<Seat[]> {
  return (await tx.list("CircleSeat", { circleId })).map(({ personId, state, turn }) => ({ personId, state: state === "going" ? "going" : "waiting", turn }));
}

async function ahead(tx: Tx, id: string, now: Date): Promise<Row<"Circle">> {
  const row = await tx.find("Circle", { id });
  if (row === null) throw notFound();
  if (row.cancelledAt !== null || row.startsAt <= now) throw new Refusal("state_changed");
  return row;
}

/** Takes or frees so many seats, expecting the count that was read: the database refuses more than there are places. */
async function take(tx: Tx, id: string, by: number): Promise<void> {
  const row = await tx.find("Circle", { id });
  if (row === null || (await tx.update("Circle", { id, taken: row.taken }, { taken: row.taken + by })) !== 1) throw new Refusal("state_changed");
}

/** Gives free places to those who wait, first come first, and tells them. */
export async function fillSeats(tx: Tx, circleId: string, at: Date): Promise<void> {
  const circle = await tx.find("Circle", { id: circleId });
  if (circle === null) return;
  for (const { personId } of movingUp(await seatsOf(tx, circleId), circle.places)) {
    await tx.update("CircleSeat", { circleId, personId, state: "waiting" }, { state: "going" });
    await take(tx, circleId, 1);
    await notify(tx, { personId, kind: "circle.seat", params: { theme: circle.theme, at: circle.startsAt.toISOString() }, href: circlePage(circleId), at });
  }
}

/**
 * Asks for a seat: it is had, or one waits for the next. Asked again, nothing changes. Refuses: `forbidden`; `not_found`;
 * 409 `state_changed` once it began or was cancelled, `own_circle` for its host.
 */
export async function joinCircle(id: string, asked: Asked, remember?: RememberMade): Promise<"going" | "waiting"> {
  const { personId } = demandPerson(asked, "circles.join");
  return transaction(async (tx) => {
    const circle = await ahead(tx, id, asked.now);
    if (circle.hostId === personId) throw new Refusal("own_circle", { status: 409 });
    const seats = await seatsOf(tx, id);
    const had = seats.find((seat) => seat.personId === personId);
    const seat = had ?? nextSeat(seats, circle.places);
    if (had === undefined) {
      await tx.insert("CircleSeat", { circleId: id, personId, ...seat, at: asked.now });
      if (seat.state === "going") await take(tx, id, 1);
      await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.joined", schema: 1, data: { state: seat.state } });
    }
    await remember?.(tx, id);
    return seat.state;
  });
}

/** Gives one's seat back; it goes to the first who waits. Refuses: `forbidden`; `not_found`; 409 `state_changed`. */
export async function leaveCircle(id: string, asked: Asked): Promise<void> {
  const { personId } = demandPerson(asked, "circles.join");
  await transaction(async (tx) => {
    await ahead(tx, id, asked.now);
    const seat = await tx.find("CircleSeat", { circleId: id, personId });
    if (seat === null) throw notFound();
    await tx.remove("CircleSeat", { circleId: id, personId });
    if (seat.state === "going") await take(tx, id, -1);
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.left", schema: 1, data: {} });
    await fillSeats(tx, id, asked.now);
  });
}
