import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { finishedLessons } from "#modules/learning/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { actionsElsewhere, lineTurnouts, upwardResults } from "#modules/pulse/public.server.ts";
import {
  actsBehind, agreeCommitments, answerInput, answerMonth, deskWaits, explainMissed, hoursById, leadingPage, linePage, missedInput, monthInput, type Wait, writeMonth,
} from "#modules/reviews/public.server.ts";
import { type Figure, FIGURES, type HoursView, type LeadingPage, type UpwardItem, type UpwardReader } from "#modules/reviews/view-models.ts";
import { endKey, type ThreadEnd } from "#modules/thread/public.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { threadPanel } from "./thread.server.ts";
import { thingAt, visibleNodes } from "./thread-kinds.server.ts";

export interface Telling {
  readonly t: Translator;
  readonly locale: Locale;
}

/** What a leader's people said, told by the one function that decides what may be told of anonymous answers. */
export const upwardAnswers: UpwardReader = async (personId, { to }) => {
  const found = await upwardResults(personId, addDays(localDay(to, organisation().timeZone), -1));
  if (found === null) return null;
  const items = found.results.map(({ question, told }): UpwardItem => {
    const trend = told.state === "shown" || told.state === "trend" ? told.trend : null;
    return { question: question.text, favourable: told.state === "shown" ? told.figure.good : null, atLeast: told.state === "shown" ? told.figure.atLeast : 0, trend };
  });
  const elsewhere = found.larger === null ? [] : await actionsElsewhere(found.pulse.id, personId);
  return { pulse: found.pulse, larger: found.larger === null ? null : { line: found.larger.kind === "line" ? found.larger.name : null, ofManagers: found.results.some(({ question }) => question.topic === "manager") }, items, elsewhere: elsewhere.map(({ words }) => words) };
};

/** One's line in a month, with what may be told of how its teams took part in the newest pulse. */
export function leadingLine(actor: PersonActor, month: string | null) {
  return linePage(actor, month, systemClock.now(), lineTurnouts);
}

/** An act behind a figure, as far as the reader may know of it. */
interface ActView {
  readonly key: string;
  readonly title: string;
  readonly at: string | null;
  readonly href: string | null;
  /** How it waited on the desk; null for what did not. */
  readonly wait: Wait | null;
}

interface ActsShown {
  readonly figure: Figure;
  readonly acts: readonly ActView[];
  readonly hours: readonly HoursView[];
  readonly hidden: number;
}

/** The acts behind a figure that the reader may know of, and how many they may not. */
async function actsShown(actor: PersonActor, page: LeadingPage, figure: Figure, { t, locale }: Telling): Promise<ActsShown | null> {
  if (page.ledger === null) return null;
  const behind = actsBehind(page.ledger, figure);
  const ends = behind.flatMap(({ kind, id }): ThreadEnd[] => (kind === "hours" || kind === "lesson" ? [] : [{ kind, id }]));
  const lessonIds = behind.flatMap(({ kind, id }) => (kind === "lesson" ? [id] : []));
  const now = systemClock.now();
  const [nodes, finished, hours, waits] = await Promise.all([
    visibleNodes(actor, ends, { t, locale, at: now }),
    finishedLessons(actor, lessonIds),
    hoursById(behind.flatMap(({ kind, id }) => (kind === "hours" ? [id] : []))),
    figure === "desk" ? deskWaits(page.person.id, page.month, now) : [],
  ]);
  const lessons = finished.map(({ id, course, lesson, at, href }): ActView => ({ key: `lesson:${id}`, title: `${course[locale] || course.vi} · ${lesson[locale] || lesson.vi}`, at, href, wait: null }));
  const things = ends.flatMap((end): ActView[] => {
    const node = nodes.get(endKey(end));
    return node === undefined ? [] : [{ key: endKey(end), title: node.title, at: node.at, href: node.href, wait: waits.find(({ decisionId }) => decisionId === end.id) ?? null }];
  });
  const acts = [...things, ...lessons];
  return { figure, hours, acts: acts.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1)), hidden: ends.length + lessonIds.length - acts.length };
}

/** A leader's month with the acts behind the figure that was pressed. Throws 404 for what the reader may not know of. */
export async function leaderMonth(actor: PersonActor, personId: string, url: URL, telling: Telling) {
  const page = await leadingPage(actor, personId, url.searchParams.get("month"), systemClock.now(), upwardAnswers);
  if (page === null) return null;
  const words = page.words;
  const thread = words === null ? null : await threadPanel(actor, { kind: "leading_month", id: words.id }, { ...telling, at: systemClock.now() });
  const figure = FIGURES.find((one) => one === url.searchParams.get("show"));
  const change = [...(thread?.after ?? []), ...(thread?.before ?? [])].find(({ kind, relation }) => kind === "improvement" && relation === "caused_by") ?? null;
  return { page, thread, change: change === null ? null : { title: change.title, href: change.href }, shown: figure === undefined ? null : await actsShown(actor, page, figure, telling) };
}

/** Does what a form of a leader's month asks for. @returns the key of the message of what was done */
export async function doToMonth(actor: PersonActor, personId: string, form: FormData): Promise<"commitments.agreedToast" | "answer.sent" | "commitments.reasonSaved" | "words.saved"> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  switch (form.get("intent")) {
    case "agree":
      await agreeCommitments(String(form.get("cycle") ?? ""), personId, asked, String(form.get("seen") ?? "").split(","));
      return "commitments.agreedToast";
    case "answer":
      await answerMonth(personId, answerInput(form), asked);
      return "answer.sent";
    case "missed":
      await explainMissed(String(form.get("commitment") ?? ""), missedInput(form), asked);
      return "commitments.reasonSaved";
    case "words":
      if (personId !== actor.personId) throw notFound();
      await writeMonth(monthInput(form), asked);
      return "words.saved";
    default:
      throw notFound();
  }
}

/** What stands at an address that a logged decision rests on; null for none. Throws 422 at `about` for one that names nothing the author may know of. */
export async function loggedAbout(actor: PersonActor, address: string, { t, locale }: Telling): Promise<ThreadEnd | null> {
  if (address.trim() === "") return null;
  const end = thingAt(address);
  const seen = end === null ? null : await visibleNodes(actor, [end], { t, locale, at: systemClock.now() });
  if (end === null || seen?.has(endKey(end)) !== true) throw invalidInput({ path: "about", code: "nothing_there" });
  return end;
}
