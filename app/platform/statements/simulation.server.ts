import { all, bindAll, booleanOf, dateOf, dateOrNull, each, get, numberOf, textOf, textOrNull, type Raw } from "./define.server.ts";

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));

/**
 * What is replayed of a recorded decision, with the answer that approved it. The plus sign keeps the index on state out
 * of it: it would read every approval for each decision.
 */
const DECISION = `SELECT d.id, d.number, d.personId, d.managerId, d.siteCode, d.departmentCode, d.amount, d.caseRef, d.customerRef, d.orderRef,
       d.facts, d.policyVersion, d.rule, d.role, d.outcome, d.state, d.reasonCode, d.decidedAt, d.closedAt, d.approvedAmount,
       a.approverId, p.managerId AS approverManagerId, a.kind AS approvalKind, a.answeredAt, a.amount AS answeredAmount, a.explanation AS answer,
       d.caseRef IS NOT NULL AND EXISTS (SELECT 1 FROM Decision l WHERE l.caseRef = d.caseRef AND l.sequence > d.sequence) AS caseGoesOn
  FROM Decision d
  LEFT JOIN Approval a ON d.outcome = 'escalated' AND a.decisionId = d.id AND +a.state = 'approved'
  LEFT JOIN Person p ON p.id = a.approverId`;

const decision = (row: Raw) => ({
  id: textOf(row["id"]),
  number: textOf(row["number"]),
  personId: textOf(row["personId"]),
  managerId: textOrNull(row["managerId"]),
  siteCode: textOrNull(row["siteCode"]),
  departmentCode: textOrNull(row["departmentCode"]),
  amount: numberOrNull(row["amount"]),
  caseRef: textOrNull(row["caseRef"]),
  customerRef: textOrNull(row["customerRef"]),
  orderRef: textOrNull(row["orderRef"]),
  facts: textOf(row["facts"]),
  policyVersion: numberOf(row["policyVersion"]),
  rule: textOrNull(row["rule"]),
  role: textOrNull(row["role"]),
  outcome: textOf(row["outcome"]),
  state: textOf(row["state"]),
  reasonCode: textOf(row["reasonCode"]),
  decidedAt: dateOf(row["decidedAt"]),
  closedAt: dateOrNull(row["closedAt"]),
  caseGoesOn: booleanOf(row["caseGoesOn"]),
  approval:
    row["approverId"] === null
      ? null
      : {
          approverId: textOf(row["approverId"]),
          managerId: textOrNull(row["approverManagerId"]),
          kind: textOf(row["approvalKind"]),
          answeredAt: dateOf(row["answeredAt"]),
          amount: numberOrNull(row["answeredAmount"]),
          /** JSON: verdict and version it was answered by. */
          answer: textOrNull(row["answer"]),
        },
});

const imported = (row: Raw) => ({
  sourceId: textOf(row["sourceId"]),
  decidedAt: dateOf(row["decidedAt"]),
  actorEmail: textOrNull(row["actorEmail"]),
  gesture: textOf(row["gesture"]),
  reason: textOf(row["reason"]),
  channel: textOf(row["channel"]),
  amount: numberOrNull(row["amount"]),
  currency: textOrNull(row["currency"]),
  customerRef: textOrNull(row["customerRef"]),
  customerTier: textOrNull(row["customerTier"]),
  customerLifetimeValue: numberOrNull(row["customerLifetimeValue"]),
  orderRef: textOrNull(row["orderRef"]),
  orderValue: numberOrNull(row["orderValue"]),
  daysSincePurchase: numberOrNull(row["daysSincePurchase"]),
  outcome: textOf(row["outcome"]),
  approverEmail: textOrNull(row["approverEmail"]),
  approvedAmount: numberOrNull(row["approvedAmount"]),
  caseRef: textOrNull(row["caseRef"]),
});

interface Period {
  readonly from: Date;
  /** exclusive */
  readonly to: Date;
}

/** What a thread reads that replays past cases; long answers come row by row. */
export const simulationStatements = {
  /** Documents of the versions that were ever published. */
  "policy.published-documents": all(
    "SELECT version, document FROM PolicyVersion WHERE state = 'published' ORDER BY version",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({ version: numberOf(row["version"]), document: textOf(row["document"]) }),
  ),

  "simulation.count-recorded": get(
    "SELECT count(*) AS cases FROM Decision WHERE decidedAt >= :from AND decidedAt < :to",
    (params: Period) => bindAll({ ...params }),
    (row) => numberOf(row["cases"]),
  ),

  "simulation.count-imported": get(
    "SELECT count(*) AS cases FROM PastCase WHERE decidedAt >= :from AND decidedAt < :to",
    (params: Period) => bindAll({ ...params }),
    (row) => numberOf(row["cases"]),
  ),

  /** Decisions in order of time, of one instant in the order they were recorded. */
  "simulation.recorded": each(`${DECISION} WHERE d.decidedAt >= :from AND d.decidedAt < :to ORDER BY d.decidedAt, d.sequence`, (params: Period) => bindAll({ ...params }), decision),

  /** Decisions from before `from` that still count: approved since, or of a case that has a decision from `start` up to `to`. */
  "simulation.earlier": each(
    `${DECISION} WHERE d.decidedAt < :from
       AND (d.id IN (SELECT decisionId FROM Approval WHERE state = 'approved' AND answeredAt >= :from)
         OR d.caseRef IN (SELECT caseRef FROM Decision WHERE decidedAt >= :start AND decidedAt < :to AND caseRef IS NOT NULL))
     ORDER BY d.decidedAt, d.sequence`,
    (params: Period & { readonly start: Date }) => bindAll({ ...params }),
    decision,
  ),

  /** How the escalations of a period ended. */
  "simulation.answers": each(
    `SELECT d.rule, d.state, d.siteCode, d.decidedAt, d.closedAt, a.answeredAt FROM Decision d
       LEFT JOIN Approval a ON a.decisionId = d.id AND +a.state = 'approved'
      WHERE d.decidedAt >= :from AND d.decidedAt < :to AND d.outcome = 'escalated'`,
    (params: Period) => bindAll({ ...params }),
    (row) => ({
      rule: textOrNull(row["rule"]),
      state: textOf(row["state"]),
      siteCode: textOrNull(row["siteCode"]),
      decidedAt: dateOf(row["decidedAt"]),
      closedAt: dateOrNull(row["closedAt"]),
      answeredAt: dateOrNull(row["answeredAt"]),
    }),
  ),

  /** Cases of another system, in order of time. */
  "simulation.imported": each("SELECT * FROM PastCase WHERE decidedAt < :to ORDER BY decidedAt, sourceId", (params: { to: Date }) => bindAll({ ...params }), imported),

  /** Everybody whom cases of another system name. */
  "simulation.imported-emails": all(
    "SELECT actorEmail AS email FROM PastCase WHERE actorEmail IS NOT NULL UNION SELECT approverEmail FROM PastCase WHERE approverEmail IS NOT NULL",
    (params: Record<string, never>) => bindAll(params),
    (row) => textOf(row["email"]),
  ),

  "simulation.imported-answers": each(
    "SELECT outcome, approverEmail, approvedAmount FROM PastCase WHERE decidedAt >= :from AND decidedAt < :to AND outcome NOT IN ('granted', 'refused')",
    (params: Period) => bindAll({ ...params }),
    (row) => ({ outcome: textOf(row["outcome"]), approverEmail: textOrNull(row["approverEmail"]), approvedAmount: numberOrNull(row["approvedAmount"]) }),
  ),
};
