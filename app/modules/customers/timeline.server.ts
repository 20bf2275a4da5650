import { db } from "#platform/db.server.ts";
import type { TimelineEntry, TimelineSource } from "./timeline.ts";

/** Contacts that are looked at for the burden. */
export const BURDEN_ENTRIES = 200;

const notes: TimelineSource = async (customerId, limit) => {
  const rows = await db.customerNote.findMany({
    where: { customerId },
    select: { id: true, at: true, text: true, byId: true, isContact: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => ({ id: row.id, at: row.at, kind: "note", words: { said: row.text }, byId: row.byId, href: null, contact: row.isContact, settledAt: null }));
};

const promises: TimelineSource = async (customerId, limit) => {
  const rows = await db.customerPromise.findMany({
    where: { customerId },
    select: { id: true, at: true, text: true, byId: true, dueAt: true, state: true, closedAt: true, closedById: true, note: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.flatMap((row): TimelineEntry[] => {
    const base = { kind: "promise" as const, href: null, contact: false, settledAt: null };
    const params = { text: row.text, dueAt: row.dueAt.toISOString() };
    const made: TimelineEntry = { ...base, id: row.id, at: row.at, byId: row.byId, words: { key: "customers:timeline.promised", params } };
    if (row.closedAt === null || row.state === "open") return [made];
    const key = row.state === "kept" ? "customers:timeline.kept" : "customers:timeline.broken";
    return [{ ...base, id: `${row.id}:${row.state}`, at: row.closedAt, byId: row.closedById, words: { key, params: { text: row.text } } }, made];
  });
};

/**
 * What happened with a customer, newest first, at most `limit`: notes and promises, and what `sources` know.
 * Entries of one instant stand in order of kind and id.
 */
export async function customerTimeline(customerId: string, sources: readonly TimelineSource[], limit: number): Promise<TimelineEntry[]> {
  const lists = await Promise.all([notes, promises, ...sources].map((source) => source(customerId, limit)));
  return lists
    .flat()
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}
