import type { PrismaClient } from "#db/generated/client.ts";
import { closeConnections, connections, inside, openConnections } from "./connections.server.ts";

/** A database file that is damaged; the message says what was found. */
export class DamagedDatabaseError extends Error {
  override name = "DamagedDatabaseError";
}

/**
 * Reads only: a write through it fails. Inside a transaction it is refused too, since it would not see what the
 * transaction wrote. Stable over closing and opening another database.
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    if (inside.getStore()?.open === true) throw new Error("db reads outside the transaction: use tx inside transaction()");
    const client = connections().reader;
    const value: unknown = Reflect.get(client, property, client);
    return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(client) : value;
  },
});

/**
 * Opens the (migrated) database; without it the one of DATABASE_URL opens at first use.
 * `check` runs quick_check first and throws DamagedDatabaseError on any finding: a server does so before it serves.
 */
export function openDatabase(options: { url?: string; check?: boolean } = {}): void {
  const opened = options.url === undefined ? connections() : openConnections(options.url);
  if (options.check !== true) return;
  let findings: unknown[];
  try {
    findings = (opened.hot.pragma("quick_check(5)") as { quick_check: unknown }[]).map((row) => row.quick_check);
  } catch (error) {
    throw new DamagedDatabaseError("The database file cannot be read: restore the newest backup with `tam restore FILE`", { cause: error });
  }
  if (findings.length === 1 && findings[0] === "ok") return;
  throw new DamagedDatabaseError(`The database file is damaged (${String(findings[0])}): restore the newest backup with \`tam restore FILE\``);
}

/** Waits for the write under way, empties the write-ahead log into the file and closes. */
export async function closeDatabase(): Promise<void> {
  await closeConnections();
}
