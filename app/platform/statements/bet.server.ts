import { all, bindAll, dateOf, numberOf, textOf, textOrNull } from "./define.server.ts";

const ids = (list: readonly string[]) => JSON.stringify(list);

/** What judging a bet on relationships reads: what was given under a rule, and what customers bought and were given. */
export const betStatements = {
  /** What was given under a rule in [from, to), with what was known of the customer when it was decided; oldest first. */
  "bet.given": all(
    `SELECT d.customerId AS customerId, d.givenAt AS givenAt, d.approvedAmount AS amount,
            json_extract(d.facts, '$.request.customer.tier') AS tier, json_extract(d.facts, '$.request.customer.lifetimeValue.minor') AS lifetimeValue
       FROM Decision d WHERE d.rule = :rule AND (d.currency IS NULL OR d.currency = :currency) AND d.state IN ('granted', 'approved')
        AND d.givenAt >= :from AND d.givenAt < :to ORDER BY d.givenAt, d.id`,
    (params: { rule: string; currency: string; from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({
      customerId: textOrNull(row["customerId"]),
      givenAt: dateOf(row["givenAt"]),
      amount: row["amount"] === null ? null : numberOf(row["amount"]),
      tier: textOrNull(row["tier"]),
      lifetimeValue: row["lifetimeValue"] === null ? null : numberOf(row["lifetimeValue"]),
    }),
  ),

  /** Customers of some tiers (JSON null among them: of none); beyond the limit a sample by the random end of the id. */
  "bet.customers": all(
    `SELECT c.id AS id, c.tier AS tier, c.lifetimeValue AS lifetimeValue FROM Customer c
      WHERE c.erasedAt IS NULL AND EXISTS (SELECT 1 FROM json_each(:tiers) t WHERE t.value IS c.tier)
        AND (c.lifetimeValue IS NULL OR c.currency = :currency)
      ORDER BY substr(c.id, -12) LIMIT :limit`,
    ({ tiers, ...params }: { tiers: readonly (string | null)[]; currency: string; limit: number }) => bindAll({ ...params, tiers: JSON.stringify(tiers) }),
    (row) => ({ id: textOf(row["id"]), tier: textOrNull(row["tier"]), lifetimeValue: row["lifetimeValue"] === null ? null : numberOf(row["lifetimeValue"]) }),
  ),

  "bet.purchases": all(
    `SELECT p.customerId AS customerId, p.purchasedAt AS at, p.amount AS amount FROM json_each(:customers) c
       JOIN Purchase p ON p.customerId = c.value WHERE p.currency = :currency AND p.purchasedAt > :after AND p.purchasedAt <= :upTo`,
    ({ customers, ...params }: { customers: readonly string[]; currency: string; after: Date; upTo: Date }) => bindAll({ ...params, customers: ids(customers) }),
    (row) => ({ customerId: textOf(row["customerId"]), at: dateOf(row["at"]), amount: numberOf(row["amount"]) }),
  ),

  /** When customers were given anything. The plus sign keeps the index on state out of it: it would read every decision. */
  "bet.helped": all(
    `SELECT d.customerId AS customerId, d.decidedAt AS at FROM json_each(:customers) c
       JOIN Decision d ON d.customerId = c.value WHERE +d.state IN ('granted', 'approved') AND d.decidedAt > :after AND d.decidedAt <= :upTo`,
    ({ customers, ...params }: { customers: readonly string[]; after: Date; upTo: Date }) => bindAll({ ...params, customers: ids(customers) }),
    (row) => ({ customerId: textOf(row["customerId"]), at: dateOf(row["at"]) }),
  ),
};
