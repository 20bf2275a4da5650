import { z } from "zod";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";

/** What to show of the trail; `from` ≤ at < `to`. Absent fields restrict nothing. */
export interface EventFilter {
  /** An event type, or the part before the dot for all of a kind. */
  readonly type?: string;
  readonly subject?: { readonly kind: string; readonly id?: string };
  readonly actorId?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface EventPage {
  readonly limit: number;
  /** newest: before this number · oldest: after it. null: from the start. */
  readonly cursor: number | null;
  readonly order: "newest" | "oldest";
}

export interface EventView {
  readonly seq: number;
  /** ISO instant */
  readonly at: string;
  readonly type: string;
  readonly actorId: string | null;
  readonly via: string | null;
  readonly requestId: string | null;
  readonly address: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
  /** Personal values by field; null: erased. */
  readonly personal: Readonly<Record<string, string | number | boolean | null>>;
  readonly hash: string;
}

const storedData = z.record(z.string(), z.unknown());
const storedValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

function condition(filter: EventFilter): Prisma.AuditEventWhereInput {
  return {
    ...(filter.type === undefined ? {} : { type: filter.type.includes(".") ? filter.type : { startsWith: `${filter.type}.` } }),
    ...(filter.subject === undefined ? {} : { subjectKind: filter.subject.kind }),
    ...(filter.subject?.id === undefined ? {} : { subjectId: filter.subject.id }),
    ...(filter.actorId === undefined ? {} : { actorId: filter.actorId }),
    ...(filter.from === undefined && filter.to === undefined
      ? {}
      : { at: { ...(filter.from === undefined ? {} : { gte: filter.from }), ...(filter.to === undefined ? {} : { lt: filter.to }) } }),
  };
}

async function personalOf(seqs: readonly number[]): Promise<Map<number, Record<string, z.infer<typeof storedValue>>>> {
  const values = await db.auditPersonalValue.findMany({
    where: { seq: { in: [...seqs] } },
    select: { seq: true, field: true, value: true },
  });
  const bySeq = new Map<number, Record<string, z.infer<typeof storedValue>>>();
  for (const { seq, field, value } of values) {
    const fields = bySeq.get(seq) ?? {};
    fields[field] = value === null ? null : storedValue.parse(JSON.parse(value));
    bySeq.set(seq, fields);
  }
  return bySeq;
}

/** One page of the trail with its personal values, and the cursor of the next page (null: that was all). */
export async function listEvents(filter: EventFilter, page: EventPage): Promise<{ items: EventView[]; nextCursor: number | null }> {
  const newest = page.order === "newest";
  const rows = await db.auditEvent.findMany({
    where: { AND: [condition(filter), page.cursor === null ? {} : { seq: newest ? { lt: page.cursor } : { gt: page.cursor } }] },
    orderBy: { seq: newest ? "desc" : "asc" },
    take: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  const personal = await personalOf(shown.map((row) => row.seq));
  const items = shown.map((row): EventView => {
    const { personal: _hashes, ...data } = storedData.parse(JSON.parse(row.data));
    return {
      seq: row.seq,
      at: row.at.toISOString(),
      type: row.type,
      actorId: row.actorId,
      via: row.via,
      requestId: row.requestId,
      address: row.address,
      subject: { kind: row.subjectKind, id: row.subjectId },
      data,
      personal: personal.get(row.seq) ?? {},
      hash: row.hash,
    };
  });
  return { items, nextCursor: rows.length > page.limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** The event types that occur, in alphabetical order: the choices of the filter. */
export async function eventTypes(): Promise<string[]> {
  const rows = await db.auditEvent.groupBy({ by: ["type"], orderBy: { type: "asc" } });
  return rows.map((row) => row.type);
}

export const EXPORT_COLUMNS = [
  ...(["seq", "at", "type", "actor_id", "via", "request_id", "address"] as const),
  ...(["subject_kind", "subject_id", "data", "personal", "hash"] as const),
] as const;

/** The trail as rows of a file, oldest first, values in the order of EXPORT_COLUMNS; read in pages of a thousand. */
export async function* exportEvents(filter: EventFilter): AsyncGenerator<string[]> {
  let cursor: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(filter, { limit: 1_000, cursor, order: "oldest" });
    for (const event of page.items) {
      yield [
        ...[String(event.seq), event.at, event.type, event.actorId ?? "", event.via ?? "", event.requestId ?? "", event.address ?? ""],
        ...[event.subject.kind, event.subject.id, JSON.stringify(event.data), JSON.stringify(event.personal), event.hash],
      ];
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}
