import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { maySee, type Reader, type Visibility } from "./domain/visibility.ts";

/** Who an actor is when they read recognitions. */
export function readerOf(actor: Actor): Reader {
  if (actor.kind === "service") return { personId: null, managerId: null, settles: false, publicOnly: true };
  return {
    personId: actor.personId,
    managerId: actor.managerId,
    settles: can(actor, "recognitions.settle"),
    publicOnly: actor.grants.every(({ role }) => role === "auditor"),
  };
}

/** The recognitions an actor may read, as a condition: the same rule as domain/visibility.ts. */
export function readable(actor: Actor): Prisma.RecognitionWhereInput {
  if (!can(actor, "recognitions.read")) return { id: { in: [] } };
  const { personId, managerId, settles, publicOnly } = readerOf(actor);
  const teams = publicOnly ? [] : [personId, managerId].filter((id) => id !== null);
  const own: Prisma.RecognitionWhereInput[] = personId === null ? [] : [{ recipients: { some: { personId } } }];
  return {
    withdrawnAt: null,
    OR: [
      ...(personId === null ? [] : [{ giverId: personId }]),
      ...(settles ? [{ reports: { some: {} } }] : []),
      { hiddenAt: null, OR: [{ visibility: "public" }, ...own, ...(teams.length === 0 ? [] : [{ visibility: "team", recipients: { some: { managerId: { in: teams } } } }])] },
    ],
  };
}

/** A recognition that the actor may read, inside a transaction; 404 for any other. */
export async function reachable(tx: Tx, actor: Actor, id: string): Promise<Row<"Recognition">> {
  const row = await tx.find("Recognition", { id });
  if (row === null) throw notFound();
  const receivers = await tx.list("RecognitionRecipient", { recognitionId: id });
  const reported = (await tx.count("RecognitionReport", { recognitionId: id })) > 0;
  const seen = { giverId: row.giverId, receivers, visibility: row.visibility as Visibility, reported, hidden: row.hiddenAt !== null, withdrawn: row.withdrawnAt !== null };
  if (!can(actor, "recognitions.read") || !maySee(readerOf(actor), seen)) throw notFound();
  return row;
}
