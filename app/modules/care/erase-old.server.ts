import { forgetNotifications } from "#modules/notifications/public.server.ts";
import type { PersonErasure } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";

/** Days a case is kept; its counts stay. */
export const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;
const BATCH = 500;
const KINDS = ["care.asked", "care.checked-in"];

/** Erases every case of 90 days or more, and what was told of it. Answers how many. */
export async function eraseOldCare(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  let erased = 0;
  for (;;) {
    const ids = (await db.careCase.findMany({ where: { at: { lte: before } }, select: { id: true }, take: BATCH })).map(({ id }) => id);
    if (ids.length > 0) erased += await transaction((tx) => tx.remove("CareCase", { id: ids }));
    if (ids.length < BATCH) break;
  }
  await forgetNotifications(KINDS, before);
  return erased;
}

export const eraseOldCareJob: JobDefinition = {
  kind: "care.erase-old",
  every: "15 20 * * *",
  run: async ({ now }) => {
    await eraseOldCare(now);
  },
};

/** Of somebody erased nothing stays but the counts; on cases they were asked about their id alone. */
export const eraseCareOf: PersonErasure = async (tx, { personId }) => {
  await tx.remove("CareCase", { personId });
};
