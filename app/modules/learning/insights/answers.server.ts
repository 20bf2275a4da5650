import { db } from "#platform/db.server.ts";
import type { CourseContent } from "../domain/content.ts";
import { enough } from "./progress.server.ts";
import type { ChoiceFigures, QuestionFigures } from "./view-models.ts";

/** How often each choice of the scenarios was made, by those who learn by this version; turns fewer than five people came to are left out. */
export async function choiceFigures(content: CourseContent, version: number): Promise<ChoiceFigures[]> {
  const rows = await db.learningChoice.findMany({
    where: { play: { attempt: { course: content.code, version } } },
    select: { node: true, choice: true, play: { select: { lesson: true, attempt: { select: { personId: true } } } } },
  });
  const at = new Map<string, { readonly people: string[]; readonly counts: Map<string, number> }>();
  for (const { node, choice, play } of rows) {
    const place = `${play.lesson}/${node}`;
    const known = at.get(place) ?? { people: [], counts: new Map<string, number>() };
    known.people.push(play.attempt.personId);
    known.counts.set(choice, (known.counts.get(choice) ?? 0) + 1);
    at.set(place, known);
  }
  return content.lessons.flatMap((lesson) =>
    lesson.kind !== "scenario"
      ? []
      : lesson.scenario.nodes.flatMap((node) => {
          const found = at.get(`${lesson.code}/${node.code}`);
          if (node.kind !== "turn" || found === undefined || !enough(found.people)) return [];
          const choices = node.choices.map(({ code, text }) => ({ code, text, count: found.counts.get(code) ?? 0 }));
          return [{ lesson: lesson.code, lessonTitle: lesson.title, node: node.code, says: node.says, n: found.people.length, choices }];
        }),
  );
}

/** First answers to the questions of a version, most often wrong first; questions fewer than five people answered are left out. */
export async function questionFigures(content: CourseContent, version: number): Promise<QuestionFigures[]> {
  const rows = await db.learningAnswer.findMany({
    where: { round: 1, attempt: { course: content.code, version } },
    select: { lesson: true, question: true, right: true, confidence: true, attempt: { select: { personId: true } } },
  });
  const by = new Map<string, typeof rows>();
  for (const row of rows) by.set(`${row.lesson}/${row.question}`, [...(by.get(`${row.lesson}/${row.question}`) ?? []), row]);
  const found = content.lessons.flatMap((lesson) =>
    lesson.kind !== "quiz"
      ? []
      : lesson.questions.flatMap(({ code, question }) => {
          const answers = by.get(`${lesson.code}/${code}`) ?? [];
          if (!enough(answers.map(({ attempt }) => attempt.personId))) return [];
          const wrong = answers.filter(({ right }) => !right);
          return [{ lesson: lesson.code, question: code, text: question, n: answers.length, wrong: wrong.length, sureAndWrong: wrong.filter(({ confidence }) => confidence === "sure").length }];
        }),
  );
  return found.sort((a, b) => b.wrong / b.n - a.wrong / a.n || b.n - a.n);
}
