import { db } from "#platform/db.server.ts";
import { maskName } from "./domain/mask.ts";

/** How a customer is named beside something of theirs. */
export interface CustomerBrief {
  readonly ref: string;
  /** Masked, see domain/mask.ts. */
  readonly name: string | null;
}

/** Customers by id; erased and unknown ones are left out. */
export async function customerNames(ids: readonly string[]): Promise<Map<string, CustomerBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await db.customer.findMany({ where: { id: { in: [...ids] }, erasedAt: null }, select: { id: true, ref: true, name: true } });
  return new Map(rows.map(({ id, ref, name }) => [id, { ref, name: maskName(name) }]));
}
