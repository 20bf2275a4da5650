import Database from "better-sqlite3";

export type Connection = Database.Database;

/** How long SQLite itself may wait for a lock; it blocks the event loop meanwhile, so longer waiting is done outside. */
const BUSY_TIMEOUT_MS = 25;

const SYNCHRONOUS_FULL = 2;

interface ConnectionOptions {
  readonly mayWrite: boolean;
  /** Create the file when absent; only migrating does. */
  readonly create?: boolean;
}

/** The pragmas of every connection; `query_only` keeps a reader from writing. */
function pragmasFor(mayWrite: boolean): readonly (readonly [name: string, set: string | number, expected: string | number])[] {
  return [
    ["busy_timeout", BUSY_TIMEOUT_MS, BUSY_TIMEOUT_MS],
    ["journal_mode", "WAL", "wal"],
    ["synchronous", "FULL", SYNCHRONOUS_FULL],
    ["foreign_keys", "ON", 1],
    ["trusted_schema", "OFF", 0],
    // REPLACE fires the triggers that guard against deleting
    ["recursive_triggers", "ON", 1],
    ["temp_store", "MEMORY", 2],
    ["journal_size_limit", 67_108_864, 67_108_864],
    ["query_only", mayWrite ? "OFF" : "ON", mayWrite ? 0 : 1],
  ];
}

/** Pragmas of a connection that do not hold, as `name is actual, not expected`; empty when all hold. */
export function brokenPragmas(connection: Connection, mayWrite: boolean): string[] {
  return pragmasFor(mayWrite).flatMap(([name, , expected]) => {
    const [row] = connection.pragma(name) as Record<string, unknown>[];
    const actual = row === undefined ? undefined : Object.values(row)[0];
    const value = typeof actual === "bigint" ? Number(actual) : actual;
    return value === expected ? [] : [`${name} is ${String(value)}, not ${String(expected)}`];
  });
}

/** Sets the pragmas and reads them back. Throws when one does not hold. */
export function applyPragmas(connection: Connection, mayWrite: boolean): void {
  for (const [name, set] of pragmasFor(mayWrite)) connection.pragma(`${name} = ${set}`);
  const broken = brokenPragmas(connection, mayWrite);
  if (broken.length > 0) throw new Error(`The database connection cannot be set up: ${broken.join(", ")}`);
}

/** Opens one connection to a database file with every pragma asserted; integers come back as bigint. */
export function openConnection(file: string, options: ConnectionOptions): Connection {
  const connection = new Database(file, { fileMustExist: options.create !== true, timeout: BUSY_TIMEOUT_MS });
  try {
    applyPragmas(connection, options.mayWrite);
  } catch (error) {
    connection.close();
    throw error;
  }
  connection.defaultSafeIntegers(true);
  return connection;
}
