import type { TimelineEntry, TimelineSource } from "#modules/customers/public.ts";
import { db } from "#platform/db.server.ts";
import { toneOf } from "./domain/scales.ts";
import { ratingsOf } from "./stored.ts";

/** What a customer said, as their story tells it; an answer to our own question is no contact they had to make. */
export const customerFeedback: TimelineSource = async (customerId, limit) => {
  const rows = await db.feedback.findMany({
    where: { customerId },
    select: { id: true, receivedAt: true, source: true, said: true, understood: true, csat: true, csatPoints: true, nps: true },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row): TimelineEntry => {
    const tone = toneOf(ratingsOf(row)) ?? "none";
    const words = row.said === null ? { key: `listening:timeline.${tone}`, params: {} } : { key: "listening:timeline.said", params: { text: row.said } };
    return { id: row.id, at: row.receivedAt, kind: "feedback", words, byId: null, href: `/listening/${row.id}`, contact: row.source !== "survey", settledAt: null };
  });
};
