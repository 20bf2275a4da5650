import { all, bindAll, booleanOf, dateOf, dateOrNull, numberOf, textOf, textOrNull } from "./define.server.ts";

/** Which decisions may be counted: all, or those of the person, their team, sites or departments. */
interface CountedScope {
  readonly all: boolean;
  readonly personId: string;
  readonly team: boolean;
  readonly sites: readonly string[];
  readonly departments: readonly string[];
}

/** Decided in [from, to). */
export interface CountedSpan extends CountedScope {
  readonly from: Date;
  readonly to: Date;
}

/** Money of another currency is never added: it counts as no amount. */
interface InCurrency {
  readonly currency: string;
}

/** null: every rule. */
interface UnderRule {
  readonly rule: string | null;
}

const span = ({ sites, departments, from, to, all: everything, personId, team }: CountedSpan) => ({
  ...{ from, to, everything, personId, team, sites: JSON.stringify(sites), departments: JSON.stringify(departments) },
});

const WITHIN = `d.decidedAt >= :from AND d.decidedAt < :to
   AND (:everything = 1 OR d.personId = :personId OR (:team = 1 AND d.managerId = :personId)
        OR d.siteCode IN (SELECT value FROM json_each(:sites)) OR d.departmentCode IN (SELECT value FROM json_each(:departments)))`;
const RULE = "(:rule IS NULL OR d.rule = :rule)";
const AMOUNT = "CASE WHEN d.currency = :currency THEN d.approvedAmount END";

const numberOrNull = (value: unknown) => (value === null ? null : numberOf(value));

