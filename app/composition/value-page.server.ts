import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { listValues } from "#modules/people/public.server.ts";
import { recognitionList } from "#modules/recognition/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { evidenceSources } from "./recognition-evidence.server.ts";
import { hangingOn } from "./thread.server.ts";
import type { Telling } from "./thread-kinds.server.ts";

const VALUE_PAGE = 10;

/**
 * A value with its threads: the recognitions of it that the actor may read, newest first, each with what hangs on it.
 * Throws 404 for a value nobody wrote.
 */
export async function valuePage(actor: PersonActor, code: string, cursor: readonly (string | number)[] | null, telling: Telling) {
  const value = (await listValues({ all: true })).find((known) => known.code === code);
  if (value === undefined) throw notFound();
  const rows = can(actor, "recognitions.read") ? await recognitionList(actor, { value: code }, { limit: VALUE_PAGE + 1, cursor }, evidenceSources) : [];
  const shown = rows.slice(0, VALUE_PAGE);
  const threads = await Promise.all(shown.map(async (view) => ({ view, ...(await hangingOn(actor, view.id, telling)) })));
  const last = shown.at(-1);
  return { value, threads, next: rows.length > VALUE_PAGE && last !== undefined ? [Date.parse(last.at), last.id] : null };
}
