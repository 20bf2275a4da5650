import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";

/** A notification as stored: its words are `<module>:notification.<kind>` in the reader's language. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly href: string | null;
  /** ISO instant */
  readonly at: string;
  readonly read: boolean;
}

const SHOWN = 60;

/** A person's newest notifications inside the product. */
export async function listNotifications(personId: string): Promise<NotificationRow[]> {
  const rows = await db.notification.findMany({ where: { personId, shown: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: SHOWN });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    params: JSON.parse(row.params) as Record<string, unknown>,
    href: row.href,
    at: row.createdAt.toISOString(),
    read: row.readAt !== null,
  }));
}

/** How many notifications a person has not read. */
export function unreadNotifications(personId: string): Promise<number> {
  return db.notification.count({ where: { personId, readAt: null, shown: true } });
}

/** Marks everything a person was told inside the product as read. */
export async function readNotifications(personId: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.update("Notification", { personId, readAt: null, shown: true }, { readAt: now });
  });
}
