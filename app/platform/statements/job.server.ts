import { all, bindAll, booleanOf, dateOf, get, numberOf, run, textOf, textOrNull } from "./define.server.ts";

export const jobStatements = {
  /** Jobs that may run at `now`: due, not done, not leased to a running worker, tried less than `maxAttempts` times. */
  "job.due": all(
    `SELECT id, kind, uniqueKey, payload, runAt, attempts FROM Job
      WHERE doneAt IS NULL AND runAt <= :now AND (lockedUntil IS NULL OR lockedUntil <= :now) AND attempts < :maxAttempts
      ORDER BY runAt, id LIMIT :limit`,
    (params: { now: Date; maxAttempts: number; limit: number }) => bindAll({ ...params }),
    (row) => ({
      id: textOf(row["id"]),
      kind: textOf(row["kind"]),
      uniqueKey: textOrNull(row["uniqueKey"]),
      payload: textOf(row["payload"]),
      runAt: dateOf(row["runAt"]),
      attempts: numberOf(row["attempts"]),
    }),
  ),

  /** Whether a job of this key is there, run or not. */
  "job.planned": get(
    "SELECT count(*) AS present FROM Job WHERE uniqueKey = :uniqueKey",
    (params: { uniqueKey: string }) => bindAll({ ...params }),
    (row) => booleanOf(row["present"]),
  ),

  /** Guarded claim: 1 when this worker has the job now, 0 when another one took it. The attempt counts from here on. */
  "job.claim": run(
    `UPDATE Job SET lockedUntil = :until, attempts = attempts + 1
      WHERE id = :id AND doneAt IS NULL AND attempts = :attempts AND runAt <= :now AND (lockedUntil IS NULL OR lockedUntil <= :now)`,
    (params: { id: string; attempts: number; now: Date; until: Date }) => bindAll({ ...params }),
  ),
};

export const outboxStatements = {
  /** Messages to try at `now`, oldest first. */
  "outbox.due": all(
    `SELECT id, recipient, payload, attempts FROM OutboxMessage
      WHERE sentAt IS NULL AND nextTryAt <= :now AND attempts < :maxAttempts ORDER BY nextTryAt, id LIMIT :limit`,
    (params: { now: Date; maxAttempts: number; limit: number }) => bindAll({ ...params }),
    (row) => ({ id: textOf(row["id"]), recipient: textOf(row["recipient"]), payload: textOf(row["payload"]), attempts: numberOf(row["attempts"]) }),
  ),

  /** Guarded claim: 1 when this process sends the message now. */
  "outbox.claim": run(
    `UPDATE OutboxMessage SET nextTryAt = :until, attempts = attempts + 1
      WHERE id = :id AND sentAt IS NULL AND attempts = :attempts AND nextTryAt <= :now`,
    (params: { id: string; attempts: number; now: Date; until: Date }) => bindAll({ ...params }),
  ),
};
