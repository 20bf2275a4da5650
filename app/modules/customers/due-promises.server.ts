import { db } from "#platform/db.server.ts";

/** A promise somebody must keep. */
export interface DuePromise {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly dueAt: Date;
  readonly at: Date;
  readonly byId: string | null;
  readonly addressForm: string | null;
}

/** The open promises of a keeper, the most urgent first. */
export async function promisesToKeep(keeperId: string): Promise<DuePromise[]> {
  const rows = await db.customerPromise.findMany({
    where: { keeperId, state: "open" },
    select: { id: true, text: true, dueAt: true, at: true, byId: true, customer: { select: { ref: true, addressForm: true } } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map(({ customer, ...row }) => ({ ...row, ref: customer.ref, addressForm: customer.addressForm }));
}
