import { z } from "zod";
import { notFound } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { THREAD_KINDS, type ThreadEnd } from "./kinds.ts";
import { typedLink, type TypedLink } from "./schemas.ts";

const start = z.object({ kind: z.enum(THREAD_KINDS), id: z.string().min(1).max(200) });

/** The thing an address of the thread names. Throws 404 for none. */
export function threadStart(params: Readonly<Record<string, string | undefined>>): ThreadEnd {
  const named = start.safeParse(params);
  if (!named.success) throw notFound();
  return named.data;
}

/** The form of a link. Throws 422. */
export function threadInput(form: FormData): TypedLink {
  return parseInput(typedLink, { relation: form.get("relation"), to: form.get("to"), note: form.get("note") });
}
