import { all, bindAll, textOf } from "./define.server.ts";

export const listeningStatements = {
  /** Customers a colleague has met: decided for, noted something about, promised something to. */
  "listening.met": all(
    `SELECT customerId AS id FROM Decision WHERE personId = :personId AND customerId IS NOT NULL
      UNION SELECT customerId FROM CustomerNote WHERE byId = :personId
      UNION SELECT customerId FROM CustomerPromise WHERE keeperId = :personId`,
    (params: { personId: string }) => bindAll({ ...params }),
    (row) => textOf(row["id"]),
  ),
};
