import type { Connection } from "./connection.server.ts";

export type ColumnKind = "text" | "integer" | "bigint" | "boolean" | "datetime" | "real";
export type SqlValue = string | number | bigint | null;

export interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ColumnKind>;
  readonly key: ReadonlySet<string>;
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  TEXT: "text",
  INTEGER: "integer",
  BIGINT: "bigint",
  BOOLEAN: "boolean",
  DATETIME: "datetime",
  REAL: "real",
};

const MAX_INT = 2_147_483_647;

/** Columns of a table as declared in the database. Throws for an unknown table or an unknown kind of column. */
export function describeTable(connection: Connection, name: string): Table {
  const rows = connection.prepare("SELECT name, type, pk FROM pragma_table_info(?)").all(name) as { name: string; type: string; pk: bigint }[];
  if (rows.length === 0) throw new Error(`No table ${name}`);
  const columns = new Map<string, ColumnKind>();
  for (const row of rows) {
    const kind = KINDS[row.type.toUpperCase()];
    if (kind === undefined) throw new Error(`${name}.${row.name} has the unknown type ${row.type}`);
    columns.set(row.name, kind);
  }
  return { name, columns, key: new Set(rows.filter((row) => row.pk > 0n).map((row) => row.name)) };
}

export function kindOf(table: Table, column: string): ColumnKind {
  const kind = table.columns.get(column);
  if (kind === undefined) throw new Error(`No column ${table.name}.${column}`);
  return kind;
}

/** A value as it is bound to a parameter. Throws a TypeError when it does not fit its column; the value is not named. */
export function toSql(table: Table, column: string, value: unknown): SqlValue {
  const kind = kindOf(table, column);
  if (value === null) return null;
  switch (kind) {
    case "text":
      if (typeof value === "string") return value;
      break;
    case "integer":
      if (typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= MAX_INT) return value;
      break;
    case "real":
      if (typeof value === "number" && Number.isFinite(value)) return value;
      break;
    case "bigint":
      if (typeof value === "bigint") return value;
      break;
    case "boolean":
      if (typeof value === "boolean") return value ? 1 : 0;
      break;
    case "datetime":
      if (value instanceof Date && Number.isInteger(value.getTime())) return BigInt(value.getTime());
      break;
  }
  throw new TypeError(`${table.name}.${column} takes ${kind}, not ${value instanceof Date ? "an invalid date" : typeof value}`);
}

/** A stored value as the gateway gives it; integers arrive as bigint. */
export function fromSql(kind: ColumnKind, value: unknown): unknown {
  if (value === null || kind === "text" || kind === "bigint") return value;
  const number = Number(value);
  if (kind === "datetime") return new Date(number);
  return kind === "boolean" ? number !== 0 : number;
}
