import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPersonByEmail } from "#modules/people/public.server.ts";
import type { CircleBody, DiscussionBody } from "#modules/stories/api-schemas.ts";
import { readWeek } from "#modules/stories/public.ts";
import { changeCircle, circleView, lineUpOf, markDiscussed, planCircle, publishCard, saveCard } from "#modules/stories/public.server.ts";
import type { CardFields } from "#modules/stories/schemas.ts";
import type { Remember } from "#platform/http/idempotency.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { askedOverApi } from "./asked-over-api.server.ts";
import { ruleInForce } from "./stories.server.ts";

const circleOf = ({ about = null, link = null, storyId = null, courseCode = null, ...body }: CircleBody) => ({ ...body, about, link, storyId, courseCode });

/** `GET /circles/{id}`. */
export async function readCircle(actor: Actor, id: string) {
  const view = await circleView(actor, id, systemClock.now());
  if (view === null) throw notFound();
  const { may: _may, ...circle } = view;
  return circle;
}

/** `POST /circles`: the caller hosts it. */
export function postCircle(actor: Actor, body: CircleBody, remember: Remember | null): Promise<{ id: string }> {
  return planCircle(circleOf(body), askedOverApi(actor), (tx, id) => remember?.(tx, { status: 201, body: { id }, location: `/api/v1/circles/${id}` }));
}

/** `PUT /circles/{id}`: what is left out is emptied; the story and the course it was planned on stay. */
export async function putCircle(actor: Actor, id: string, body: CircleBody): Promise<{ id: string }> {
  await changeCircle(id, circleOf(body), askedOverApi(actor));
  return { id };
}

function mondayIn(text: string): string {
  const week = readWeek(text);
  if (week === null) throw notFound();
  return week;
}

/** `PUT /line-up/{week}`: chooses, or changes until it is published. Throws 404 for a day that is no Monday. */
export async function putCard(actor: Actor, text: string, body: CardFields): Promise<{ week: string }> {
  const week = mondayIn(text);
  await saveCard(week, body, ruleInForce(body.ruleCode), askedOverApi(actor));
  return { week };
}

/** `POST /line-up/{week}/publish`. */
export async function postPublished(actor: Actor, text: string): Promise<{ week: string }> {
  const week = mondayIn(text);
  await publishCard(week, ruleInForce, askedOverApi(actor));
  return { week };
}

/** `POST /line-up/{week}/discussed`: the caller's own team talked about it. Throws 422 `unknown_person` at each e-mail that is nobody's. */
export async function postDiscussed(actor: Actor, text: string, { day, present, cameUp = null }: DiscussionBody): Promise<{ week: string }> {
  const week = mondayIn(text);
  const card = await lineUpOf(actor, week, ruleInForce);
  if (card === null) throw notFound();
  const found = present.map((email) => findPersonByEmail(email)?.id ?? null);
  const faults = found.flatMap((id, index) => (id === null ? [{ path: `present.${index}`, code: "unknown_person" }] : []));
  if (faults.length > 0) throw invalidInput(...faults);
  await markDiscussed(card.id, { day, present: found.filter((id) => id !== null), cameUp }, askedOverApi(actor));
  return { week };
}
