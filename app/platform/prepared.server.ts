import type { Statement as Prepared } from "better-sqlite3";
import type { SqlValue } from "./columns.server.ts";
import type { Connection } from "./connection.server.ts";
import type { Statement } from "./statements/define.server.ts";
import { statements, type StatementName, type StatementParams, type StatementResult } from "./statements.server.ts";

/** More kinds of statement than the product has; beyond it the cache starts anew rather than grows. */
const MAX_CACHED = 1_000;

const caches = new WeakMap<Connection, Map<string, Prepared<unknown[]>>>();

/** The prepared form of a statement, made once per connection. */
export function prepared(connection: Connection, sql: string): Prepared<unknown[]> {
  let cache = caches.get(connection);
  if (cache === undefined || cache.size >= MAX_CACHED) {
    cache = new Map();
    caches.set(connection, cache);
  }
  let statement = cache.get(sql);
  if (statement === undefined) {
    statement = connection.prepare(sql);
    cache.set(sql, statement);
  }
  return statement;
}

/** Runs one of the named statements. */
export function execute(connection: Connection, statement: Statement<never, unknown>, params: unknown): unknown {
  const bound: Readonly<Record<string, SqlValue>> = statement.bind(params as never);
  const form = prepared(connection, statement.sql);
  if (statement.mode === "run") return statement.read(form.run(bound).changes);
  return statement.read(statement.mode === "get" ? form.get(bound) : form.all(bound));
}

/** Answers named statements that read. */
export type ReadStatement = <N extends StatementName>(name: N, params: StatementParams<N>) => StatementResult<N>;

/** Named statements on one connection. */
export function readFrom(connection: Connection): ReadStatement {
  return <N extends StatementName>(name: N, params: StatementParams<N>) => execute(connection, statements[name], params) as StatementResult<N>;
}
