import { all, bindAll, booleanOf, dateOf, dateOrNull, numberOf, textOf, textOrNull } from "./define.server.ts";

export const proposalStatements = {
  /**
   * Decisions of a rule that say something of its limit, newest first: decided alone, or gone up because the limit was
   * passed and closed since. Amounts are those of one currency; `caseTotal` and `orderValue` are what was known then.
   */
  "proposal.cases": all(
    `SELECT d.id AS id, d.reason AS reason, d.amount AS amount, coalesce(d.approvedAmount, 0) AS given, d.outcome AS outcome, d.state AS state,
            d.result AS result, d.decidedAt AS decidedAt, d.closedAt AS closedAt, d.siteCode AS siteCode,
            coalesce(json_extract(d.facts, '$.facts.caseTotal'), 0) AS caseTotal,
            json_extract(d.facts, '$.request.order.value.minor') AS orderValue,
            o.decisionId IS NOT NULL AS overturned
       FROM Decision d LEFT JOIN DecisionOverturn o ON o.decisionId = d.id
      WHERE d.rule = :rule AND d.decidedAt > :after AND d.decidedAt <= :upTo AND d.amount IS NOT NULL AND d.currency = :currency
        AND ((d.outcome = 'granted' AND +d.state = 'granted')
          OR (d.reasonCode IN ('over_case_limit', 'case_total_over_limit') AND +d.state IN ('approved', 'declined', 'expired')))
      ORDER BY d.decidedAt DESC LIMIT :limit`,
    (params: { rule: string; currency: string; after: Date; upTo: Date; limit: number }) => bindAll({ ...params }),
    (row) => ({
      id: textOf(row["id"]),
      reason: textOf(row["reason"]),
      amount: numberOf(row["amount"]),
      given: numberOf(row["given"]),
      outcome: textOf(row["outcome"]),
      state: textOf(row["state"]),
      result: textOrNull(row["result"]),
      decidedAt: dateOf(row["decidedAt"]),
      closedAt: dateOrNull(row["closedAt"]),
      siteCode: textOrNull(row["siteCode"]),
      caseTotal: numberOf(row["caseTotal"]),
      orderValue: row["orderValue"] === null ? null : numberOf(row["orderValue"]),
      overturned: booleanOf(row["overturned"]),
    }),
  ),

  /** Every proposal that a new search has to know of, newest first: the texts of evidence apart. */
  "proposal.known": all(
    `SELECT id, rule, reason, kind, fromLimit, toLimit, state, json_extract(evidence, '$.n') AS n, answeredAt, trialOutcome, trialEndsAt
       FROM Proposal WHERE state IN ('open', 'accepted', 'rejected') ORDER BY createdAt DESC, id DESC`,
    (_params: Record<string, never>) => ({}),
    (row) => ({
      id: textOf(row["id"]),
      rule: textOf(row["rule"]),
      reason: textOrNull(row["reason"]),
      kind: textOf(row["kind"]),
      fromLimit: numberOf(row["fromLimit"]),
      toLimit: numberOf(row["toLimit"]),
      state: textOf(row["state"]),
      n: numberOf(row["n"]),
      answeredAt: dateOrNull(row["answeredAt"]),
      trialOutcome: textOrNull(row["trialOutcome"]),
      trialEndsAt: dateOrNull(row["trialEndsAt"]),
    }),
  ),

  /** Trials that end at or before an instant and are still open. */
  "proposal.ending": all(
    `SELECT id, trialEndsAt, remindedAt FROM Proposal
      WHERE state = 'accepted' AND trialOutcome IS NULL AND trialEndsAt <= :until ORDER BY trialEndsAt, id`,
    (params: { until: Date }) => bindAll({ ...params }),
    (row) => ({ id: textOf(row["id"]), trialEndsAt: dateOf(row["trialEndsAt"]), remindedAt: dateOrNull(row["remindedAt"]) }),
  ),

  /** Published versions that begin after an instant, the earliest first. */
  "policy.coming": all(
    `SELECT version, effectiveFrom FROM PolicyVersion WHERE state = 'published' AND effectiveFrom > :after ORDER BY effectiveFrom, version`,
    (params: { after: Date }) => bindAll({ ...params }),
    (row) => ({ version: numberOf(row["version"]), effectiveFrom: dateOf(row["effectiveFrom"]) }),
  ),
};
