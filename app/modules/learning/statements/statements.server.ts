import type { Prisma } from "#db/generated/client.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { db } from "#platform/db.server.ts";
import { lookupHash } from "#platform/secrets.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "../command.server.ts";
import { versionsOf } from "../courses.server.ts";
import type { CourseContent, Text } from "../domain/content.ts";
import { type Act, duration, type Statement, statementOf } from "./statement.ts";

const WITH = { results: true, answers: true, plays: { include: { choices: true } } } as const satisfies Prisma.LearningAttemptInclude;
type Stored = Prisma.LearningAttemptGetPayload<{ include: typeof WITH }>;

const PAGE = 200;
const PSEUDONYM_LENGTH = 32;

function actsOf(attempt: Stored, content: CourseContent, base: string): Act[] {
  const { id: attemptId, course } = attempt;
  const lessonName = (code: string): Text => content.lessons.find((lesson) => lesson.code === code)?.title ?? { vi: code, en: code };
  const begun: Act = { key: `attempt:${attemptId}`, verb: "initialized", activity: "course", path: [course], name: content.title, at: attempt.startedAt, attemptId };
  const answers = attempt.answers.map(({ id, lesson, question, choice, confidence, right, at }): Act => {
    const asked = content.lessons.find((one) => one.code === lesson);
    const name = (asked?.kind === "quiz" ? asked.questions.find((one) => one.code === question)?.question : undefined) ?? lessonName(lesson);
    return { key: `answer:${id}`, verb: "answered", activity: "interaction", path: [course, lesson, question], name, at, attemptId, result: { response: choice, success: right, extensions: { [`${base}/xapi/confidence`]: confidence } } };
  });
  const choices = attempt.plays.flatMap(({ lesson, choices: made }) =>
    made.map(({ id, node, choice, tookMs, trust, frustration, time, at }): Act => {
      const feelings = { [`${base}/xapi/trust`]: trust, [`${base}/xapi/frustration`]: frustration, [`${base}/xapi/minutes`]: time };
      return { key: `choice:${id}`, verb: "responded", activity: "interaction", path: [course, lesson, node], name: lessonName(lesson), at, attemptId, result: { response: choice, extensions: feelings, ...(tookMs === null ? {} : { duration: duration(tookMs) }) } };
    }),
  );
  const lessons = attempt.results.flatMap(({ lesson, finishedAt, score, outOf, passed }): Act[] => {
    if (finishedAt === null) return [];
    const counted = score === null ? {} : { score: { raw: score, ...(outOf === null ? {} : { min: 0, max: outOf }) } };
    return [{ key: `lesson:${attemptId}:${lesson}`, verb: "completed", activity: "lesson", path: [course, lesson], name: lessonName(lesson), at: finishedAt, attemptId, result: { completion: true, ...(passed === null ? {} : { success: passed }), ...counted } }];
  });
  const whole: Act[] = attempt.completedAt === null ? [] : [{ key: `completed:${attemptId}`, verb: "completed", activity: "course", path: [course], name: content.title, at: attempt.completedAt, attemptId, result: { completion: true } }];
  return [begun, ...answers, ...choices, ...lessons, ...whole].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Statements of up to `limit` attempts after `after` (an attempt's id), with the id to go on from; null at the end. */
export async function statementPage(after: string, limit: number): Promise<{ readonly statements: Statement[]; readonly next: string | null }> {
  const attempts = await db.learningAttempt.findMany({ where: { id: { gt: after } }, include: WITH, orderBy: { id: "asc" }, take: limit });
  const versions = await versionsOf(attempts);
  const base = baseAddress();
  const statements = attempts.flatMap((attempt) => {
    const content = versions.get(`${attempt.course}/${attempt.version}`);
    const pseudonym = lookupHash("xapi", attempt.personId).slice(0, PSEUDONYM_LENGTH);
    return content === undefined ? [] : actsOf(attempt, content, base).map((act) => statementOf(act, { base, pseudonym }));
  });
  return { statements, next: attempts.length === limit ? (attempts.at(-1)?.id ?? null) : null };
}

async function* lines(): AsyncGenerator<string> {
  for (let after: string | null = ""; after !== null; ) {
    const page: Awaited<ReturnType<typeof statementPage>> = await statementPage(after, PAGE);
    yield page.statements.map((statement) => `${JSON.stringify(statement)}\n`).join("");
    after = page.next;
  }
}

/** Every statement as JSON lines, attempt by attempt; that they were taken stands in the trail. Refuses `forbidden`. */
export async function exportStatements(asked: Asked): Promise<AsyncGenerator<string>> {
  demand(asked, "learning.statements");
  await transaction((tx) => recordEvent(tx, asked, { kind: "export", id: "statements" }, { type: "learning.exported", schema: 1, data: { what: "statements" } }));
  return lines();
}
