import { z } from "zod";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { notify } from "#modules/notifications/public.server.ts";

export const REMIND_KIND = "customers.remind-keeper";

/** How long before a promise is due its keeper is reminded; of a nearer one when half the time has passed. */
const AHEAD_MS = 60 * 60_000;

/** When to remind of a promise made now. */
export function remindAt(madeAt: Date, dueAt: Date): Date {
  const early = dueAt.getTime() - AHEAD_MS;
  const half = (madeAt.getTime() + dueAt.getTime()) / 2;
  return new Date(Math.max(early, Math.round(half) > early ? Math.round(half) : early));
}

export const reminderKey = (promiseId: string): string => `promise:${promiseId}`;

const payload = z.object({ promiseId: z.string() });

/** Reminds whoever must keep a promise, once; a promise closed meanwhile reminds nobody. */
export const remindKeeperJob: JobDefinition = {
  kind: REMIND_KIND,
  apply: async (tx, context) => {
    const { promiseId } = payload.parse(context.payload);
    const promise = await tx.find("CustomerPromise", { id: promiseId });
    if (promise === null || promise.state !== "open") return;
    const customer = await tx.find("Customer", { id: promise.customerId });
    await notify(tx, {
      personId: promise.keeperId,
      kind: "promise.due",
      params: { promiseId, ref: customer?.ref ?? "", text: promise.text, dueAt: promise.dueAt.toISOString() },
      href: "/promises",
      at: context.now,
    });
    await tx.update("CustomerPromise", { id: promiseId }, { remindedAt: context.now });
  },
};
