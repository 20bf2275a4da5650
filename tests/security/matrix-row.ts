import type { Role } from "#access/roles.ts";
import type { SmallCompany, SmallCompanyKey } from "#db/seed/builders.ts";
import type { ApiGuard } from "#platform/http/api.server.ts";

type Open = readonly Role[];

export const EVERYONE: Open = ["frontline", "supervisor", "manager", "hr", "leader", "admin", "auditor"];
/** Those who decide for customers. */
export const DECIDERS: Open = ["frontline", "supervisor", "manager", "leader"];
/** Those who read decisions and customers within their reach. */
export const READERS: Open = [...DECIDERS, "hr", "auditor"];
/** Those who may be asked for an answer. */
export const ANSWERERS: Open = ["supervisor", "manager", "hr", "leader"];

/** An id that nothing has. */
export const NOBODY_ID = "01890000-0000-7000-8000-000000000000";

/** Something of somebody else: who asks for which address, and what they must get. */
export interface Foreign {
  readonly as: SmallCompanyKey;
  readonly path: (company: SmallCompany) => string;
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly status: number;
}

export interface PageRow {
  /** Address to call; its parameters may name something nobody has. */
  readonly path: string | ((company: SmallCompany) => string);
  /** `public`: anybody. Left out: the route has no loader (action). */
  readonly loader?: Open | "public";
  readonly action?: Open | "public";
  readonly foreign?: readonly Foreign[];
}

export interface ApiRow {
  readonly path: string | ((company: SmallCompany) => string);
  readonly api: Readonly<Partial<Record<keyof ApiGuard["methods"], Open>>>;
  readonly foreign?: readonly Foreign[];
}

export type Row = PageRow | ApiRow;
