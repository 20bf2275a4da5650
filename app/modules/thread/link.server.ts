import { newId } from "#kernel/ids.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { sameEnd, type ThreadEnd, type ThreadRelation } from "./kinds.ts";

export interface LinkInput {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  readonly relation: ThreadRelation;
  /** null: the system */
  readonly by: string | null;
  readonly at: Date;
  /** true: it follows from what happened; false: somebody drew it. */
  readonly automatic: boolean;
  readonly note?: string;
}

/** Links two things, in the transaction that makes them related. Answers its id; null when the same link is already there. */
export async function link(tx: Tx, input: LinkInput): Promise<string | null> {
  const key = {
    fromKind: input.from.kind,
    fromId: input.from.id,
    toKind: input.to.kind,
    toId: input.to.id,
    relation: input.relation,
  };
  if (sameEnd(input.from, input.to)) throw new TypeError("A thing is not linked to itself");
  if ((await tx.count("ThreadLink", key)) > 0) return null;
  const id = newId();
  await tx.insert("ThreadLink", { id, ...key, byId: input.by, at: input.at, automatic: input.automatic, note: input.note ?? null });
  return id;
}

/** Takes back what the system tied to a thing by itself, in the transaction that makes it no longer so. */
export async function unlinkAutomatic(tx: Tx, { to, relation }: Pick<LinkInput, "to" | "relation">): Promise<void> {
  await tx.remove("ThreadLink", { toKind: to.kind, toId: to.id, relation, automatic: true });
}
