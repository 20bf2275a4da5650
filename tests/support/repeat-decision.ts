import { newId } from "#kernel/ids.ts";
import { type Row, transaction } from "#platform/transaction.server.ts";

/** Records the same decision again, so often, a minute earlier each time: cases enough for a statistic. */
export async function repeatDecision(id: string, times: number, change: Partial<Row<"Decision">> = {}): Promise<void> {
  await transaction(async (tx) => {
    const row = await tx.find("Decision", { id });
    if (row === null) throw new Error("no such decision");
    const before = await tx.count("Decision", {});
    for (let index = 1; index <= times; index += 1) {
      const decidedAt = new Date(row.decidedAt.getTime() - index * 60_000);
      const closedAt = row.closedAt && new Date(decidedAt.getTime() + (row.closedAt.getTime() - row.decidedAt.getTime()));
      await tx.insert("Decision", { ...row, ...change, id: newId(), number: `T-${before}-${index}`, sequence: 10_000 + before + index, decidedAt, closedAt });
    }
  });
}
