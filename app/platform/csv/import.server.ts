import { setImmediate as othersTurn } from "node:timers/promises";
import { transaction, type Tx } from "../transaction.server.ts";
import { readCsv, type CsvFault, type CsvRow, type CsvShape } from "./read.server.ts";
import type { CsvSource } from "./source.server.ts";

/** What one row did, or would do. */
export type RowEffect = "added" | "changed" | "unchanged";

export type Complain = (column: string | null, code: string, params?: Readonly<Record<string, unknown>>) => void;

/** A kind of file: how its rows are read, told apart and written. */
export interface CsvImport<Row> extends CsvShape {
  /** Cells as a row, or null after complaining of every cell that is wrong. Pure. */
  readonly read: (cells: CsvRow["cells"], complain: Complain) => Row | null;
  /** The natural key: a second row of the same key is a fault. */
  readonly keyOf: (row: Row) => string;
  /** The column a repeated key is complained of. */
  readonly keyColumn: string;
  /** Writes one row; what the database knows better is complained of. */
  readonly write: (tx: Tx, row: Row, complain: Complain) => Promise<RowEffect>;
  /** A second pass over all rows, for what may refer to a later row; answers true when it changed the row. */
  readonly relate?: (tx: Tx, row: Row, complain: Complain) => Promise<boolean>;
  /** After all rows, in the same transaction: the audit event. Not called on a dry run. */
  readonly finish: (tx: Tx, counts: ImportCounts & { readonly digest: string }) => Promise<void>;
}

export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What an import did, or on a dry run would do. With any fault nothing is written. */
export interface ImportReport extends ImportCounts {
  readonly ok: boolean;
  readonly dryRun: boolean;
  /** At most {@link MAX_FAULTS}, in order of line. */
  readonly faults: readonly CsvFault[];
  readonly faultCount: number;
}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Told how many rows are written, a few hundred at a time. */
  readonly onProgress?: (rows: number, of: number) => void;
}

export const MAX_FAULTS = 10_000;
/** One transaction writes the whole file. */
const LIMIT_MS = 600_000;

class Faults {
  readonly list: CsvFault[] = [];
  count = 0;
  add(fault: CsvFault): void {
    this.count += 1;
    if (this.list.length < MAX_FAULTS) this.list.push(fault);
  }
  at(line: number): Complain {
    return (column, code, params) => this.add({ line, column, code, ...(params === undefined ? {} : { params }) });
  }
}

/**
 * Reads a whole file, checks every row, and writes all rows in one transaction or none. A dry run does the same and rolls
 * back. Repeating a file changes nothing. Memory stays bounded: rows are read again rather than kept.
 */
export async function importCsv<Row>(source: CsvSource, kind: CsvImport<Row>, { dryRun, onProgress }: ImportOptions): Promise<ImportReport> {
  const faults = new Faults();
  const firstLine = new Map<string, number>();
  const file = await readCsv(
    source,
    kind,
    ({ line, cells }) => {
      const row = kind.read(cells, faults.at(line));
      if (row === null) return;
      const key = kind.keyOf(row);
      const first = firstLine.get(key);
      if (first === undefined) firstLine.set(key, line);
      else faults.add({ line, column: kind.keyColumn, code: "csv_repeated_row", params: { line: first } });
    },
    (fault) => faults.add(fault),
  );
  const counts = { rows: file.rows, added: 0, changed: 0, unchanged: 0 };
  const report = (): ImportReport => ({
    ...counts,
    ok: faults.count === 0,
    dryRun,
    faults: faults.list.sort((a, b) => a.line - b.line),
    faultCount: faults.count,
  });
  if (faults.count > 0) return report();

  const effects = new Map<number, RowEffect>();
  const pass = async (tx: Tx, step: (tx: Tx, row: Row, line: number) => Promise<void>): Promise<void> => {
    for (const rows of file.stretches()) {
      for (const { line, cells } of rows) {
        const row = kind.read(cells, () => undefined);
        if (row !== null) await step(tx, row, line);
      }
      onProgress?.(effects.size, file.rows);
      // Writers wait for the whole file; whoever reads is served in between.
      await othersTurn();
    }
  };
  const stays = () => faults.count === 0 && !dryRun;
  await transaction(
    async (tx) => {
      await pass(tx, async (_tx, row, line) => {
        effects.set(line, await kind.write(tx, row, faults.at(line)));
      });
      const { relate } = kind;
      if (relate !== undefined && faults.count === 0) {
        await pass(tx, async (_tx, row, line) => {
          if ((await relate(tx, row, faults.at(line))) && effects.get(line) === "unchanged") effects.set(line, "changed");
        });
      }
      for (const effect of effects.values()) counts[effect] += 1;
      if (stays() && counts.added + counts.changed > 0) await kind.finish(tx, { ...counts, digest: file.digest });
    },
    { limitMs: LIMIT_MS, keep: stays },
  );
  return report();
}
