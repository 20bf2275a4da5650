import type { JobDefinition } from "#platform/jobs.server.ts";
import { clearExpiredSessions } from "#platform/session.server.ts";
import { transaction } from "#platform/transaction.server.ts";

const DAY_MS = 86_400_000;
const KEEP_ANSWERS_DAYS = 35;

/** Takes away what has ended: sessions, rate limits, and stored answers to idempotency keys after 35 days. */
export const clearEndedJob: JobDefinition = {
  kind: "sign-in.clear-ended",
  every: "17 * * * *",
  run: async ({ now }) => {
    await clearExpiredSessions();
    await transaction(async (tx) => {
      await tx.statement("rate-limit.clear-expired", { now });
      await tx.statement("idempotent.clear-older", { before: new Date(now.getTime() - KEEP_ANSWERS_DAYS * DAY_MS) });
    });
  },
};
