import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Translator } from "#i18n/translator.ts";
import { words as say } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { prepareReport } from "#modules/improvements/public.server.ts";
import { finishedLessons } from "#modules/learning/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { actionsElsewhere, lineTurnouts, upwardResults } from "#modules/pulse/public.server.ts";
import {
  actsBehind, agreeCommitments, answerInput, answerMonth, explainMissed, leadingPage, linePage, missedInput, monthInput, writeMonth,
} from "#modules/reviews/public.server.ts";
import { type Figure, FIGURES, type LeadingPage, type UpwardItem, type UpwardReader } from "#modules/reviews/view-models.ts";
import { link } from "#modules/thread/public.server.ts";
import { endKey, type ThreadEnd } from "#modules/thread/public.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
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
  const elsewhere = found.own ? [] : await actionsElsewhere(found.pulse.id);
  return { pulse: found.pulse, own: found.own, items, elsewhere: elsewhere.map(({ words }) => words) };
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
}

/** The acts behind a figure that the reader may know of, and how many they may not. */
async function actsShown(actor: PersonActor, page: LeadingPage, figure: Figure, { t, locale }: Telling): Promise<{ readonly figure: Figure; readonly acts: readonly ActView[]; readonly hidden: number } | null> {
  if (page.ledger === null) return null;
  const behind = actsBehind(page.ledger, figure);
  const ends = behind.flatMap(({ kind, id }): ThreadEnd[] => (kind === "hours" || kind === "lesson" ? [] : [{ kind, id }]));
  const lessonIds = behind.flatMap(({ kind, id }) => (kind === "lesson" ? [id] : []));
  const [nodes, finished] = await Promise.all([visibleNodes(actor, ends, { t, locale, at: systemClock.now() }), finishedLessons(actor, lessonIds)]);
  const lessons = finished.map(({ id, course, lesson, at, href }): ActView => ({ key: `lesson:${id}`, title: `${course[locale] || course.vi} · ${lesson[locale] || lesson.vi}`, at, href }));
  const things = ends.flatMap((end): ActView[] => {
    const node = nodes.get(endKey(end));
    return node === undefined ? [] : [{ key: endKey(end), title: node.title, at: node.at, href: node.href }];
  });
  const acts = [...things, ...lessons];
  return { figure, acts: acts.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1)), hidden: ends.length + lessonIds.length - acts.length };
}

/** A leader's month with the acts behind the figure that was pressed. Throws 404 for what the reader may not know of. */
export async function leaderMonth(actor: PersonActor, personId: string, url: URL, telling: Telling) {
  const page = await leadingPage(actor, personId, url.searchParams.get("month"), systemClock.now(), upwardAnswers);
  if (page === null) return null;
  const words = page.words;
  const thread = words === null ? null : await threadPanel(actor, { kind: "leading_month", id: words.id }, { ...telling, at: systemClock.now() });
  const figure = FIGURES.find((one) => one === url.searchParams.get("show"));
  return { page, thread, shown: figure === undefined ? null : await actsShown(actor, page, figure, telling) };
}

/** Does what a form of a leader's month asks for. @returns the key of the message of what was done */
export async function doToMonth(actor: PersonActor, personId: string, form: FormData, telling: Telling): Promise<"commitments.agreedToast" | "answer.sent" | "commitments.reasonSaved" | "words.saved" | "words.changed"> {
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
    case "change":
      await changeFromMonth(actor, String(form.get("month") ?? ""), telling);
      return "words.changed";
    default:
      throw notFound();
  }
}

/** Makes one's own answer about loyalty an operational change, caused by that month, in one transaction; a second press makes no second one. */
async function changeFromMonth(actor: PersonActor, month: string, { t }: Telling): Promise<void> {
  const now = systemClock.now();
  const page = await leadingPage(actor, actor.personId, month, now, upwardAnswers);
  const words = page?.words;
  if (words === null || words === undefined || page?.month !== month) throw invalidInput({ path: "words", code: "required" });
  const fields = { kind: "pain_point", what: words.loyal.slice(0, 600), cost: say(t, "leading:words", { code: "cost" }), often: "monthly", procedure: null, rule: null, decision: null, feedback: null, touchpoint: null, department: actor.departmentCode } as const;
  const report = await prepareReport(fields, { decisionId: null, feedbackId: null, rule: null, ruleOwner: null }, { actor, source: "screen", now });
  await transaction(async (tx) => {
    if ((await tx.list("ThreadLink", { fromKind: "improvement", toKind: "leading_month", toId: words.id, relation: "caused_by" }, { limit: 1 })).length > 0) return;
    const { id } = await report(tx);
    await link(tx, { from: { kind: "improvement", id }, to: { kind: "leading_month", id: words.id }, relation: "caused_by", by: actor.personId, at: now, automatic: true });
  });
}

/** What stands at an address that a logged decision rests on; null for none. Throws 422 at `about` for one that names nothing the author may know of. */
export async function loggedAbout(actor: PersonActor, address: string, { t, locale }: Telling): Promise<ThreadEnd | null> {
  if (address.trim() === "") return null;
  const end = thingAt(address);
  const seen = end === null ? null : await visibleNodes(actor, [end], { t, locale, at: systemClock.now() });
  if (end === null || seen?.has(endKey(end)) !== true) throw invalidInput({ path: "about", code: "nothing_there" });
  return end;
}
