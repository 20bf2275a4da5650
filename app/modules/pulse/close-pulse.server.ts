import { randomUUID } from "node:crypto";
import { demand, type Asked } from "#platform/acting.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { log } from "#platform/log.server.ts";
import { boxOpener, destroyBoxKey } from "#platform/sealed-box.server.ts";
import { transaction, type Insert } from "#platform/transaction.server.ts";
import { keptTogether } from "./domain/blocks.ts";
import { FLOORS, modeOf } from "./domain/thresholds.ts";
import { pulseIn } from "./pulse.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { readFrame, readSealed, type SealedAnswers, writeTurnout } from "./stored.ts";
import { tellAsked } from "./tell-asked.server.ts";

type Answer = Insert<"PulseAnswer">;

/** What was sealed in boxes, and how many of them nobody can read. */
function openAll(boxes: readonly string[], open: ((box: string) => string) | null): { said: SealedAnswers[]; unreadable: number } {
  const said = boxes.flatMap((box) => {
    try {
      return [readSealed(open?.(box) ?? "")];
    } catch {
      return [];
    }
  });
  return { said, unreadable: boxes.length - said.length };
}

/** Each answer as a row of its own, under the first of the cells it is kept together with; what may never be told is not kept. */
function answersKept(pulseId: string, said: readonly SealedAnswers[], kept: readonly (readonly string[])[]): Answer[] {
  return said.flatMap(({ cell: of, answers }) => {
    const cell = kept.find((cells) => cells.includes(of))?.[0];
    if (cell === undefined) return [];
    return answers.map(([question, given]): Answer => ({ id: randomUUID(), pulseId, question, cell, value: typeof given === "number" ? given : null, text: typeof given === "string" ? given : null }));
  });
}

/**
 * Ends a pulse: all boxes are opened in one transaction, each answer becomes a row of its own under a random key, sorted by
 * it, with no smaller group than one in which as many people answered as a figure needs; boxes go, and so does what says who
 * answered; then the key that opens boxes is destroyed. Everybody asked is told.
 * `lastDay`: only while it ends on that day. Refuses: 404; 409 `state_changed`, `pulse_key_missing`.
 */
export async function endPulse(id: string, asked: Asked | { readonly actor?: undefined; readonly now: Date }, lastDay: string | null = null): Promise<void> {
  await transaction(
    async (tx) => {
      const pulse = await pulseIn(tx, id, ["open"]);
      if (lastDay !== null && pulse.closesOn !== lastDay) throw new Refusal("state_changed");
      const open = pulse.publicKey === null ? null : boxOpener(id, pulse.publicKey);
      const boxes = await tx.list("PulseSealed", { pulseId: id });
      if (open === null && boxes.length > 0) throw new Refusal("pulse_key_missing", { status: 409 });
      const { said, unreadable } = openAll(boxes.map(({ box }) => box), open);
      const answered = new Map<string, number>();
      for (const { cell } of said) answered.set(cell, (answered.get(cell) ?? 0) + 1);
      const kept = keptTogether(readFrame(pulse.frame ?? "", null), answered, { k: pulse.kScores, overall: FLOORS[modeOf(pulse.mode)].overall });
      const answers = answersKept(id, said, kept);
      if (unreadable > 0) log.error({ pulseId: id, unreadable }, "sealed answers were changed by another hand and are left out");
      await tx.update("Pulse", { id, state: "open" }, { state: "closed", closedAt: asked.now, turnout: writeTurnout(kept, answered), publicKey: null });
      for (const answer of answers.sort((a, b) => (a.id < b.id ? -1 : 1))) await tx.insert("PulseAnswer", answer);
      if (boxes.length > 0) await tx.remove("PulseSealed", { pulseId: id });
      await tx.update("PulseInvitation", { pulseId: id }, { spent: false });
      await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.closed", schema: 1, data: {} });
      await tellAsked(tx, pulse, "pulse.results", asked.now);
    },
    { limitMs: 120_000 },
  );
  destroyBoxKey(id);
}

/** HR closes a pulse before its last day. Refuses: `forbidden`; 404; 409 `state_changed`, `pulse_key_missing`. */
export async function closePulse(id: string, asked: Asked): Promise<void> {
  demand(asked, "pulses.design");
  await endPulse(id, asked);
}
