import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { procedureDetail, type ProcedureFilter, procedureRows } from "#modules/improvements/public.server.ts";
import type { ProcedureRow } from "#modules/improvements/view-models.ts";
import { notFound } from "#platform/http/refusal.ts";

function itemJson({ id, code, name, department, owner, since, reviewBy, lastReview, law, state, standing, burden, minutes, openReports }: ProcedureRow) {
  return {
    ...{ id, code, name, department: department.code, owner: owner === null ? null : { name: owner.name, email: owner.email } },
    ...{ since, reviewBy, lastReview, law, state, standing, burden, minutes, openReports },
  };
}

/** `GET /procedures`, those that cost most first. */
export async function proceduresJson(actor: Actor, filter: ProcedureFilter) {
  return (await procedureRows(actor, filter, systemClock.now())).map(itemJson);
}

/** `GET /procedures/{id}`, and what each change of one answers; 404 for none. */
export async function procedureJson(actor: Actor, id: string) {
  const view = await procedureDetail(actor, id, systemClock.now());
  if (view === null) throw notFound();
  const { sunset, reviews } = view;
  return { ...itemJson(view), sunset, reviews: reviews.map(({ at, by, decision, note, reviewBy }) => ({ at, by, decision, note, reviewBy })) };
}
