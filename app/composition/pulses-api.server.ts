import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { pulseResults, pulseRows, pulseView } from "#modules/pulse/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** `GET /pulses`. */
export const pulsesJson = async (actor: Actor) => (await pulseRows(actor, systemClock.now())).map(({ seat: _seat, ...row }) => row);

/** `GET /pulses/{id}`; 404 for one the caller may not know of. */
export async function pulseJson(actor: Actor, id: string) {
  const view = await pulseView(actor, id);
  if (view === null) throw notFound();
  const { state, about, questions, closedOn, fields: { titleVi, titleEn, mode, kScores, kComments, opensOn, closesOn } } = view;
  return { id, title: { vi: titleVi, en: titleEn }, about, state, mode, kScores, kComments, opensOn, closesOn, closedOn, questions: questions.map(({ code, scale, topic, text }) => ({ code, scale, topic, text })) };
}

/** `GET /pulses/{id}/results`; 404 for one the caller may not know of. */
export async function resultsJson(actor: Actor, id: string, wanted: string | null) {
  const view = await pulseResults(actor, id, wanted);
  if (view === null) throw notFound();
  const { title, about, state, promise: { kScores, kComments }, chosen, groups, turnout, results } = view;
  return {
    ...{ id, title, about, state, kScores, kComments, group: chosen, groups },
    responsePercent: turnout.state === "shown" ? turnout.percent : null,
    results: results.map(({ question, told, instead, texts, themes }) => ({ question, told, instead, comments: texts, themes })),
  };
}
