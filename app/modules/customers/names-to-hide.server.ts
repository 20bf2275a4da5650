import { db } from "#platform/db.server.ts";

/** Names of customers as they are written, only to take them out of texts that others will read; never to be shown. */
export async function namesToHide(ids: readonly string[]): Promise<string[]> {
  const rows = await db.customer.findMany({ where: { id: { in: [...ids] } }, select: { name: true, ref: true } });
  return rows.flatMap(({ name, ref }) => [name, ref]).filter((text) => text !== null && text !== "") as string[];
}
