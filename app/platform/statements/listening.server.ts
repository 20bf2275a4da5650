import { all, bindAll, dateOf, numberOf, textOf } from "./define.server.ts";

export const listeningStatements = {
  /** Customers a colleague has met: decided for, noted something about, promised something to. */
  "listening.met": all(
    `SELECT customerId AS id FROM Decision WHERE personId = :personId AND customerId IS NOT NULL
      UNION SELECT customerId FROM CustomerNote WHERE byId = :personId
      UNION SELECT customerId FROM CustomerPromise WHERE keeperId = :personId`,
    (params: { personId: string }) => bindAll({ ...params }),
    (row) => textOf(row["id"]),
  ),

  /** How much was heard at each touchpoint, and when last. */
  "listening.heard": all(
    "SELECT touchpointCode AS code, count(*) AS count, max(receivedAt) AS lastAt FROM Feedback WHERE touchpointCode IS NOT NULL GROUP BY 1",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({ code: textOf(row["code"]), count: numberOf(row["count"]), lastAt: dateOf(row["lastAt"]) }),
  ),
};
