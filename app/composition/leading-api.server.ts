import type { Actor, PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import { confirmHours, decisionLog, leadingPage, logDecision, loggedDecision, logHours, reviewList, reviewView } from "#modules/reviews/public.server.ts";
import type { DecisionFields, HoursFields } from "#modules/reviews/schemas.ts";
import type { DecisionView } from "#modules/reviews/view-models.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** `GET /leading/{person}`: `me`, an id or an e-mail; 404 for whom the caller may not know of. */
export async function leaderJson(actor: PersonActor, who: string, month: string | undefined) {
  const id = who === "me" ? actor.personId : who.includes("@") ? (findPersonByEmail(who)?.id ?? "") : who;
  const view = await leadingPage(actor, id, month ?? null, systemClock.now(), async () => null);
  if (view === null) throw notFound();
  const { person, relation, month: shown, ledger, commitments, sayDo, words } = view;
  if (words === null) return { person, relation, month: shown, ledger, commitments, sayDo, words };
  const { id: _id, ...said } = words;
  return { person, relation, month: shown, ledger, commitments, sayDo, words: said };
}

/** `GET /leading/reviews`: closed ones, newest first. */
export async function reviewsJson(actor: PersonActor) {
  return reviewList(actor);
}

/** `GET /leading/reviews/{id}`. */
export async function reviewJson(actor: PersonActor, id: string) {
  const review = await reviewView(actor, id);
  if (review === null) throw notFound();
  return review;
}

const told = ({ due: _due, mayLook: _mayLook, ...decision }: DecisionView) => decision;

/** `GET /leading/decisions`, newest first. */
export async function loggedJson(actor: Actor, page: { readonly limit: number; readonly cursor: readonly (string | number)[] | null }) {
  return (await decisionLog(actor, page, systemClock.now())).map(told);
}

/** `GET /leading/decisions/{id}`. */
export async function loggedOneJson(actor: Actor, id: string) {
  const decision = await loggedDecision(actor, id, systemClock.now());
  if (decision === null) throw notFound();
  return told(decision);
}

/** `POST /leading/decisions`: answers the id. */
export async function postLogged(actor: PersonActor, body: DecisionFields, remember: Remember | null): Promise<{ id: string }> {
  return logDecision(body, null, { actor, source: "api", now: systemClock.now() }, (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /leading/hours`: answers the id. */
export async function postHours(actor: PersonActor, body: HoursFields, remember: Remember | null): Promise<{ id: string }> {
  return logHours(body, { actor, source: "api", now: systemClock.now() }, (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /leading/hours/{id}/confirm`. */
export async function postConfirmation(actor: PersonActor, id: string, remember: Remember | null): Promise<{ id: string }> {
  await confirmHours(id, { actor, source: "api", now: systemClock.now() }, (tx) => remember?.(tx, { status: 200, body: { id } }));
  return { id };
}
