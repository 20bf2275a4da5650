import { all, bindAll, dateOf, dateOrNull, get, numberOf, run, textOf } from "./define.server.ts";

export const empowermentStatements = {
  /** The version in force at an instant: the greatest effectiveFrom up to it, of equal ones the greatest version. */
  "policy.in-force": get(
    `SELECT version, contentHash, effectiveFrom FROM PolicyVersion
      WHERE state = 'published' AND effectiveFrom <= :at ORDER BY effectiveFrom DESC, version DESC LIMIT 1`,
    (params: { at: Date }) => bindAll({ ...params }),
    (row) => ({ version: numberOf(row["version"]), contentHash: textOf(row["contentHash"]), effectiveFrom: dateOf(row["effectiveFrom"]) }),
  ),

  /** The version that stood, or stands, before a published one: the greatest before its beginning and number. */
  "policy.before": get(
    `SELECT version FROM PolicyVersion
      WHERE state = 'published' AND (effectiveFrom < :from OR (effectiveFrom = :from AND version < :version))
      ORDER BY effectiveFrom DESC, version DESC LIMIT 1`,
    (params: { from: Date; version: number }) => bindAll({ ...params }),
    (row) => numberOf(row["version"]),
  ),

  "policy.document": get(
    "SELECT contentHash, document FROM PolicyVersion WHERE version = :version",
    (params: { version: number }) => bindAll({ ...params }),
    (row) => ({ contentHash: textOf(row["contentHash"]), document: textOf(row["document"]) }),
  ),

  "course.find": get(
    "SELECT nameVi, nameEn, minutes FROM Course WHERE code = :code",
    (params: { code: string }) => bindAll({ ...params }),
    (row) => ({ nameVi: textOf(row["nameVi"]), nameEn: textOf(row["nameEn"]), minutes: numberOf(row["minutes"]) }),
  ),

  /** Marks what the same customer brought up again for the same reason: decided in (after, upTo] and not marked yet. */
  "decision.mark-repeat-contact": run(
    `UPDATE Decision SET repeatContactAt = :at
      WHERE customerRef = :customerRef AND reason = :reason AND decidedAt > :after AND decidedAt <= :upTo
        AND repeatContactAt IS NULL AND state <> 'cancelled'`,
    (params: { at: Date; customerRef: string; reason: string; after: Date; upTo: Date }) => bindAll({ ...params }),
  ),

  /** Decisions whose customer bought something within `days` days after them, with the first such purchase. */
  "decision.bought-again": all(
    `SELECT d.id AS id, min(p.purchasedAt) AS at FROM Decision d JOIN Purchase p ON p.customerId = d.customerId
      WHERE d.boughtAgainAt IS NULL AND d.decidedAt > :after AND p.purchasedAt > d.decidedAt AND p.purchasedAt <= :upTo
      GROUP BY d.id LIMIT 1000`,
    (params: { after: Date; upTo: Date }) => bindAll({ ...params }),
    (row) => ({ id: textOf(row["id"]), at: dateOf(row["at"]) }),
  ),

  /** Decisions that wait while nobody is asked. */
  "decision.unasked": all(
    `SELECT d.id AS id FROM Decision d WHERE d.state = 'pending'
        AND NOT EXISTS (SELECT 1 FROM Approval a WHERE a.decisionId = d.id AND a.state = 'pending') ORDER BY d.decidedAt LIMIT :limit`,
    (params: { limit: number }) => bindAll({ ...params }),
    (row) => textOf(row["id"]),
  ),

  /** Open questions whose time has passed: to the next level, or, on the last level, to their end. */
  "approval.overdue": all(
    `SELECT id, decisionId, dueAt, expiresAt FROM Approval
      WHERE state = 'pending' AND ((expiresAt IS NULL AND dueAt <= :now) OR expiresAt <= :now) ORDER BY dueAt, id LIMIT :limit`,
    (params: { now: Date; limit: number }) => bindAll({ ...params }),
    (row) => ({ id: textOf(row["id"]), decisionId: textOf(row["decisionId"]), dueAt: dateOf(row["dueAt"]), expiresAt: dateOrNull(row["expiresAt"]) }),
  ),
};
