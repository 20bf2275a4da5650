import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { BusyError, sqliteCode } from "./busy.server.ts";
import { connections, inside, type Connections, type TransactionScope } from "./connections.server.ts";
import { createTx, type Tx } from "./tx.server.ts";
import { readFrom, type ReadStatement } from "./prepared.server.ts";

export type { ReadStatement } from "./prepared.server.ts";
export type { StatementName, StatementParams, StatementResult } from "./statements.server.ts";
export type { Insert, ListOptions, Row, TableName, TableRows, Where } from "./table-types.server.ts";
export type { Tx } from "./tx.server.ts";

/** How long a transaction waits for its turn, and then how long it may take, in milliseconds. */
const WAIT_MS = 5_000;
const LIMIT_MS = 10_000;

async function begin(open: Connections, deadline: number): Promise<void> {
  for (;;) {
    try {
      open.writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      const code = sqliteCode(error);
      if (code === null || !code.startsWith("SQLITE_BUSY")) throw translate(error);
      if (performance.now() >= deadline) throw new BusyError("locked", { cause: error });
    }
    await sleep(randomInt(5, 35));
  }
}

function translate(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === "SQLITE_FULL") return new BusyError("full", { cause: error });
  if (code !== null && code.startsWith("SQLITE_BUSY")) return new BusyError("locked", { cause: error });
  return error;
}

async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BusyError("timeout")), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function rollBack(open: Connections): void {
  // SQLite ends the transaction by itself on some errors (disk full); ROLLBACK would then fail and hide the cause.
  if (open.writer.inTransaction) open.writer.exec("ROLLBACK");
}

interface TransactionOptions<T> {
  readonly waitMs?: number;
  readonly limitMs?: number;
  /** Whether what the work wrote stays. False: it is rolled back and its result answered all the same, as a dry run needs. */
  readonly keep?: (result: T) => boolean;
}

async function runWork<T>(open: Connections, work: (tx: Tx) => Promise<T>, { limitMs = LIMIT_MS, keep = () => true }: TransactionOptions<T>): Promise<T> {
  const scope: TransactionScope = { open: true };
  try {
    const result = await withinLimit(
      inside.run(scope, () => work(createTx(open, scope))),
      limitMs,
    );
    scope.open = false;
    if (!open.writer.inTransaction) throw new Error("The database ended the transaction before its commit");
    if (keep(result)) open.writer.exec("COMMIT");
    else rollBack(open);
    return result;
  } catch (error) {
    scope.open = false;
    rollBack(open);
    throw translate(error);
  }
}

/**
 * Runs `work` alone on the writer, from BEGIN IMMEDIATE to COMMIT (ROLLBACK where `keep` refuses its result); any throw
 * rolls everything back and is rethrown.
 * Inside, await nothing but calls of `tx`: others wait meanwhile. Throws BusyError when the turn does not come within
 * five seconds, the disk is full, or the work takes longer than `limitMs` (ten seconds unless told). Never nests.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions<T> = {}): Promise<T> {
  if (inside.getStore()?.open === true) throw new Error("A transaction inside a transaction: hand the outer tx on");
  const open = connections();
  const deadline = performance.now() + (options.waitMs ?? WAIT_MS);
  const release = await open.lock.acquire(deadline);
  try {
    if (!open.writer.open) throw new Error("The database was closed");
    await begin(open, deadline);
    return await runWork(open, work, options);
  } finally {
    release();
  }
}

/** Answers a reading statement from its cached form on a read connection: what is committed, without waiting for writers. */
export const readHot: ReadStatement = (name, params) => readFrom(connections().hot)(name, params);
