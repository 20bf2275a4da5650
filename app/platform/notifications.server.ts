import { newId } from "#kernel/ids.ts";
import { db } from "./db.server.ts";
import type { Tx } from "./transaction.server.ts";

export interface NotificationInput {
  readonly personId: string;
  /** Message key, as `approval.waiting`. */
  readonly kind: string;
  /** Parameters of the message: codes, ids, numbers, ISO instants. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Path of the page it leads to; null: none. */
  readonly href: string | null;
  readonly at: Date;
}

/** Tells a person something inside the product, in the transaction of what it tells of. Answers the notification's id. */
export async function notify(tx: Tx, input: NotificationInput): Promise<string> {
  if (input.href !== null && !/^\/(?![/\\])/.test(input.href)) throw new TypeError("A notification leads to a path of this product");
  const id = newId();
  await tx.insert("Notification", {
    id,
    personId: input.personId,
    kind: input.kind,
    params: JSON.stringify(input.params),
    href: input.href,
    createdAt: input.at,
    readAt: null,
  });
  return id;
}

/** How many notifications a person has not read. */
export function unreadNotifications(personId: string): Promise<number> {
  return db.notification.count({ where: { personId, readAt: null } });
}
