import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";

const BATCH = 500;

/** Deletes what was told of these kinds before an instant, for things that are erased themselves. */
export async function forgetNotifications(kinds: readonly string[], before: Date): Promise<void> {
  for (;;) {
    const ids = (await db.notification.findMany({ where: { kind: { in: [...kinds] }, createdAt: { lte: before } }, select: { id: true }, take: BATCH })).map(({ id }) => id);
    if (ids.length > 0) await transaction((tx) => tx.remove("Notification", { id: ids }));
    if (ids.length < BATCH) return;
  }
}
