import type { Choice, CourseContent, Ending, Lesson, LessonKind, Question, RecallCard, Scenario, ScenarioLesson, ScenarioNode, Text, Turn } from "./content.ts";

/** Edits of a course as pure steps: each answers the course after it, the same one where there is nothing to do. */

export const EMPTY: Text = { vi: "", en: "" };

/** A code of this form that none of the others has: `q1`, `q2`, … */
export function freeCode(prefix: string, taken: readonly { readonly code: string }[]): string {
  const known = new Set(taken.map(({ code }) => code));
  let count = taken.length + 1;
  while (known.has(`${prefix}${count}`)) count += 1;
  return `${prefix}${count}`;
}

/** The list with one of it moved by so many places, as far as there are any. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const to = index + by;
  const one = list[index];
  if (one === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_other, place) => place !== index);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

export const blankChoice = (choices: readonly Choice[]): Choice => ({ code: freeCode("c", choices), text: EMPTY, effects: {}, feedback: EMPTY, to: "" });
export const blankCard = (cards: readonly RecallCard[], prefix: string): RecallCard => ({ code: freeCode(`${prefix}-k`, cards), question: EMPTY, answer: EMPTY });
export const blankQuestion = (questions: readonly Question[]): Question => ({
  code: freeCode("q", questions),
  question: EMPTY,
  options: ["a", "b", "c"].map((code, index) => ({ code, text: EMPTY, right: index === 0, feedback: EMPTY })),
});

function blankTurn(nodes: readonly ScenarioNode[]): Turn {
  return { code: freeCode("t", nodes), kind: "turn", says: EMPTY, shows: EMPTY, choices: [blankChoice([])] };
}
function blankEnding(nodes: readonly ScenarioNode[]): Ending {
  return { code: freeCode("e", nodes), kind: "ending", says: EMPTY, shows: EMPTY, outcome: EMPTY, quality: "mixed" };
}

/** A conversation of one turn and one ending, to go on from. */
export function blankScenario(): Scenario {
  const ending = { ...blankEnding([]), code: "e1" };
  const turn = { ...blankTurn([]), code: "t1", choices: [{ ...blankChoice([]), to: "e1" }] };
  return { person: { name: EMPTY, who: EMPTY }, situation: EMPTY, start: "t1", begins: { trust: 50, frustration: 50, time: 0 }, nodes: [turn, ending], unsaid: EMPTY };
}

function blankLesson(kind: LessonKind, code: string): Lesson {
  const base = { code, title: EMPTY, minutes: 4, recall: [] };
  switch (kind) {
    case "read":
      return { ...base, kind, body: EMPTY, remember: EMPTY };
    case "scenario":
      return { ...base, kind, scenario: blankScenario() };
    case "quiz":
      return { ...base, kind, questions: [blankQuestion([])], pass: 1 };
    case "practice":
      return { ...base, kind, task: EMPTY, times: 1, observe: [EMPTY] };
    case "reflection":
      return { ...base, kind, prompt: EMPTY };
  }
}

/** A course that has nothing but its code, name and skill. */
export function blankCourse(code: string, title: Text, skill: string): CourseContent {
  return { code, title, summary: EMPTY, why: EMPTY, serves: { kind: "need", text: EMPTY }, skill, validMonths: 12, verified: false, lessons: [] };
}

export function addLesson(course: CourseContent, kind: LessonKind): CourseContent {
  return { ...course, lessons: [...course.lessons, blankLesson(kind, freeCode("l", course.lessons))] };
}

export function removeLesson(course: CourseContent, code: string): CourseContent {
  return { ...course, lessons: course.lessons.filter((lesson) => lesson.code !== code) };
}

export function moveLesson(course: CourseContent, code: string, by: number): CourseContent {
  return { ...course, lessons: moved(course.lessons, course.lessons.findIndex((lesson) => lesson.code === code), by) };
}

/** The lessons in a new order; those the order does not name stay behind, in theirs. */
export function orderLessons(course: CourseContent, codes: readonly string[]): CourseContent {
  const place = (code: string) => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return { ...course, lessons: [...course.lessons].sort((a, b) => place(a.code) - place(b.code)) };
}

/** One lesson changed; null where there is none of this code. */
export function changeLesson(course: CourseContent, code: string, change: (lesson: Lesson) => Lesson | null): CourseContent | null {
  const before = course.lessons.find((lesson) => lesson.code === code);
  const after = before === undefined ? null : change(before);
  return after === null ? null : { ...course, lessons: course.lessons.map((lesson) => (lesson === before ? after : lesson)) };
}

/** The scenario of a lesson changed; null where the lesson is none. */
export function changeScenario(course: CourseContent, lesson: string, change: (scenario: Scenario) => Scenario | null): CourseContent | null {
  return changeLesson(course, lesson, (found) => {
    const scenario = found.kind === "scenario" ? change(found.scenario) : null;
    return scenario === null ? null : ({ ...found, scenario } as ScenarioLesson);
  });
}

/** A scenario with one more node, and the code it got; a choice that is named leads to it. */
export function addNode(scenario: Scenario, kind: ScenarioNode["kind"], from?: { readonly node: string; readonly choice: string }): { readonly scenario: Scenario; readonly code: string } {
  const node = kind === "turn" ? blankTurn(scenario.nodes) : blankEnding(scenario.nodes);
  const leads = (before: ScenarioNode): ScenarioNode =>
    before.kind === "turn" && before.code === from?.node ? { ...before, choices: before.choices.map((choice) => (choice.code === from.choice ? { ...choice, to: node.code } : choice)) } : before;
  return { scenario: { ...scenario, start: scenario.nodes.length === 0 ? node.code : scenario.start, nodes: [...scenario.nodes.map(leads), node] }, code: node.code };
}

/** A scenario without a node; choices that led to it lead nowhere until they are given a new target. */
export function removeNode(scenario: Scenario, code: string): Scenario {
  return {
    ...scenario,
    nodes: scenario.nodes
      .filter((node) => node.code !== code)
      .map((node) => (node.kind === "turn" ? { ...node, choices: node.choices.map((choice) => (choice.to === code ? { ...choice, to: "" } : choice)) } : node)),
  };
}

/** One node changed; null where there is none of this code. */
export function changeNode(scenario: Scenario, code: string, change: (node: ScenarioNode) => ScenarioNode | null): Scenario | null {
  const before = scenario.nodes.find((node) => node.code === code);
  const after = before === undefined ? null : change(before);
  return after === null ? null : { ...scenario, nodes: scenario.nodes.map((node) => (node === before ? after : node)) };
}
