import { bindAll, run } from "./define.server.ts";

/** At most so many rows at a time, so that the writer is held for moments only. */
const BATCH = 500;

function expired(table: string, key: string, condition: string) {
  return run(`DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${condition} LIMIT ${BATCH})`, (params: { before: Date }) => bindAll({ ...params }));
}

/** Each deletes some rows that ended before `before` and answers how many. */
export const tidyStatements = {
  "tidy.links": expired("OneTimeLink", "tokenHash", "expiresAt < :before"),
  "tidy.jobs": expired("Job", "id", "doneAt < :before"),
  "tidy.messages": expired("OutboxMessage", "id", "sentAt < :before"),
  "tidy.notifications": expired("Notification", "id", "readAt < :before"),

  /** Ends every session and one-time link, whatever its time. */
  "session.removeAll": run("DELETE FROM Session", (params: Record<string, never>) => bindAll(params)),
  "link.removeAll": run("DELETE FROM OneTimeLink WHERE usedAt IS NULL", (params: Record<string, never>) => bindAll(params)),
};
