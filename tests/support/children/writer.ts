// Charges a budget `count` times, each in a transaction of its own, and prints the outcome of each as it is known.
import { newId } from "#kernel/ids.ts";
import { closeDatabase } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";

const [count, limit, parallel] = process.argv.slice(2).map(Number);
const key = { budget: "B", subject: "person:1", window: "day:2026-11-22" };
const at = new Date("2026-11-22T03:00:00Z");

async function charge(): Promise<void> {
  const decisionId = newId();
  const charged = await transaction(async (tx) => {
    if ((await tx.statement("budget.charge", { ...key, delta: 100n, limit: BigInt(limit ?? 0) })) !== 1) return false;
    await tx.insert("BudgetEntry", { id: newId(), decisionId, ...key, kind: "charge", delta: 100n, at });
    return true;
  });
  process.stdout.write(`${charged ? "charged" : "refused"} ${decisionId}\n`);
}

let left = count ?? 0;
await Promise.all(
  Array.from({ length: parallel ?? 1 }, async () => {
    while (left > 0) {
      left -= 1;
      await charge();
    }
  }),
);
await closeDatabase();
