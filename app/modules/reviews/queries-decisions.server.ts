import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { LeadDecision } from "#db/generated/client.ts";
import { localDay } from "#kernel/period.ts";
import { findPeople, organisation } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { LensKind, Verdict } from "./schemas.ts";
import type { DecisionView } from "./view-models.ts";

function views(actor: Actor, rows: readonly LeadDecision[], now: Date): DecisionView[] {
  const people = findPeople(rows.map(({ personId }) => personId));
  const today = localDay(now, organisation().timeZone);
  return rows.map(({ id, personId, title, words, lens, serves, givenUp, at, reviewOn, verdict, happened, lookedAt }) => {
    const due = personId === actor.personId && lookedAt === null && today >= reviewOn && can(actor, "leading.write");
    return {
      ...{ id, title, words, serves, givenUp, reviewOn, happened, due },
      person: { id: personId, name: people.get(personId)?.name ?? "–" },
      ...{ lens: lens as LensKind, verdict: verdict as Verdict | null, at: at.toISOString(), lookedAt: lookedAt?.toISOString() ?? null },
    };
  });
}

/** The log, newest first: open to everybody who works, as leaders are seen by what they decide. `cursor`: [at in ms, id] of the last one shown. */
export async function decisionLog(actor: Actor, { limit, cursor }: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }, now: Date): Promise<DecisionView[]> {
  if (!can(actor, "leading.read")) return [];
  const [ms, id] = cursor ?? [];
  const before = new Date(Number(ms));
  const after = ms === undefined || id === undefined ? {} : { OR: [{ at: { lt: before } }, { at: before, id: { lt: String(id) } }] };
  return views(actor, await db.leadDecision.findMany({ where: after, orderBy: [{ at: "desc" }, { id: "desc" }], take: limit }), now);
}

/** One decision of the log; null where there is none. */
export async function loggedDecision(actor: Actor, id: string, now: Date): Promise<DecisionView | null> {
  if (!can(actor, "leading.read")) return null;
  return views(actor, await db.leadDecision.findMany({ where: { id } }), now)[0] ?? null;
}
