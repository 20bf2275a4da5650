import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "#db/generated/client.ts";
import { openConnection, type Connection } from "./connection.server.ts";
import { holdShared, type Release } from "./database-lock.server.ts";
import { env, databasePathOf } from "./env.server.ts";
import { WriteLock } from "./write-lock.server.ts";

/** What one open database consists of. Only files of this folder touch it: every write goes through transaction.server.ts. */
export interface Connections {
  readonly path: string;
  readonly reader: PrismaClient;
  readonly writer: Connection;
  readonly hot: Connection;
  readonly lock: WriteLock;
  readonly release: Release;
}

export interface TransactionScope {
  open: boolean;
}

interface Shared {
  current: Connections | null;
  readonly inside: AsyncLocalStorage<TransactionScope>;
}

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const sharedKey = Symbol.for("tam.platform.connections");
const holder = globalThis as { [sharedKey]?: Shared };
const shared: Shared = (holder[sharedKey] ??= { current: null, inside: new AsyncLocalStorage() });

/** The transaction this code runs in; undefined outside one. */
export const inside = shared.inside;

class ReadOnlyFactory extends PrismaBetterSQLite3 {
  override async connect(): Promise<Awaited<ReturnType<PrismaBetterSQLite3["connect"]>>> {
    const adapter = await super.connect();
    await adapter.executeScript(
      "PRAGMA busy_timeout = 250; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA query_only = ON;",
    );
    return adapter;
  }
}

/** Opens a database that is already migrated. Throws when one is open already or the file does not exist. */
export function openConnections(databaseUrl: string): Connections {
  if (shared.current !== null) throw new Error("A database is open already: close it first");
  const path = databasePathOf(databaseUrl);
  const release = holdShared(path);
  const opened: Connection[] = [];
  try {
    const writer = openConnection(path, { mayWrite: true });
    opened.push(writer);
    const hot = openConnection(path, { mayWrite: false });
    opened.push(hot);
    const reader = new PrismaClient({ adapter: new ReadOnlyFactory({ url: `file:${path}` }, { timestampFormat: "unixepoch-ms" }) });
    shared.current = { path, reader, writer, hot, lock: new WriteLock(), release };
    return shared.current;
  } catch (error) {
    for (const connection of opened) connection.close();
    release();
    throw error;
  }
}

/** The open database; opens the one of DATABASE_URL at first use. */
export function connections(): Connections {
  return shared.current ?? openConnections(env.DATABASE_URL);
}

/** Closes what is open after the transaction under way has ended. Nothing happens when none is open. */
export async function closeConnections(): Promise<void> {
  const current = shared.current;
  if (current === null) return;
  const give = await current.lock.acquire(performance.now() + 15_000).catch(() => null);
  if (shared.current !== current) {
    give?.();
    return;
  }
  shared.current = null;
  await current.reader.$disconnect();
  current.hot.close();
  if (current.writer.inTransaction) current.writer.exec("ROLLBACK");
  else current.writer.pragma("wal_checkpoint(TRUNCATE)");
  current.writer.close();
  current.release();
  give?.();
}
