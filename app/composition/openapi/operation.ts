import { z, type ZodObject, type ZodType } from "zod";
import type { TokenScope } from "#access/actor.ts";

/** One operation of the REST interface, as documented. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "patch";
  /** Below `/api/v1`, parameters in braces. */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** The scope a narrowed token needs; null: none is asked for. */
  readonly scope: TokenScope | null;
  readonly query?: ZodObject;
  readonly body?: ZodType;
  /** Whether the body may be left out. */
  readonly bodyOptional?: boolean;
  /** Whether it takes an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Whether it needs `If-Match`. */
  readonly ifMatch?: boolean;
  readonly status: 200 | 201;
  readonly answer: ZodType;
  /** Of an answer that is not JSON; its schema is then a string. */
  readonly media?: string;
  /** Statuses it refuses with, besides 401, 403, 422, 429 and 503, which any may. */
  readonly refusals?: readonly (404 | 409 | 412)[];
}

export const instant = z.string().describe("RFC 3339 instant");
export const money = z.object({ minor: z.int(), currency: z.string() });
export const personBrief = z.object({ name: z.string(), email: z.string() });

/** Query members of every list. */
export const paging = { limit: z.string().optional().describe("1 to 200; 50 unless told"), cursor: z.string().optional().describe("nextCursor of the page before") };
export const period = { from: z.string().optional().describe("instant or local date, inclusive"), to: z.string().optional().describe("instant or local date, exclusive") };

export function pageOf(item: ZodType): ZodObject {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
