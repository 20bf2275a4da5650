import type { SmallCompanyKey } from "#db/seed/builders.ts";

export type Json = Record<string, unknown>;

/** One call of a documented operation: who calls, which address under `/api/v1`, and what is sent. */
export interface Call {
  readonly as: SmallCompanyKey | "till";
  readonly path: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A good call by each operation's id; making one makes what it needs. */
export type Calls = Readonly<Record<string, () => Promise<Call>>>;

/** Calls an operation by its id and answers what came back. */
export type Send = (id: string, call: Call) => Promise<{ readonly body: Json }>;
