import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";
import { taughtCourses, versionsOf } from "./courses.server.ts";
import { isDone } from "./domain/completion.ts";
import type { CourseContent, Lesson, PracticeLesson, QuizLesson, ReadLesson, ReflectionLesson, ScenarioLesson } from "./domain/content.ts";
import { safeHtml } from "./markdown.server.ts";
import { linesOf } from "./practice/queries-practice.server.ts";
import { sharesOf } from "./queries-learn.server.ts";
import { openReflection } from "./taking/reflect.server.ts";
import { pathAlong } from "./taking/play.server.ts";
import { quizScreen, scenarioScreen } from "./taking/screens.ts";
import type { LessonBody, LessonView, PracticeView, QuizView, ReadView, ReflectionView, ScenarioView } from "./view-models.ts";

/** What the address of a lesson asks for besides. */
export interface LessonWish {
  /** A play of a scenario other than the one that goes on. */
  readonly play: string | null;
  /** To answer a quiz once more after a round. */
  readonly again: boolean;
}

function readView({ body, remember }: ReadLesson): ReadView {
  return { html: { vi: safeHtml(body.vi), en: safeHtml(body.en) }, remember };
}

/** The play the address names, else the one that goes on, else the last one, which has ended. */
async function scenarioView(attemptId: string | null, lesson: ScenarioLesson, wish: LessonWish): Promise<ScenarioView> {
  const plays = attemptId === null ? [] : await db.learningPlay.findMany({ where: { attemptId, lesson: lesson.code }, include: { choices: { orderBy: { position: "asc" }, select: { choice: true } } }, orderBy: { number: "asc" } });
  const chain = new Map(plays.map((play) => [play.id, { play, own: play.choices.map(({ choice }) => choice) }]));
  const shown = plays.find(({ id }) => id === wish.play) ?? plays.findLast(({ endedAt }) => endedAt === null) ?? plays.at(-1);
  const screen = scenarioScreen(lesson, shown?.id ?? null, shown === undefined ? [] : pathAlong(chain, shown.id));
  const fresh = screen ?? scenarioScreen(lesson, null, []);
  if (fresh === null) throw new Error("A published scenario has its start");
  return fresh;
}

async function quizView(attemptId: string | null, quiz: QuizLesson, { again }: LessonWish): Promise<QuizView> {
  const answers = attemptId === null ? [] : await db.learningAnswer.findMany({ where: { attemptId, lesson: quiz.code }, orderBy: [{ round: "asc" }, { at: "asc" }, { id: "asc" }] });
  const round = answers.at(-1)?.round ?? 1;
  const shown = quizScreen(quiz, answers.filter((answer) => answer.round === round));
  return shown.result !== null && again ? quizScreen(quiz, []) : shown;
}

async function practiceView(attemptId: string | null, { code, task, times, observe }: PracticeLesson): Promise<PracticeView> {
  const reports = attemptId === null ? [] : await db.learningReport.findMany({ where: { attemptId, lesson: code, erasedAt: null }, select: { id: true, personId: true, course: true, version: true, lesson: true, state: true, at: true }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  return { task, times, observe, reports: await linesOf(reports) };
}

async function reflectionView(actor: PersonActor, course: string, attemptId: string | null, { code, prompt }: ReflectionLesson): Promise<ReflectionView> {
  const row = attemptId === null ? null : await db.learningReflection.findFirst({ where: { attemptId, lesson: code, personId: actor.personId } });
  const shares = (await sharesOf(actor, course, code)).filter(({ mine }) => mine);
  return { prompt, text: row === null ? null : openReflection(row), shares };
}

async function bodyOf(actor: PersonActor, course: string, attemptId: string | null, lesson: Lesson, wish: LessonWish): Promise<LessonBody> {
  switch (lesson.kind) {
    case "read":
      return { kind: "read", read: readView(lesson) };
    case "scenario":
      return { kind: "scenario", scenario: await scenarioView(attemptId, lesson, wish) };
    case "quiz":
      return { kind: "quiz", quiz: await quizView(attemptId, lesson, wish) };
    case "practice":
      return { kind: "practice", practice: await practiceView(attemptId, lesson) };
    case "reflection":
      return { kind: "reflection", reflection: await reflectionView(actor, course, attemptId, lesson) };
  }
}

async function attemptFor(actor: PersonActor, course: string) {
  const rows = await db.learningAttempt.findMany({ where: { personId: actor.personId, course }, include: { results: true, reports: { select: { lesson: true, state: true } } }, orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
  return rows.find(({ state }) => state === "running") ?? rows[0] ?? null;
}

/** One lesson as a person takes it; null for a course or a lesson that is not theirs to see. */
export async function lessonView(actor: PersonActor, course: string, code: string, wish: LessonWish): Promise<LessonView | null> {
  const attempt = await attemptFor(actor, course);
  const content: CourseContent | undefined = attempt === null ? (await taughtCourses()).get(course)?.content : (await versionsOf([attempt])).get(`${course}/${attempt.version}`);
  const lesson = content?.lessons.find((one) => one.code === code);
  if (content === undefined || lesson === undefined) return null;
  const position = content.lessons.indexOf(lesson);
  const records = (attempt?.results ?? []).map((row) => ({ lesson: row.lesson, finished: row.finishedAt !== null, passed: row.passed }));
  const reports = (attempt?.reports ?? []).map((row) => ({ lesson: row.lesson, state: row.state as "waiting" | "signed_off" | "again" }));
  return {
    course: { code: course, title: content.title },
    ...{ code, title: lesson.title, position: position + 1, total: content.lessons.length },
    done: isDone(lesson, records, reports),
    attempt: attempt?.id ?? null,
    after: content.lessons[position + 1]?.code ?? null,
    body: await bodyOf(actor, course, attempt?.id ?? null, lesson, wish),
  };
}
