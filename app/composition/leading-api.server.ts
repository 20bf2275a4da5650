import type { Actor, PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { loggedBody } from "#modules/reviews/api-schemas.ts";
import { confirmHours, decisionLog, leadingPage, logDecision, loggedDecision, logHours, lookAgain, reviewList, reviewView, withdrawHours } from "#modules/reviews/public.server.ts";
import type { HoursFields, LookFields } from "#modules/reviews/schemas.ts";
import type { DecisionView } from "#modules/reviews/view-models.ts";
import type { z } from "zod";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { leadingLine, loggedAbout, type Telling, upwardAnswers } from "./leading.server.ts";

/** Whom an address names: `me`, an id or an e-mail; a text that nobody has where there is none. */
export function namedPerson(actor: PersonActor, who: string): string {
  return who === "me" ? actor.personId : who.includes("@") ? (findPersonByEmail(who)?.id ?? "") : who;
}

/** `GET /leading/{person}`; 404 for whom the caller may not know of. */
export async function leaderJson(actor: PersonActor, who: string, month: string | undefined) {
  const view = await leadingPage(actor, namedPerson(actor, who), month ?? null, systemClock.now(), upwardAnswers);
  if (view === null) throw notFound();
  const { person, relation, month: shown, ledger, commitments, sayDo, words } = view;
  const upward = view.upward === null ? null : { ...view.upward, own: view.upward.larger === null };
  if (words === null) return { person, relation, month: shown, ledger, commitments, sayDo, words, upward };
  const { id: _id, ...said } = words;
  return { person, relation, month: shown, ledger, commitments, sayDo, words: said, upward };
}

/** `GET /leading/line`: those who report to the caller and lead people, by name. */
export async function lineJson(actor: PersonActor, month: string | undefined) {
  const { earlier: _earlier, later: _later, patterns: _patterns, ...line } = await leadingLine(actor, month ?? null);
  return line;
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

const told = ({ due: _due, ...decision }: DecisionView) => decision;

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
export async function postLogged(actor: PersonActor, { about, ...fields }: z.output<typeof loggedBody>, telling: Telling, remember: Remember | null): Promise<{ id: string }> {
  return logDecision(fields, await loggedAbout(actor, about ?? "", telling), askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /leading/decisions/{id}/look-again`. */
export async function postLook(actor: PersonActor, id: string, body: LookFields): Promise<{ id: string }> {
  await lookAgain(id, body, askedOverApi(actor));
  return { id };
}

/** `POST /leading/hours`: answers the id. */
export async function postHours(actor: PersonActor, body: HoursFields, remember: Remember | null): Promise<{ id: string }> {
  return logHours(body, askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id } }));
}

/** `POST /leading/hours/{id}/withdraw`. */
export async function postWithdrawal(actor: PersonActor, id: string, remember: Remember | null): Promise<{ id: string }> {
  await withdrawHours(id, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { id } }));
  return { id };
}

/** `POST /leading/hours/{id}/confirm`. */
export async function postConfirmation(actor: PersonActor, id: string, remember: Remember | null): Promise<{ id: string }> {
  await confirmHours(id, askedOverApi(actor), (tx) => remember?.(tx, { status: 200, body: { id } }));
  return { id };
}
