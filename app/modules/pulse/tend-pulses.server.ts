import { addDays } from "#kernel/period.ts";
import { db } from "#platform/db.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { boxKeys, boxOpener, destroyBoxKey, makeBoxKey } from "#platform/sealed-box.server.ts";
import { transaction, type Row } from "#platform/transaction.server.ts";
import { endPulse } from "./close-pulse.server.ts";
import { today } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { tellAsked } from "./tell-asked.server.ts";

/** Days that people have left at least when they are asked again. */
const AGAIN_DAYS = 7;

/** The key is gone, as after a restore on another machine: what was sealed to it is lost, and everybody is asked again. */
async function askAgain(pulse: Row<"Pulse">, now: Date): Promise<string> {
  const least = addDays(today(now), AGAIN_DAYS);
  const closesOn = pulse.closesOn < least ? least : pulse.closesOn;
  await transaction(async (tx) => {
    const same = { id: pulse.id, state: pulse.state, publicKey: pulse.publicKey };
    if ((await tx.count("Pulse", same)) === 0) return;
    await tx.update("Pulse", same, { publicKey: makeBoxKey(pulse.id), closesOn });
    await tx.remove("PulseSealed", { pulseId: pulse.id });
    await tx.update("PulseInvitation", { pulseId: pulse.id }, { spent: false });
    await recordEvent(tx, { now }, { kind: "pulse", id: pulse.id }, { type: "pulse.asked-again", schema: 1, data: {} });
    if (pulse.state === "open") await tellAsked(tx, { ...pulse, closesOn }, "pulse.again", now);
  });
  return closesOn;
}

async function openPulse(pulse: Row<"Pulse">, now: Date): Promise<void> {
  await transaction(async (tx) => {
    if ((await tx.update("Pulse", { id: pulse.id, state: "scheduled" }, { state: "open" })) > 0) await tellAsked(tx, pulse, "pulse.opened", now);
  });
}

async function remind(pulse: Row<"Pulse">, now: Date): Promise<void> {
  await transaction(async (tx) => {
    if ((await tx.update("Pulse", { id: pulse.id, state: "open", remindOn: pulse.remindOn }, { remindOn: null })) > 0) await tellAsked(tx, pulse, "pulse.reminder", now);
  });
}

/** Closes a pulse whose last day is over; one that HR closed or gave more days meanwhile stays as it is. */
async function endDue(id: string, lastDay: string, now: Date): Promise<void> {
  try {
    await endPulse(id, { now }, lastDay);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "state_changed")) throw error;
  }
}

/** Opens, reminds and closes what is due at `now`, and does away with keys of pulses that are over. */
export async function tendPulses(now: Date): Promise<void> {
  const day = today(now);
  const running = await db.pulse.findMany({ where: { state: { in: ["scheduled", "open"] } }, orderBy: { id: "asc" } });
  for (const pulse of running) {
    const key = pulse.publicKey;
    const closesOn = key === null || boxOpener(pulse.id, key) === null ? await askAgain(pulse, now) : pulse.closesOn;
    if (pulse.state === "scheduled" && pulse.opensOn <= day) await openPulse(pulse, now);
    if (closesOn < day) await endDue(pulse.id, closesOn, now);
    else if (pulse.remindOn !== null && pulse.remindOn <= day && pulse.opensOn <= day) await remind(pulse, now);
  }
  const over = await db.pulse.findMany({ where: { state: "closed", id: { in: boxKeys() } }, select: { id: true } });
  for (const { id } of over) destroyBoxKey(id);
}

/** Opens, reminds and closes pulses as their days come. */
export const tendPulsesJob: JobDefinition = { kind: "pulse.tend", every: "10 * * * *", run: ({ now }) => tendPulses(now) };
