import { all, bindAll, dateOf, numberOf, textOf, textOrNull } from "./define.server.ts";

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

  /** What customers answered in [from, to), by department and site: groups of the net score, satisfied of rated, understood of asked. */
  "listening.day-counts": all(
    `SELECT departmentCode AS department, siteCode AS site,
            sum(nps >= 9) AS promoters, sum(nps BETWEEN 7 AND 8) AS passives, sum(nps <= 6) AS detractors,
            sum(csat IS NOT NULL) AS rated,
            sum(csat IS NOT NULL AND csat >= csatPoints - CASE WHEN csatPoints <= 3 THEN 0 WHEN csatPoints <= 7 THEN 1 ELSE 2 END) AS satisfied,
            sum(understood IS NOT NULL) AS asked, sum(coalesce(understood, '') = 'yes') AS understood
       FROM Feedback WHERE receivedAt >= :from AND receivedAt < :to GROUP BY 1, 2`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({
      department: textOrNull(row["department"]),
      site: textOrNull(row["site"]),
      promoters: numberOf(row["promoters"] ?? 0),
      passives: numberOf(row["passives"] ?? 0),
      detractors: numberOf(row["detractors"] ?? 0),
      rated: numberOf(row["rated"]),
      satisfied: numberOf(row["satisfied"]),
      asked: numberOf(row["asked"]),
      understood: numberOf(row["understood"]),
    }),
  ),
};
