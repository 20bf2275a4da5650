import { all, bindAll, booleanOf, dateOf, get, numberOf, textOf, textOrNull } from "./define.server.ts";

export const auditStatements = {
  /** Last event of the chain; null while it is empty. */
  "audit.head": get(
    "SELECT seq, hash FROM AuditEvent ORDER BY seq DESC LIMIT 1",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({ seq: numberOf(row["seq"]), hash: textOf(row["hash"]) }),
  ),

  /** Events after `after` in order, at most `limit`, as the chain is verified. */
  "audit.page": all(
    `SELECT seq, at, type, schema, actorId, via, requestId, address, subjectKind, subjectId, data, prevHash, hash
       FROM AuditEvent WHERE seq > :after ORDER BY seq LIMIT :limit`,
    (params: { after: number; limit: number }) => bindAll({ ...params }),
    (row) => ({
      seq: numberOf(row["seq"]),
      at: dateOf(row["at"]),
      type: textOf(row["type"]),
      schema: numberOf(row["schema"]),
      actorId: textOrNull(row["actorId"]),
      via: textOrNull(row["via"]),
      requestId: textOrNull(row["requestId"]),
      address: textOrNull(row["address"]),
      subjectKind: textOf(row["subjectKind"]),
      subjectId: textOf(row["subjectId"]),
      data: textOf(row["data"]),
      prevHash: textOf(row["prevHash"]),
      hash: textOf(row["hash"]),
    }),
  ),

  /** Personal values of events in (after, upTo], in order. */
  "audit.personalValues": all(
    "SELECT seq, field, salt, value FROM AuditPersonalValue WHERE seq > :after AND seq <= :upTo ORDER BY seq, field",
    (params: { after: number; upTo: number }) => bindAll({ ...params }),
    (row) => ({ seq: numberOf(row["seq"]), field: textOf(row["field"]), salt: textOrNull(row["salt"]), value: textOrNull(row["value"]) }),
  ),

  /** Signed checkpoints in order. */
  "audit.checkpoints": all(
    "SELECT seq, hash, at, signature FROM AuditCheckpoint ORDER BY seq",
    (params: Record<string, never>) => bindAll(params),
    (row) => ({ seq: numberOf(row["seq"]), hash: textOf(row["hash"]), at: dateOf(row["at"]), signature: textOf(row["signature"]) }),
  ),

  /** Whether a trigger of this name guards the database. */
  "guard.exists": get(
    "SELECT count(*) AS present FROM sqlite_master WHERE type = 'trigger' AND name = :name",
    (params: { name: string }) => bindAll({ ...params }),
    (row) => booleanOf(row["present"]),
  ),
};
