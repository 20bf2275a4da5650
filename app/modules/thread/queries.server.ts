import { z } from "zod";
import { db } from "#platform/db.server.ts";
import { THREAD_KINDS, THREAD_RELATIONS, type ThreadEnd, type ThreadKind, type ThreadRelation } from "./kinds.ts";

export interface ThreadLinkView {
  readonly id: string;
  /** out: the thing asked about is where the link starts · in: where it ends */
  readonly direction: "out" | "in";
  readonly relation: ThreadRelation;
  readonly other: ThreadEnd;
  readonly byId: string | null;
  /** ISO instant */
  readonly at: string;
  readonly automatic: boolean;
  readonly note: string | null;
}

const end = z.object({ kind: z.enum(THREAD_KINDS), id: z.string() });
const relation = z.enum(THREAD_RELATIONS);

/** Links of a thing both ways, newest first. Who may see the things at the other ends is for the caller to judge. */
export async function linksOf(kind: ThreadKind, id: string): Promise<ThreadLinkView[]> {
  const rows = await db.threadLink.findMany({
    where: { OR: [{ fromKind: kind, fromId: id }, { toKind: kind, toId: id }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => {
    const out = row.fromKind === kind && row.fromId === id;
    return {
      id: row.id,
      direction: out ? "out" : "in",
      relation: relation.parse(row.relation),
      other: end.parse(out ? { kind: row.toKind, id: row.toId } : { kind: row.fromKind, id: row.fromId }),
      byId: row.byId,
      at: row.at.toISOString(),
      automatic: row.automatic,
      note: row.note,
    };
  });
}
