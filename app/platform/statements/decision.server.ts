import { all, bigintOf, bindAll, dateOf, dateOrNull, get, numberOf, textOf } from "./define.server.ts";

export const decisionStatements = {
  /**
   * Minor units granted or approved in the same case for one group of gestures: the same case reference, or the same
   * customer and order decided in (after, upTo]; each decision once, cancelled ones never. Null references match nothing.
   */
  "decision.caseTotal": get(
    // The plus signs keep the index on state out of it: it would read every granted decision.
    `SELECT coalesce(sum(approvedAmount), 0) AS total FROM (
        SELECT id, approvedAmount FROM Decision
         WHERE caseRef = :caseRef AND caseGroup = :caseGroup AND +state IN ('granted', 'approved') AND approvedAmount IS NOT NULL
        UNION
        SELECT id, approvedAmount FROM Decision
         WHERE customerRef = :customerRef AND orderRef = :orderRef AND caseGroup = :caseGroup
           AND decidedAt > :after AND decidedAt <= :upTo AND +state IN ('granted', 'approved') AND approvedAmount IS NOT NULL)`,
    (params: {
      caseRef: string | null;
      caseGroup: string;
      customerRef: string | null;
      orderRef: string | null;
      /** now − 24 h, exclusive */
      after: Date;
      upTo: Date;
    }) => bindAll({ ...params }),
    (row) => bigintOf(row["total"]),
  ),

  /** When the newest decision but `skip` was taken. */
  "decision.nth-newest": get(
    "SELECT decidedAt FROM Decision ORDER BY decidedAt DESC LIMIT 1 OFFSET :skip",
    (params: { skip: number }) => bindAll({ ...params }),
    (row) => dateOf(row["decidedAt"]),
  ),

  /** By gesture, the most ever given to one case in a currency. */
  "decision.largest-given": all(
    "SELECT gesture, max(approvedAmount) AS amount FROM Decision WHERE currency = :currency AND approvedAmount IS NOT NULL AND state IN ('granted', 'approved') GROUP BY gesture",
    (params: { currency: string }) => bindAll({ ...params }),
    (row) => ({ gesture: textOf(row["gesture"]), amount: numberOf(row["amount"]) }),
  ),

  /**
   * What was decided about what a customer came with, cancelled ones left out: what waits, and what last changed after
   * an instant.
   */
  "decision.remedies": all(
    // The plus sign keeps the index on state out of it: it would read everything that waits.
    `SELECT state, decidedAt, closedAt, givenAt, result, resultAt FROM Decision
      WHERE customerId = :customerId AND proactive = 0 AND +state <> 'cancelled'
        AND (+state = 'pending' OR coalesce(resultAt, givenAt, closedAt, decidedAt) > :after)`,
    (params: { customerId: string; after: Date }) => bindAll({ ...params }),
    (row) => ({
      state: textOf(row["state"]),
      decidedAt: dateOf(row["decidedAt"]),
      closedAt: dateOrNull(row["closedAt"]),
      givenAt: dateOrNull(row["givenAt"]),
      result: row["result"] as "resolved" | "partly" | "unresolved" | null,
      resultAt: dateOrNull(row["resultAt"]),
    }),
  ),

  /** Takes the next number of a sequence, from 1 on, without gaps as long as the transaction commits. */
  "sequence.next": get(
    `INSERT INTO NumberSequence (name, "next") VALUES (:name, 2)
     ON CONFLICT (name) DO UPDATE SET "next" = NumberSequence."next" + 1 RETURNING "next" - 1 AS taken`,
    (params: { name: string }) => bindAll({ ...params }),
    (row) => numberOf(row["taken"]),
  ),
};
