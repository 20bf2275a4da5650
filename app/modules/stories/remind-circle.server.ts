import { z } from "zod";
import { notify } from "#modules/notifications/public.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { circlePage } from "./command.server.ts";

export const REMIND_CIRCLE = "stories.remind-circle";
const DAY_MS = 86_400_000;

/** A day ahead; of a circle nearer than two days when half the time has passed. */
export function remindAt(startsAt: Date, now: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  return new Date(startsAt.getTime() - Math.min(DAY_MS, Math.round(left / 2)));
}

const payload = z.object({ circleId: z.string(), sequence: z.int() });

/** Reminds the host and whoever is going, once for each time it was set; a cancelled circle reminds nobody. */
export const remindCircleJob: JobDefinition = {
  kind: REMIND_CIRCLE,
  apply: async (tx, context) => {
    const { circleId, sequence } = payload.parse(context.payload);
    const circle = await tx.find("Circle", { id: circleId });
    if (circle === null || circle.sequence !== sequence || circle.cancelledAt !== null || circle.startsAt <= context.now) return;
    const seats = await tx.list("CircleSeat", { circleId, state: "going" });
    for (const personId of [circle.hostId, ...seats.map((seat) => seat.personId)]) {
      await notify(tx, { personId, kind: "circle.soon", params: { theme: circle.theme, at: circle.startsAt.toISOString(), where: circle.whereText }, href: circlePage(circleId), at: context.now });
    }
  },
};
