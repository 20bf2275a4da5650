import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import {
  choosePainPoint, firstStepInput, listenAt, listenInput, painPointInput, placeNames, solutionInput, solvePainPoint, startView, takeFirstStep,
} from "#modules/listening/public.server.ts";
import { organisation, searchDirectory } from "#modules/people/public.server.ts";
import { notFound } from "#platform/http/refusal.ts";

export type StartStep = "pain" | "listen" | "act" | "done";

/** The likeliest people of a first list; everybody else is found by name. */
const LIKELY = 50;

/** The step a start stands at; an earlier one may be asked for again while nothing is solved. */
function stepOf(started: Awaited<ReturnType<typeof startView>>, wished: string | null): StartStep {
  if (started === null) return "pain";
  if (started.solved !== null) return wished === "pain" ? "pain" : "done";
  const reached: StartStep = started.ready ? "done" : started.touchpoint === null ? "listen" : "act";
  if (wished === "pain") return "pain";
  if (wished === "listen") return "listen";
  return wished === "act" && started.touchpoint !== null ? "act" : reached;
}

/** Everything the page of the three steps shows. */
export async function startPage(actor: PersonActor, wished: string | null) {
  const [started, names, people] = await Promise.all([startView(actor, systemClock.now()), placeNames(), searchDirectory(actor, {}, { limit: LIKELY, cursor: null })]);
  const self = { id: actor.personId, name: actor.name, detail: actor.email };
  const { touchpoint } = started ?? {};
  return {
    step: stepOf(started, wished),
    started,
    organisation: organisation().name,
    touchpoints: names.touchpoints,
    sites: names.sites,
    people: [self, ...people.filter(({ id }) => id !== self.id).map(({ id, name, email }) => ({ id, name, detail: email }))],
    self: actor.personId,
    poster: touchpoint && can(actor, "surveys.read") ? `/listening/surveys/${encodeURIComponent(touchpoint.code)}/poster` : null,
  };
}

/** Does what a form of the three steps asks; answers the message to show, or null. */
export async function startStep(actor: PersonActor, form: FormData): Promise<string | null> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  if (form.get("intent") === "pain") {
    await choosePainPoint(painPointInput(form), asked);
    return null;
  }
  const started = await startView(actor, asked.now);
  if (started === null) throw notFound();
  switch (form.get("intent")) {
    case "listen":
      await listenAt(started.id, listenInput(form), asked);
      return null;
    case "act":
      await takeFirstStep(started.id, firstStepInput(form), asked);
      return "listening:start.done.saved";
    case "solve":
      await solvePainPoint(started.id, solutionInput(form), asked);
      return "listening:start.done.solveSaved";
    default:
      throw notFound();
  }
}
