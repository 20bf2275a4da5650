import { daysBetween, localDay } from "#kernel/period.ts";
import { db } from "#platform/db.server.ts";

/** An order somebody may be asking about. */
export interface RecentOrder {
  readonly ref: string;
  readonly value: { readonly minor: number; readonly currency: string };
  /** Local days since the purchase. */
  readonly daysAgo: number;
}

/** A customer's latest orders, newest first. */
export async function recentOrders(customerId: string, now: Date, timeZone: string, limit = 4): Promise<RecentOrder[]> {
  const rows = await db.purchase.findMany({
    where: { customerId, purchasedAt: { lte: now } },
    select: { orderRef: true, purchasedAt: true, amount: true, currency: true },
    orderBy: { purchasedAt: "desc" },
    take: limit,
  });
  const today = localDay(now, timeZone);
  return rows.map((row) => ({
    ref: row.orderRef,
    value: { minor: Number(row.amount), currency: row.currency },
    daysAgo: daysBetween(localDay(row.purchasedAt, timeZone), today),
  }));
}
