import { describeTable, type Table } from "./columns.server.ts";
import type { Connections, TransactionScope } from "./connections.server.ts";
import type { Connection } from "./connection.server.ts";
import { execute, prepared } from "./prepared.server.ts";
import { statements, type StatementName, type StatementParams, type StatementResult } from "./statements.server.ts";
import { countSql, deleteSql, insertSql, readRow, selectSql, updateSql, upsertSql, whereSql, type Sql } from "./table-sql.server.ts";
import type { Insert, ListOptions, Row, TableName, Where } from "./table-types.server.ts";

/** One open transaction. Its calls end with it: kept and used later they are refused. */
export interface Tx {
  /** Adds a row; columns with a default and nullable ones may be left out. */
  insert<T extends TableName>(table: T, row: Insert<T>): Promise<void>;
  /** Sets columns of the rows that match (never an empty condition); answers how many. */
  update<T extends TableName>(table: T, where: Where<T>, set: Partial<Row<T>>): Promise<number>;
  /** Adds a row or, where one of this key (a unique index) exists, sets its columns; primary keys never change. */
  upsert<T extends TableName>(table: T, key: Where<T>, row: Insert<T>): Promise<void>;
  /** Deletes the rows that match (never an empty condition); answers how many. */
  remove<T extends TableName>(table: T, where: Where<T>): Promise<number>;
  find<T extends TableName>(table: T, where: Where<T>): Promise<Row<T> | null>;
  list<T extends TableName>(table: T, where: Where<T>, options?: ListOptions<T>): Promise<Row<T>[]>;
  count<T extends TableName>(table: T, where: Where<T>): Promise<number>;
  /** Runs a statement of statements.server.ts. */
  statement<N extends StatementName>(name: N, params: StatementParams<N>): Promise<StatementResult<N>>;
}

const tables = new WeakMap<Connection, Map<string, Table>>();

function tableOf(connection: Connection, name: string): Table {
  let known = tables.get(connection);
  if (known === undefined) tables.set(connection, (known = new Map()));
  let table = known.get(name);
  if (table === undefined) known.set(name, (table = describeTable(connection, name)));
  return table;
}

/** The calls of one transaction; each is refused once `scope` has ended. */
export function createTx(open: Connections, scope: TransactionScope): Tx {
  const writer = open.writer;

  function guard(): void {
    if (!scope.open) throw new Error("The transaction has ended: a call on its tx was not awaited or came too late");
    // After SQLite gave the transaction up by itself, going on would write outside of it.
    if (!writer.inTransaction) throw new Error("The database has already rolled this transaction back");
  }
  const table = (name: string): Table => tableOf(writer, name);
  const change = (sql: Sql): number => prepared(writer, sql.text).run(...sql.values).changes;
  const rows = (name: string, sql: Sql): Record<string, unknown>[] =>
    prepared(writer, sql.text).all(...sql.values).map((row) => readRow(table(name), row as Record<string, unknown>));

  const calls: { [K in keyof Tx]: (...args: never[]) => unknown } = {
    insert: (name: string, row: object) => void change(insertSql(table(name), row as Record<string, unknown>)),
    update: (name: string, where: object, set: object) =>
      change(updateSql(table(name), where as Record<string, unknown>, set as Record<string, unknown>)),
    upsert: (name: string, key: object, row: object) =>
      void change(upsertSql(table(name), key as Record<string, unknown>, row as Record<string, unknown>)),
    remove: (name: string, where: object) => change(deleteSql(table(name), where as Record<string, unknown>)),
    find: (name: string, where: object) => {
      whereSql(table(name), where as Record<string, unknown>, false);
      return rows(name, selectSql(table(name), where as Record<string, unknown>, [], 1))[0] ?? null;
    },
    list: (name: string, where: object, options?: { orderBy?: readonly (readonly [string, "asc" | "desc"])[]; limit?: number }) =>
      rows(name, selectSql(table(name), where as Record<string, unknown>, options?.orderBy ?? [], options?.limit ?? null)),
    count: (name: string, where: object) => {
      const sql = countSql(table(name), where as Record<string, unknown>);
      return Number((prepared(writer, sql.text).get(...sql.values) as { n: bigint }).n);
    },
    statement: (name: keyof typeof statements, params: unknown) => execute(writer, statements[name], params),
  };

  // Synchronous inside, promises outside: the same calls fit a database that answers over a network.
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      async (...args: never[]): Promise<unknown> => {
        guard();
        return call(...args);
      },
    ]),
  ) as unknown as Tx;
}
