import { openConnection } from "./connection.server.ts";
import { execute } from "./prepared.server.ts";
import type { Statement, StreamStatement } from "./statements/define.server.ts";
import { simulationStatements } from "./statements/simulation.server.ts";

type Statements = typeof simulationStatements;
type Name = keyof Statements;
type Plain = { [N in Name]: Statements[N] extends Statement<never, unknown> ? N : never }[Name];
type Streamed = { [N in Name]: Statements[N] extends StreamStatement<never, unknown> ? N : never }[Name];
/** One row of a streamed answer. */
export type StreamRow<N extends Streamed> = Statements[N] extends StreamStatement<never, infer Row> ? Row : never;
type ParamsOf<N extends Name> = Parameters<Statements[N]["bind"]>[0];

/** A read connection of one's own, on one state of the database from the first to the last question. */
export interface OwnReader {
  read<N extends Plain>(name: N, params: ParamsOf<N>): ReturnType<Statements[N]["read"]>;
  /** Rows one by one. */
  each<N extends Streamed>(name: N, params: ParamsOf<N>): Generator<StreamRow<N>>;
}

/**
 * Hands a reader to `work` and closes it afterwards. It needs nothing of the process but the file, so it serves in a
 * thread of its own; the process must hold the database open meanwhile.
 */
export function withOwnReader<T>(databasePath: string, work: (reader: OwnReader) => T): T {
  const connection = openConnection(databasePath, { mayWrite: false });
  const statementOf = (name: Name) => simulationStatements[name] as unknown;
  try {
    connection.exec("BEGIN");
    return work({
      read: (name, params) => execute(connection, statementOf(name) as Statement<never, unknown>, params) as never,
      *each(name, params) {
        const { sql, bind, read } = statementOf(name) as StreamStatement<unknown, never>;
        for (const row of connection.prepare(sql).iterate(bind(params))) yield read(row as Record<string, unknown>);
      },
    });
  } finally {
    connection.close();
  }
}
