import { db } from "#platform/db.server.ts";

/** How many thanks that proved true in [from, to) each person had received; automatic, withdrawn and hidden ones do not count. */
export async function substantiatedReceived(from: Date, to: Date): Promise<Map<string, number>> {
  const rows = await db.recognitionRecipient.groupBy({
    by: ["personId"],
    where: { recognition: { state: "substantiated", stateAt: { gte: from, lt: to }, automatic: false, withdrawnAt: null, hiddenAt: null } },
    _count: true,
  });
  return new Map(rows.map(({ personId, _count }) => [personId, _count]));
}
