import type { Prisma } from "#db/generated/client.ts";

type Models = Prisma.TypeMap["model"];

/** Prisma model names, which are the table names. */
export type TableName = keyof Models & string;

/** A row as the gateway gives it: DateTime → Date, Boolean → boolean, BigInt → bigint, Int → number. */
export type Row<T extends TableName> = Models[T]["payload"]["scalars"];

/** Rows of each table by name. */
export type TableRows = { [T in TableName]: Row<T> };

type CreateInput<T extends TableName> = Models[T]["operations"]["create"]["args"]["data"];

// The create input is a union (with relations, with plain columns); a column must be given if some member requires it.
type RequiredIn<Input, Column> = Input extends unknown
  ? Column extends keyof Input
    ? object extends Pick<Input, Column>
      ? never
      : Column
    : never
  : never;
type RequiredColumn<T extends TableName> = Extract<
  { [C in keyof Row<T>]: RequiredIn<CreateInput<T>, C> }[keyof Row<T>],
  keyof Row<T>
>;

/** A new row: columns with a default and nullable ones may be left out. */
export type Insert<T extends TableName> = Pick<Row<T>, RequiredColumn<T>> & Partial<Row<T>>;

/** Equality of columns: a value, null, or any of a list. */
export type Where<T extends TableName> = {
  readonly [C in keyof Row<T>]?: Row<T>[C] | readonly NonNullable<Row<T>[C]>[];
};

export interface ListOptions<T extends TableName> {
  readonly orderBy?: readonly (readonly [keyof Row<T> & string, "asc" | "desc"])[];
  readonly limit?: number;
}
