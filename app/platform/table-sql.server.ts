import { fromSql, kindOf, toSql, type SqlValue, type Table } from "./columns.server.ts";

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

type Values = Readonly<Record<string, unknown>>;

const quote = (name: string): string => `"${name}"`;

function jsonList(values: readonly SqlValue[]): string {
  return `[${values.map((value) => (typeof value === "string" ? JSON.stringify(value) : String(value))).join(",")}]`;
}

function given(table: Table, row: Values): string[] {
  return Object.keys(row).filter((column) => {
    kindOf(table, column);
    return row[column] !== undefined;
  });
}

/** The WHERE part; undefined values are refused, an empty condition too where `everything` is false. */
export function whereSql(table: Table, where: Values, everything: boolean): Sql {
  const columns = Object.keys(where);
  if (columns.length === 0) {
    if (!everything) throw new TypeError(`${table.name}: an empty condition would concern every row`);
    return { text: "", values: [] };
  }
  const values: SqlValue[] = [];
  const parts = columns.map((column) => {
    const value = where[column];
    if (value === undefined) throw new TypeError(`${table.name}.${column} is undefined in a condition`);
    kindOf(table, column);
    if (value === null) return `${quote(column)} IS NULL`;
    if (!Array.isArray(value)) {
      values.push(toSql(table, column, value));
      return `${quote(column)} = ?`;
    }
    const list = value.map((entry) => toSql(table, column, entry));
    if (list.includes(null)) throw new TypeError(`${table.name}.${column}: null cannot be one of a list`);
    values.push(jsonList(list));
    return `${quote(column)} IN (SELECT value FROM json_each(?))`;
  });
  return { text: ` WHERE ${parts.join(" AND ")}`, values };
}

/** INSERT of the columns given; undefined ones are left to their defaults. */
export function insertSql(table: Table, row: Values): Sql {
  const columns = given(table, row);
  if (columns.length === 0) throw new TypeError(`${table.name}: a row without columns`);
  return {
    text: `INSERT INTO ${quote(table.name)} (${columns.map(quote).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    values: columns.map((column) => toSql(table, column, row[column])),
  };
}

/** UPDATE; undefined in `set` is refused: null empties a column, leaving it out keeps it. */
export function updateSql(table: Table, where: Values, set: Values): Sql {
  const columns = Object.keys(set);
  if (columns.length === 0) throw new TypeError(`${table.name}: nothing to set`);
  const values = columns.map((column) => {
    if (set[column] === undefined) throw new TypeError(`${table.name}.${column} is undefined: leave it out or set null`);
    return toSql(table, column, set[column]);
  });
  const condition = whereSql(table, where, false);
  return {
    text: `UPDATE ${quote(table.name)} SET ${columns.map((column) => `${quote(column)} = ?`).join(", ")}${condition.text}`,
    values: [...values, ...condition.values],
  };
}

/** INSERT that updates the row of the same key instead; a primary key is never changed, columns left out are kept. */
export function upsertSql(table: Table, key: Values, row: Values): Sql {
  const keys = Object.keys(key);
  if (keys.length === 0) throw new TypeError(`${table.name}: an upsert needs its key`);
  for (const column of keys) {
    const value = key[column];
    if (value === undefined || value === null || Array.isArray(value)) throw new TypeError(`${table.name}.${column} is no key value`);
    if (row[column] !== undefined && toSql(table, column, row[column]) !== toSql(table, column, value)) {
      throw new TypeError(`${table.name}.${column} differs between key and row`);
    }
  }
  const insert = insertSql(table, { ...row, ...key });
  const changed = given(table, row).filter((column) => !keys.includes(column) && !table.key.has(column));
  const action = changed.length === 0 ? "NOTHING" : `UPDATE SET ${changed.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(", ")}`;
  return { text: `${insert.text} ON CONFLICT (${keys.map(quote).join(", ")}) DO ${action}`, values: insert.values };
}

export function deleteSql(table: Table, where: Values): Sql {
  const condition = whereSql(table, where, false);
  return { text: `DELETE FROM ${quote(table.name)}${condition.text}`, values: condition.values };
}

export function countSql(table: Table, where: Values): Sql {
  const condition = whereSql(table, where, true);
  return { text: `SELECT count(*) AS n FROM ${quote(table.name)}${condition.text}`, values: condition.values };
}

export function selectSql(
  table: Table,
  where: Values,
  orderBy: readonly (readonly [string, "asc" | "desc"])[],
  limit: number | null,
): Sql {
  const condition = whereSql(table, where, true);
  const order = orderBy.map(([column, direction]) => {
    kindOf(table, column);
    return `${quote(column)} ${direction === "desc" ? "DESC" : "ASC"}`;
  });
  return {
    text: `SELECT * FROM ${quote(table.name)}${condition.text}${order.length > 0 ? ` ORDER BY ${order.join(", ")}` : ""}${limit === null ? "" : " LIMIT ?"}`,
    values: limit === null ? condition.values : [...condition.values, limit],
  };
}

/** A stored row as the gateway gives it. */
export function readRow(table: Table, raw: Values): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [column, kind] of table.columns) row[column] = fromSql(kind, raw[column]);
  return row;
}
