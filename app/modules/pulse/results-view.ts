import type { Question } from "./bank.ts";
import { ALL, type Frame, type Group } from "./domain/audience.ts";
import { nextLarger, type Disclosure, type ThemeTold, type Told } from "./domain/disclose.ts";
import type { Sight } from "./domain/sight.ts";
import type { GroupView, PulseState, Promised, QuestionResult, ResultsView, Turnout } from "./view-models.ts";

/** A pulse as its results are told from: a closed one, or an invented one in a preview. */
export interface Telling {
  readonly id: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** The person it is about, if it is about one. */
  readonly about: string | null;
  readonly state: PulseState;
  readonly promise: Promised;
  readonly frame: Frame;
  readonly questions: readonly Question[];
  readonly byQuestion: ReadonlyMap<string, readonly (Disclosure & { readonly closesOn: string })[]>;
  /** By question and group. */
  readonly themes: ReadonlyMap<string, ReadonlyMap<string, readonly ThemeTold[]>>;
  readonly turnout: ReadonlyMap<string, number>;
}

/** What was written in a question of cells that may be told. */
export type TextsOf = (question: string, cells: readonly string[]) => Promise<readonly string[]>;

/** A group as pages and the API name it. */
export const groupView = ({ id, kind, name, invited }: Group): GroupView => ({ id, kind, name, invited });
const HIDDEN: Told = { state: "hidden" };

/** The group a reader asked for, if it is theirs; else their own, else everybody. */
function choose(sight: Sight, wanted: string | null): Group | null {
  const find = (id: string | null | undefined) => sight.groups.find((group) => group.id === id);
  return find(wanted) ?? find(sight.leads?.own === true ? sight.leads.group.id : ALL) ?? find(ALL) ?? null;
}

/** The most groups that stand side by side. */
const BESIDE = 12;
const AROUND: ReadonlySet<string> = new Set(["reports", "peers", "manager", "self"]);

/** Groups that stand side by side: the lines, departments or shops the reader may ask for, largest first. */
function besides(sight: Sight, chosen: Group): Group[] {
  const kind = chosen.kind === "all" ? "department" : chosen.kind;
  const same = sight.groups.filter((group) => group.kind === kind || group.id === ALL || AROUND.has(group.kind));
  return same.length > 1 ? same.sort((a, b) => b.invited - a.invited || (a.id < b.id ? -1 : 1)).slice(0, BESIDE) : [];
}

/**
 * The page of results for one reader, from what may be told and nothing else; the same for a closed pulse and a preview.
 * Answers null where the reader may ask for no group.
 */
export async function resultsView(telling: Telling, sight: Sight, wanted: string | null, textsOf: TextsOf): Promise<ResultsView | null> {
  const chosen = choose(sight, wanted);
  if (chosen === null) return null;
  const { frame, questions, byQuestion, themes, turnout, state } = telling;
  const results = await Promise.all(
    questions.map(async (question): Promise<QuestionResult> => {
      const waves = byQuestion.get(question.code) ?? [];
      const now = waves.at(-1)?.told ?? new Map<string, Told>();
      const told = now.get(chosen.id) ?? HIDDEN;
      const larger = told.state === "shown" || told.state === "named" || told.state === "open" ? null : nextLarger(frame, chosen, now);
      const subject = larger ?? chosen;
      const about = themes.get(question.code)?.get(subject.id);
      const mayRead = question.scale === "text" && (told.state === "shown" || told.state === "named") && sight.texts(chosen);
      return {
        question,
        told,
        instead: larger === null ? null : { group: groupView(larger), told: now.get(larger.id) ?? HIDDEN },
        waves: waves.flatMap(({ wave, closesOn, told: then }) => (then.has(chosen.id) ? [{ id: wave, closesOn, told: then.get(chosen.id) ?? HIDDEN }] : [])),
        texts: mayRead ? await textsOf(question.code, chosen.cells) : null,
        themes: about === undefined ? null : { group: groupView(subject), told: about },
        groups: question.scale === "text" ? [] : besides(sight, chosen).map((group) => ({ group: groupView(group), told: now.get(group.id) ?? HIDDEN })),
      };
    }),
  );
  const percent = turnout.get(chosen.id);
  const rate: Turnout = state !== "closed" ? { state: "open" } : percent === undefined ? { state: "hidden" } : { state: "shown", percent };
  const { leads } = sight;
  const nothingShown = results.every(({ question, told }) => question.scale === "text" || told.state === "hidden");
  return {
    ...{ id: telling.id, title: telling.title, about: telling.about, state, promise: telling.promise },
    chosen: groupView(chosen),
    groups: sight.groups.map(groupView),
    turnout: rate,
    results,
    leads: leads !== null,
    ownHidden: leads !== null && (!leads.own || (chosen.id === leads.group.id && nothingShown)),
  };
}
