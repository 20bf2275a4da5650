import { notFound, Refusal } from "#platform/http/refusal.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";

/** A version in the state a step begins from; 404 when there is none, 409 `state_changed` when it is in another. */
export async function versionIn(tx: Tx, version: number, state: string): Promise<Row<"PolicyVersion">> {
  const row = await tx.find("PolicyVersion", { version });
  if (row === null) throw notFound();
  if (row.state !== state) throw new Refusal("state_changed");
  return row;
}

/** Everybody who wrote a part of a version. */
export async function editorsOf(tx: Tx, version: number): Promise<string[]> {
  const editors = await tx.list("PolicyEditor", { version }, { orderBy: [["personId", "asc"]] });
  return editors.map(({ personId }) => personId);
}
