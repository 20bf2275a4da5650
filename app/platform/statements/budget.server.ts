import { all, bigintOf, bindAll, dateOrNull, get, run, textOf } from "./define.server.ts";

interface CounterKey {
  readonly budget: string;
  readonly subject: string;
  readonly window: string;
}

interface Rolling {
  readonly budget: string;
  readonly subject: string;
  /** exclusive */
  readonly after: Date;
  /** inclusive */
  readonly upTo: Date;
}

const key = (params: CounterKey) => ({ budget: params.budget, subject: params.subject, window: params.window });

export const budgetStatements = {
  /** What is consumed in a calendar window; null: nothing yet. */
  "budget.read": get(
    `SELECT consumed, "limit" FROM BudgetCounter WHERE budget = :budget AND subject = :subject AND "window" = :window`,
    (params: CounterKey) => bindAll(key(params)),
    (row) => ({ consumed: bigintOf(row["consumed"]), limit: bigintOf(row["limit"]) }),
  ),

  /** Guarded: adds `delta` (≥ 0) if the sum stays within `limit` and answers 1, else changes nothing and answers 0. */
  "budget.charge": run(
    `INSERT INTO BudgetCounter (budget, subject, "window", consumed, "limit")
     SELECT :budget, :subject, :window, :delta, :limit WHERE :delta >= 0 AND :delta <= :limit
     ON CONFLICT (budget, subject, "window") DO UPDATE
        SET consumed = BudgetCounter.consumed + excluded.consumed, "limit" = excluded."limit"
      WHERE BudgetCounter.consumed + excluded.consumed <= excluded."limit"`,
    (params: CounterKey & { delta: bigint; limit: bigint }) => bindAll({ ...key(params), delta: params.delta, limit: params.limit }),
  ),

  /** Unguarded, for what is approved as an exception: counted, though it may lie above the limit. Answers 1. */
  "budget.chargeException": run(
    `INSERT INTO BudgetCounter (budget, subject, "window", consumed, "limit")
     SELECT :budget, :subject, :window, :delta, max(:delta, :limit) WHERE :delta >= 0
     ON CONFLICT (budget, subject, "window") DO UPDATE
        SET consumed = BudgetCounter.consumed + excluded.consumed,
            "limit" = max(:limit, BudgetCounter.consumed + excluded.consumed)`,
    (params: CounterKey & { delta: bigint; limit: bigint }) => bindAll({ ...key(params), delta: params.delta, limit: params.limit }),
  ),

  /** Gives `delta` (≥ 0) back to its window and answers 1; 0 when less than that is consumed. */
  "budget.release": run(
    `UPDATE BudgetCounter SET consumed = consumed - :delta
      WHERE budget = :budget AND subject = :subject AND "window" = :window AND :delta >= 0 AND consumed >= :delta`,
    (params: CounterKey & { delta: bigint }) => bindAll({ ...key(params), delta: params.delta }),
  ),

  /**
   * Sum of the ledger in (after, upTo], whatever kind of window the entries were written for. A release carries the
   * `at` of the charge it gives back, so both leave the window together.
   */
  "budget.rollingSum": get(
    "SELECT coalesce(sum(delta), 0) AS total FROM BudgetEntry WHERE budget = :budget AND subject = :subject AND at > :after AND at <= :upTo",
    (params: Rolling) => bindAll({ ...params }),
    (row) => bigintOf(row["total"]),
  ),

  /** When the oldest entry that still counts in (after, upTo] was charged; null: none counts. */
  "budget.oldestInWindow": get(
    `SELECT min(c.at) AS at FROM BudgetEntry c
      WHERE c.budget = :budget AND c.subject = :subject AND c.at > :after AND c.at <= :upTo AND c.kind = 'charge'
        AND NOT EXISTS (SELECT 1 FROM BudgetEntry r WHERE r.decisionId = c.decisionId AND r.budget = c.budget AND r.kind = 'release')`,
    (params: Rolling) => bindAll({ ...params }),
    (row) => dateOrNull(row["at"]),
  ),

  /** Counters that are not the sum of their ledger entries (and sums without a counter); empty when all agree. */
  "budget.mismatches": all(
    `WITH ledger AS (SELECT budget, subject, "window", sum(delta) AS total FROM BudgetEntry WHERE "window" IS NOT NULL GROUP BY 1, 2, 3)
     SELECT c.budget, c.subject, c."window", c.consumed AS counted, coalesce(l.total, 0) AS summed
       FROM BudgetCounter c LEFT JOIN ledger l ON l.budget = c.budget AND l.subject = c.subject AND l."window" = c."window"
      WHERE c.consumed <> coalesce(l.total, 0)
     UNION ALL
     SELECT l.budget, l.subject, l."window", 0, l.total FROM ledger l
      WHERE l.total <> 0 AND NOT EXISTS (SELECT 1 FROM BudgetCounter c WHERE c.budget = l.budget AND c.subject = l.subject AND c."window" = l."window")
     LIMIT 100`,
    (params: Record<string, never>) => bindAll(params),
    (row) => ({
      budget: textOf(row["budget"]),
      subject: textOf(row["subject"]),
      window: textOf(row["window"]),
      counted: bigintOf(row["counted"]),
      summed: bigintOf(row["summed"]),
    }),
  ),
};