/** Counts and rows behind "how authority lives"; what they mean is said by domain/insights. */
export const insightStatements = {
  /** What became of decisions, by month and rule; cancelled ones are left out. A month of `months` is [from, to) in milliseconds. */
  "insights.outcomes": all(
    `SELECT m.value ->> 'key' AS month, d.rule AS rule,
            sum(d.state = 'granted') AS alone, sum(d.state = 'approved') AS approved,
            sum(d.state = 'approved' AND d.approvedAmount IS d.amount) AS inFull, sum(d.state = 'declined') AS declined,
            sum(d.state = 'returned') AS returned, sum(d.state = 'expired') AS expired, sum(d.state = 'refused') AS refused,
            sum(d.state = 'pending') AS pending, sum(o.decisionId IS NOT NULL) AS overturned,
            coalesce(sum(${AMOUNT}), 0) AS given
       FROM json_each(:months) m
       JOIN Decision d ON d.decidedAt >= m.value ->> 'from' AND d.decidedAt < m.value ->> 'to'
       LEFT JOIN DecisionOverturn o ON o.decisionId = d.id
      WHERE ${WITHIN} AND ${RULE} AND d.state <> 'cancelled'
      GROUP BY 1, 2 ORDER BY 1, 2`,
    ({ months, rule, currency, ...params }: CountedSpan & InCurrency & UnderRule & { months: readonly { key: string; from: Date; to: Date }[] }) =>
      bindAll({ ...span(params), rule, currency, months: JSON.stringify(months.map(({ key, from, to }) => ({ key, from: from.getTime(), to: to.getTime() }))) }),
    (row) => ({
      month: textOf(row["month"]),
      rule: textOrNull(row["rule"]),
      alone: numberOf(row["alone"]),
      approved: numberOf(row["approved"]),
      inFull: numberOf(row["inFull"]),
      declined: numberOf(row["declined"]),
      returned: numberOf(row["returned"]),
      expired: numberOf(row["expired"]),
      refused: numberOf(row["refused"]),
      pending: numberOf(row["pending"]),
      overturned: numberOf(row["overturned"]),
      given: numberOf(row["given"]),
    }),
  ),

  /** When what was granted or approved was decided and given. */
  "insights.times": all(
    `SELECT d.siteCode AS siteCode, d.state = 'approved' AS approved, d.decidedAt AS decidedAt, d.givenAt AS givenAt FROM Decision d
      WHERE ${WITHIN} AND ${RULE} AND d.state IN ('granted', 'approved') AND d.givenAt IS NOT NULL`,
    ({ rule, ...params }: CountedSpan & UnderRule) => bindAll({ ...span(params), rule }),
    (row) => ({ siteCode: textOrNull(row["siteCode"]), approved: booleanOf(row["approved"]), decidedAt: dateOf(row["decidedAt"]), givenAt: dateOf(row["givenAt"]) }),
  ),

  /** Every question that was put to somebody and is no longer open, with whether the decision was overturned after they approved it. */
  "insights.answers": all(
    `SELECT a.approverId AS approverId, a.state AS state, a.askedAt AS askedAt, a.answeredAt AS answeredAt, a.dueAt AS dueAt,
            d.siteCode AS siteCode, a.state = 'approved' AND o.decisionId IS NOT NULL AS overturned
       FROM Decision d JOIN Approval a ON a.decisionId = d.id LEFT JOIN DecisionOverturn o ON o.decisionId = d.id
      WHERE ${WITHIN} AND a.state IN ('approved', 'declined', 'returned', 'climbed', 'expired')`,
    (params: CountedSpan) => bindAll(span(params)),
    (row) => ({
      approverId: textOf(row["approverId"]),
      state: textOf(row["state"]) as "approved" | "declined" | "returned" | "climbed" | "expired",
      askedAt: dateOf(row["askedAt"]),
      answeredAt: dateOrNull(row["answeredAt"]),
      dueAt: dateOf(row["dueAt"]),
      siteCode: textOrNull(row["siteCode"]),
      overturned: booleanOf(row["overturned"]),
    }),
  ),

  /** Situations no rule covers, the most frequent first. */
  "insights.gaps": all(
    `SELECT d.gesture AS gesture, d.reason AS reason, d.channel AS channel, d.role AS role, count(*) AS count,
            count(DISTINCT d.personId) AS people, sum(d.state IN ('approved', 'declined')) AS answered, sum(d.state = 'approved') AS approved,
            coalesce(sum(CASE WHEN d.currency = :currency THEN d.amount END), 0) AS asked, coalesce(sum(${AMOUNT}), 0) AS given,
            max(d.decidedAt) AS last
       FROM Decision d WHERE ${WITHIN} AND d.reasonCode = 'no_rule_covers'
      GROUP BY 1, 2, 3, 4 ORDER BY count DESC, gesture, reason, channel, role LIMIT :limit`,
    ({ currency, limit, ...params }: CountedSpan & InCurrency & { limit: number }) => bindAll({ ...span(params), currency, limit }),
    (row) => ({
      gesture: textOf(row["gesture"]),
      reason: textOf(row["reason"]),
      channel: textOf(row["channel"]),
      role: textOrNull(row["role"]),
      count: numberOf(row["count"]),
      people: numberOf(row["people"]),
      answered: numberOf(row["answered"]),
      approved: numberOf(row["approved"]),
      asked: numberOf(row["asked"]),
      given: numberOf(row["given"]),
      last: dateOf(row["last"]),
    }),
  ),

  /** Cases inside somebody's authority by team, person and reason for asking: "" no reason given, null decided alone. */
  "insights.inside-authority": all(
    `SELECT d.managerId AS team, d.personId AS person, CASE WHEN d.byChoice = 1 THEN coalesce(d.escalateReason, '') END AS asked, count(*) AS count
       FROM Decision d WHERE ${WITHIN} AND (d.byChoice = 1 OR d.outcome = 'granted') AND d.state <> 'cancelled'
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    (params: CountedSpan) => bindAll(span(params)),
    (row) => ({ team: textOrNull(row["team"]), person: textOf(row["person"]), asked: textOrNull(row["asked"]), count: numberOf(row["count"]) }),
  ),

  /** Customers who were given something at least so many times, the most often first. */
  "insights.goodwill": all(
    `SELECT c.ref AS ref, c.name AS name, c.tier AS tier, count(*) AS count, coalesce(sum(${AMOUNT}), 0) AS given,
            count(DISTINCT d.reason) AS reasons, count(DISTINCT d.personId) AS people, max(d.decidedAt) AS last
       FROM Decision d JOIN Customer c ON c.id = d.customerId
      WHERE ${WITHIN} AND d.state IN ('granted', 'approved') AND d.amount IS NOT NULL AND c.erasedAt IS NULL
      GROUP BY c.id HAVING count(*) >= :least ORDER BY count DESC, given DESC, c.ref LIMIT :limit`,
    ({ currency, least, limit, ...params }: CountedSpan & InCurrency & { least: number; limit: number }) => bindAll({ ...span(params), currency, least, limit }),
    (row) => ({
      ref: textOf(row["ref"]),
      name: textOrNull(row["name"]),
      tier: textOrNull(row["tier"]),
      count: numberOf(row["count"]),
      given: numberOf(row["given"]),
      reasons: numberOf(row["reasons"]),
      people: numberOf(row["people"]),
      last: dateOf(row["last"]),
    }),
  ),

  /** Amounts within a fifth of their limit, what they waited, and what the customer did in the days after; by choice left out. */
  "insights.near-limit": all(
    `SELECT d.rule AS rule, d.amount AS amount, d."limit" AS "limit", d.siteCode AS siteCode, d.decidedAt AS decidedAt, d.closedAt AS closedAt,
            d.customerId IS NOT NULL AS known, d.repeatContactAt AS repeatContactAt,
            (SELECT coalesce(sum(p.amount), 0) FROM Purchase p WHERE p.customerId = d.customerId AND p.currency = :currency
                AND p.purchasedAt > d.decidedAt AND p.purchasedAt <= d.decidedAt + :spentWithin) AS spent
       FROM Decision d WHERE ${WITHIN} AND ${RULE} AND d.rule IS NOT NULL AND d.currency = :currency AND d."limit" > 0
        AND d.amount * 10 > d."limit" * 8 AND d.amount * 10 <= d."limit" * 12 AND d.byChoice = 0
        AND d.state NOT IN ('pending', 'cancelled', 'refused')`,
    ({ currency, rule, spentWithin, ...params }: CountedSpan & InCurrency & UnderRule & { /** milliseconds */ spentWithin: number }) =>
      bindAll({ ...span(params), currency, rule, spentWithin: BigInt(spentWithin) }),
    (row) => ({
      rule: textOf(row["rule"]),
      amount: numberOf(row["amount"]),
      limit: numberOf(row["limit"]),
      siteCode: textOrNull(row["siteCode"]),
      decidedAt: dateOf(row["decidedAt"]),
      closedAt: dateOrNull(row["closedAt"]),
      known: booleanOf(row["known"]),
      repeatContactAt: dateOrNull(row["repeatContactAt"]),
      spent: numberOf(row["spent"]),
    }),
  ),

  /** What customers were given, for which reason, of which tier, where, and how long it took. */
  "insights.care": all(
    `SELECT d.reason AS reason, json_extract(d.facts, '$.request.customer.tier') AS tier, d.siteCode AS siteCode, d.channel AS channel,
            ${AMOUNT} AS amount, d.outcome = 'escalated' AS asked, d.decidedAt AS decidedAt, d.givenAt AS givenAt
       FROM Decision d WHERE ${WITHIN} AND d.state IN ('granted', 'approved') AND d.proactive = 0`,
    ({ currency, ...params }: CountedSpan & InCurrency) => bindAll({ ...span(params), currency }),
    (row) => ({
      reason: textOf(row["reason"]),
      tier: textOrNull(row["tier"]),
      siteCode: textOrNull(row["siteCode"]),
      channel: textOf(row["channel"]),
      amount: numberOrNull(row["amount"]),
      asked: booleanOf(row["asked"]),
      decidedAt: dateOf(row["decidedAt"]),
      givenAt: dateOrNull(row["givenAt"]),
    }),
  ),

  /** Versions that are or were in force, the newest first. */
  "insights.versions": all(
    `SELECT version, effectiveFrom FROM PolicyVersion WHERE state = 'published' AND effectiveFrom <= :at
      ORDER BY effectiveFrom DESC, version DESC LIMIT :limit`,
    (params: { at: Date; limit: number }) => bindAll({ ...params }),
    (row) => ({ version: numberOf(row["version"]), effectiveFrom: dateOf(row["effectiveFrom"]) }),
  ),

  /** Everybody who decided something alone. */
  "insights.deciders": all(
    `SELECT DISTINCT d.personId AS personId FROM Decision d WHERE ${WITHIN} AND d.state = 'granted'`,
    (params: CountedSpan) => bindAll(span(params)),
    (row) => textOf(row["personId"]),
  ),

  /** What was decided in [from, to) and what became of it, by department and site; cancelled ones are left out. */
  "insights.day-counts": all(
    `SELECT departmentCode AS department, siteCode AS site, count(*) AS all_,
            sum(state IN ('granted', 'approved', 'declined', 'returned', 'expired')) AS decided, sum(state = 'granted') AS alone,
            sum(result IS NOT NULL) AS told, sum(coalesce(result, '') = 'resolved') AS resolved,
            sum(csat IS NOT NULL) AS rated, sum(coalesce(csat, 0) >= 4) AS satisfied,
            sum(state IN ('granted', 'approved') AND customerId IS NOT NULL) AS known,
            sum(state IN ('granted', 'approved') AND customerId IS NOT NULL AND repeatContactAt IS NULL) AS once
       FROM Decision WHERE decidedAt >= :from AND decidedAt < :to AND state <> 'cancelled' GROUP BY 1, 2`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({
      department: textOrNull(row["department"]),
      site: textOrNull(row["site"]),
      all: numberOf(row["all_"]),
      decided: numberOf(row["decided"]),
      alone: numberOf(row["alone"]),
      told: numberOf(row["told"]),
      resolved: numberOf(row["resolved"]),
      rated: numberOf(row["rated"]),
      satisfied: numberOf(row["satisfied"]),
      known: numberOf(row["known"]),
      once: numberOf(row["once"]),
    }),
  ),

  /** When what was granted or approved in [from, to) was decided and given. */
  "insights.day-given": all(
    `SELECT departmentCode AS department, siteCode AS site, decidedAt AS begun, givenAt AS ended FROM Decision
      WHERE decidedAt >= :from AND decidedAt < :to AND state IN ('granted', 'approved') AND givenAt IS NOT NULL`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({ department: textOrNull(row["department"]), site: textOrNull(row["site"]), begun: dateOf(row["begun"]), ended: dateOf(row["ended"]) }),
  ),

  /** When questions about what was decided in [from, to) were put and answered. */
  "insights.day-answered": all(
    `SELECT d.departmentCode AS department, d.siteCode AS site, a.askedAt AS begun, a.answeredAt AS ended FROM Decision d JOIN Approval a ON a.decisionId = d.id
      WHERE d.decidedAt >= :from AND d.decidedAt < :to AND a.state IN ('approved', 'declined', 'returned') AND a.answeredAt IS NOT NULL`,
    (params: { from: Date; to: Date }) => bindAll({ ...params }),
    (row) => ({ department: textOrNull(row["department"]), site: textOrNull(row["site"]), begun: dateOf(row["begun"]), ended: dateOf(row["ended"]) }),
  ),
};
