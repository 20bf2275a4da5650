import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { STATES } from "#modules/improvements/public.ts";
import { citedImprovements, improvementRows, threadNodes as improvementNodes } from "#modules/improvements/public.server.ts";
import { departments, sites } from "#modules/people/public.server.ts";
import {
  actionsElsewhere, actionsOf, addQuestion, closePulse, discardPulse, extendInput, extendPulse, findPulse, launchPulse, pulseInput, questionInput, raiseThreshold, revisionInput, savePulse, thresholdInput, tieImprovement, tieInput,
} from "#modules/pulse/public.server.ts";
import type { TiedChange as Tied } from "#modules/pulse/ui/small-forms.tsx";
import { invalidInput, notFound } from "#platform/http/refusal.ts";

const asked = (actor: PersonActor) => ({ actor, source: "screen", now: systemClock.now() }) as const;

/** Departments and shops that an audience can be narrowed to. */
export async function audiencePlaces() {
  const named = (rows: readonly { readonly code: string; readonly nameVi: string; readonly nameEn: string; readonly active: boolean }[]) => rows.filter(({ active }) => active).map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } }));
  const [parts, shops] = await Promise.all([departments(), sites()]);
  return { departments: named(parts), sites: named(shops) };
}

const CHOICES = 40;

/** A change as it is tied to results, and how far it has come. */
interface TiedChange extends Tied {
  readonly state: (typeof STATES)[number] | null;
}

/** What is being done about a pulse's results, with the page of each change for who may know of it, and what can be tied. */
export async function pulseActions(actor: PersonActor, pulseId: string): Promise<{ tied: TiedChange[]; elsewhere: TiedChange[]; choices: { id: string; title: string }[] | null }> {
  const [own, others] = await Promise.all([actionsOf(pulseId), actionsElsewhere(pulseId, actor.personId)]);
  const ids = [...new Set([...own, ...others].map(({ improvementId }) => improvementId))];
  const known = new Map((await improvementNodes(actor, ids)).map(({ id, href }) => [id, href]));
  // Everybody who was asked may know how far what is being done has come; what it is beyond its words, who may open it.
  const standing = new Map((await citedImprovements(ids)).map(({ id, state }) => [id, STATES.find((each) => each === state) ?? null]));
  const view = ({ improvementId: id, question, words, at }: (typeof own)[number]): TiedChange => ({ id, words, question, at: at.toISOString(), state: standing.get(id) ?? null, href: known.get(id) ?? null });
  const choices = !can(actor, "improvements.answer") ? null : (await improvementRows(actor, { view: "all" }, { limit: CHOICES, cursor: null, now: systemClock.now() })).map(({ id, number, title }) => ({ id, title: `${number} · ${title}` }));
  return { tied: own.map(view), elsewhere: others.map(view), choices };
}

/** Ties a change the actor may know of to results they may know of. Throws 404 without these, 422 at `improvement` for any other. */
export async function tieToResults(actor: PersonActor, pulseId: string, form: FormData): Promise<void> {
  if ((await findPulse(actor, pulseId)) === null) throw notFound();
  const { improvement, question, words } = tieInput(form);
  if ((await improvementNodes(actor, [improvement])).length === 0) throw invalidInput({ path: "improvement", code: "unknown_improvement" });
  await tieImprovement(pulseId, { improvementId: improvement, question, words }, asked(actor));
}

/** Does what a form of a pulse's page asks for. @returns the key of the message of what was done, and where it leads */
export async function doToPulse(actor: PersonActor, id: string, form: FormData): Promise<{ done: string; to: string }> {
  const here = `/pulses/${encodeURIComponent(id)}`;
  switch (form.get("intent")) {
    case "save":
      await savePulse(pulseInput(form), asked(actor), { id, revision: revisionInput(form) });
      return { done: "form.saved", to: here };
    case "review":
      await savePulse(pulseInput(form), asked(actor), { id, revision: revisionInput(form) });
      return { done: "form.saved", to: `${here}?launch` };
    case "launch":
      await launchPulse(id, asked(actor), revisionInput(form));
      return { done: "page.launched", to: here };
    case "discard":
      await discardPulse(id, asked(actor), revisionInput(form));
      return { done: "page.discarded", to: "/pulses" };
    case "extend":
      await extendPulse(id, extendInput(form), asked(actor));
      return { done: "page.extended", to: here };
    case "close":
      await closePulse(id, asked(actor));
      return { done: "page.closed", to: `${here}/results` };
    default:
      throw notFound();
  }
}

/** Does what a form of the list's page asks for. @returns the key of the message of what was done */
export async function doToPulses(actor: PersonActor, form: FormData): Promise<string> {
  switch (form.get("intent")) {
    case "raise":
      await raiseThreshold(thresholdInput(form), asked(actor));
      return "threshold.saved";
    case "question":
      await addQuestion(questionInput(form), asked(actor));
      return "question.added";
    default:
      throw notFound();
  }
}
