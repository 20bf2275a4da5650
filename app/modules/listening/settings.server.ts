import { actorRef, type Asked, demand } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { COOL_DOWN_DAYS } from "./domain/links.ts";
import { recordEvent } from "./record-event.server.ts";

const NAME = "listening.pause-days";
const MOST_DAYS = 365;

function daysOf(value: string | undefined): number {
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : COOL_DOWN_DAYS;
}

/** Days in which one customer is not asked again about another case. */
export async function pauseDays(): Promise<number> {
  return daysOf((await db.setting.findUnique({ where: { name: NAME }, select: { value: true } }))?.value);
}

/** The same inside a transaction. */
export async function pauseDaysIn(tx: Tx): Promise<number> {
  return daysOf((await tx.find("Setting", { name: NAME }))?.value);
}

/** Sets the pause between two questions to one customer. Refuses: `forbidden`; 422 at `days` for other than 0 to 365. */
export async function setPause(typed: string, asked: Asked): Promise<void> {
  demand(asked, "surveys.edit");
  if (!/^\d{1,3}$/.test(typed) || Number(typed) > MOST_DAYS) throw invalidInput({ path: "days", code: "integer_range", params: { min: 0, max: MOST_DAYS } });
  const days = Number(typed);
  await transaction(async (tx) => {
    if ((await pauseDaysIn(tx)) === days) return;
    await tx.upsert("Setting", { name: NAME }, { name: NAME, value: String(days) });
    await recordEvent(tx, { kind: "organisation", id: "1" }, actorRef(asked), asked.now, { type: "listening.pause-set", schema: 1, data: { days } });
  });
}
