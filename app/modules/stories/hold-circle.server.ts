import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { circlePage, recordEvent } from "./command.server.ts";

async function heldBy(tx: Tx, id: string, hostId: string, now: Date): Promise<Row<"Circle">> {
  const row = await tx.find("Circle", { id });
  if (row === null || row.hostId !== hostId) throw notFound();
  if (row.cancelledAt !== null || row.startsAt > now) throw new Refusal("state_changed");
  return row;
}

/** The host marks who came. Refuses: `forbidden`; `not_found`; 409 `state_changed` before it began; 422 `unknown_person` at whoever had no seat. */
export async function markAttendance(id: string, came: readonly string[], asked: Asked): Promise<void> {
  const { personId: hostId } = demandPerson(asked, "circles.join");
  await transaction(async (tx) => {
    await heldBy(tx, id, hostId, asked.now);
    const going = await tx.list("CircleSeat", { circleId: id, state: "going" });
    const strangers = came.flatMap((id, index) => (going.some(({ personId }) => personId === id) ? [] : [{ path: `came.${index}`, code: "unknown_person" }]));
    if (strangers.length > 0) throw invalidInput(...strangers);
    for (const { personId } of going) await tx.update("CircleSeat", { circleId: id, personId }, { attended: came.includes(personId) });
    const count = going.filter(({ personId }) => came.includes(personId)).length;
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.attendance", schema: 1, data: { came: count } });
  });
}

/** The host writes what was learnt; whoever was going is told the first time. Refuses as `markAttendance`. */
export async function writeLearnt(id: string, learnt: string, asked: Asked): Promise<void> {
  const { personId: hostId } = demandPerson(asked, "circles.join");
  await transaction(async (tx) => {
    const row = await heldBy(tx, id, hostId, asked.now);
    await tx.update("Circle", { id }, { learnt, learntAt: row.learntAt ?? asked.now });
    await recordEvent(tx, asked, { kind: "circle", id }, { type: "circle.learnt", schema: 1, data: {} });
    if (row.learntAt !== null) return;
    for (const { personId } of await tx.list("CircleSeat", { circleId: id, state: "going" })) await notify(tx, { personId, kind: "circle.learnt", params: { theme: row.theme }, href: circlePage(id), at: asked.now });
  });
}
