import type { SqlValue } from "../columns.server.ts";

export type Raw = Readonly<Record<string, unknown>>;
export type Binding = Readonly<Record<string, SqlValue>>;

/** run: answers the number of changed rows · get: the first row or undefined · all: every row. Integers arrive as bigint. */
export interface Statement<Params, Result> {
  readonly mode: "run" | "get" | "all";
  readonly sql: string;
  readonly bind: (params: Params) => Binding;
  readonly read: (answer: unknown) => Result;
}

const ms = (at: Date): bigint => {
  const value = at.getTime();
  if (!Number.isInteger(value)) throw new TypeError("An invalid date cannot be bound");
  return BigInt(value);
};

/** A statement whose rows are read one after the other, so that an answer may be longer than memory. */
export interface StreamStatement<Params, Row> {
  readonly mode: "each";
  readonly sql: string;
  readonly bind: (params: Params) => Binding;
  readonly read: (row: Raw) => Row;
}

/** Parameters for the database: Date → milliseconds, boolean → 0 or 1. */
export function bindAll(params: Readonly<Record<string, SqlValue | Date | boolean>>): Binding {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value instanceof Date ? ms(value) : typeof value === "boolean" ? Number(value) : value]),
  );
}

/** A statement that changes rows; answers how many. */
export function run<Params extends object>(sql: string, bind: (params: Params) => Binding): Statement<Params, number> {
  return { mode: "run", sql, bind, read: Number };
}

/** A statement that answers one row or null. */
export function get<Params extends object, Result>(
  sql: string,
  bind: (params: Params) => Binding,
  read: (row: Raw) => Result,
): Statement<Params, Result | null> {
  return { mode: "get", sql, bind, read: (row) => (row === undefined ? null : read(row as Raw)) };
}

/** A statement that answers rows. */
export function all<Params extends object, Result>(
  sql: string,
  bind: (params: Params) => Binding,
  read: (row: Raw) => Result,
): Statement<Params, Result[]> {
  return { mode: "all", sql, bind, read: (rows) => (rows as Raw[]).map(read) };
}

/** A statement that answers rows one by one. */
export function each<Params extends object, Row>(sql: string, bind: (params: Params) => Binding, read: (row: Raw) => Row): StreamStatement<Params, Row> {
  return { mode: "each", sql, bind, read };
}

export const textOf = (value: unknown): string => value as string;
export const textOrNull = (value: unknown): string | null => value as string | null;
export const numberOf = (value: unknown): number => Number(value);
export const bigintOf = (value: unknown): bigint => value as bigint;
export const dateOf = (value: unknown): Date => new Date(Number(value));
export const dateOrNull = (value: unknown): Date | null => (value === null ? null : new Date(Number(value)));
export const booleanOf = (value: unknown): boolean => Number(value) !== 0;
