import { beforeEach, describe, expect, it } from "vitest";
import { seedSmallCompany, type SmallCompany } from "#db/seed/builders.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { openReflection, shareReflection, withdrawShare, writeReflection } from "#modules/learning/taking/reflect.server.ts";
import { answerQuestion } from "#modules/learning/taking/answer-question.server.ts";
import { chooseInScenario } from "#modules/learning/taking/choose-in-scenario.server.ts";
import { finishReading } from "#modules/learning/taking/finish-lesson.server.ts";
import { playAgain } from "#modules/learning/taking/play-again.server.ts";
import { reviewCard } from "#modules/learning/taking/review-card.server.ts";
import { startAttempt } from "#modules/learning/taking/start-attempt.server.ts";
import { db } from "#platform/db.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { askedBy, askedByOperator } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { course, days, later, now, publish, quiz, read, reflection, scenario, takeUntilPractice, uuid } from "./company.ts";

let people: SmallCompany["people"];

beforeEach(async () => {
  await useTestDatabase();
  ({ people } = await seedSmallCompany(now));
  await publish(people.hr);
});

describe("an attempt", () => {
  it("goes on where it was and keeps the version it began with, whatever is published meanwhile", async () => {
    const asked = await askedBy(people.frontline2, now);
    const begun = await startAttempt("AUTHORITY-BASICS", asked);
    await publish(people.hr, course({ lessons: [read] }), 2, later(5));
    expect(await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, later(9)))).toEqual({ ...begun, resumed: true });
    expect(await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline, later(9)))).toMatchObject({ version: 2, resumed: false });
    expect(await db.learningCourseVersion.findMany({ select: { number: true, state: true }, orderBy: { number: "asc" } })).toEqual([{ number: 1, state: "retired" }, { number: 2, state: "published" }]);
    await expect(transaction((tx) => tx.update("LearningCourseVersion", { course: "AUTHORITY-BASICS", number: 1 }, { content: "{}" }))).rejects.toThrow(/published version/);
    await expect(transaction((tx) => tx.update("LearningAttempt", { id: begun.id }, { version: 2 }))).rejects.toThrow(/cannot be changed/);
    expect((await verifyChain()).ok).toBe(true);
  });

  it("is one's own: not an auditor's, the operator's or for another to write in; unknown courses are not found", async () => {
    const { id } = await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    await expect(finishReading(id, "READ", await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "not_found" });
    await expect(startAttempt("NOTHING", await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "not_found" });
    for (const asked of [await askedBy(people.auditor, now), askedByOperator(now)]) await expect(startAttempt("AUTHORITY-BASICS", asked)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is completed by its lessons alone: starting one gives nothing", async () => {
    await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    const id = await takeUntilPractice(people.frontline2);
    expect(await db.learningAttempt.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "running", completedAt: null });
    expect(await db.learningCertificate.count()).toBe(0);
  });
});

describe("a scenario", () => {
  const choose = async (attempt: string, choice: string, position: number, play: string | null = null, id = uuid()) =>
    chooseInScenario(attempt, { id, lesson: "TALK", play, position, choice, tookMs: null }, await askedBy(people.frontline2, later(position)));

  it("keeps every choice as data, once however often it is sent, and ends with the sum of its points", async () => {
    await publish(people.hr, course({ lessons: [scenario, quiz] }), 2);
    const { id } = await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    const first = uuid();
    const { play, state } = await choose(id, "listen", 0, null, first);
    expect(state).toMatchObject({ node: "T2", feelings: { trust: 60, frustration: 50, time: 1 }, score: 30, ended: false });
    expect(await choose(id, "listen", 0, null, first)).toMatchObject({ play, state: { node: "T2", score: 30 } });
    await expect(choose(id, "listen", 0, play)).rejects.toMatchObject({ code: "state_changed" });
    await expect(choose(id, "nothing", 1, play)).rejects.toMatchObject({ errors: [{ path: "choice", code: "unknown_choice" }] });
    const ended = await choose(id, "refund", 1, play);
    expect(ended.state).toMatchObject({ node: "GOOD", ended: true, score: 70 });
    expect(await db.learningChoice.findMany({ orderBy: { position: "asc" }, select: { node: true, choice: true, trust: true, position: true } })).toEqual([{ node: "T1", choice: "listen", trust: 60, position: 0 }, { node: "T2", choice: "refund", trust: 80, position: 1 }]);
    expect(await db.learningPlay.findFirstOrThrow()).toMatchObject({ ending: "GOOD", quality: "good" });
    expect(await db.learningLessonResult.findFirstOrThrow()).toMatchObject({ lesson: "TALK", score: 70 });
    await expect(transaction((tx) => tx.update("LearningChoice", { id: first }, { choice: "receipt" }))).rejects.toThrow(/append-only/);
  });

  it("is played again from any point, keeping what came before and the better score", async () => {
    const { id } = await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    const { play } = await choose(id, "listen", 0);
    await choose(id, "refund", 1, play);
    const asked = await askedBy(people.frontline2, later(10));
    const again = await playAgain(id, { lesson: "TALK", play, kept: 1 }, asked);
    expect(await playAgain(id, { lesson: "TALK", play, kept: 1 }, asked)).toBe(again);
    expect((await choose(id, "leave", 1, again)).state).toMatchObject({ node: "POOR", steps: [{ choice: "listen" }, { choice: "leave" }] });
    expect(await db.learningLessonResult.findFirstOrThrow()).toMatchObject({ score: 70 });
    await expect(playAgain(id, { lesson: "TALK", play, kept: 9 }, asked)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a quiz", () => {
  it("marks with how sure it was answered, and gives another round when it was not passed", async () => {
    await publish(people.hr, course({ lessons: [read, quiz] }), 2);
    const { id } = await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    const give = async (question: string, choice: string, confidence: "sure" | "think", key = uuid()) => answerQuestion(id, { id: key, lesson: "QUIZ", question, choice, confidence }, await askedBy(people.frontline2, now));
    const wrong = uuid();
    expect(await give("Q1", "b", "sure", wrong)).toMatchObject({ answer: { right: false, note: "look_again" }, result: null });
    expect(await give("Q1", "b", "sure", wrong)).toMatchObject({ answer: { right: false } });
    expect(await give("Q1", "a", "sure")).toMatchObject({ answer: { choice: "b", right: false } });
    expect(await give("Q2", "a", "think")).toMatchObject({ result: { right: 1, outOf: 2, passed: false } });
    expect(await db.learningAnswer.count()).toBe(2);
    await give("Q1", "a", "think");
    expect(await give("Q2", "a", "think")).toMatchObject({ result: { right: 2, passed: true }, completed: false });
    await expect(give("Q9", "a", "think")).rejects.toMatchObject({ errors: [{ path: "question" }] });
  });
});

describe("spaced review", () => {
  it("brings a lesson's facts back a day later, later each time they are known, once per review", async () => {
    const { id } = await startAttempt("AUTHORITY-BASICS", await askedBy(people.frontline2, now));
    await finishReading(id, "READ", await askedBy(people.frontline2, now));
    const fields = { id: uuid(), course: "AUTHORITY-BASICS", card: "CARD", rating: "good" } as const;
    expect(await reviewCard(fields, await askedBy(people.frontline2, later(5)))).toEqual(days(1));
    const due = await reviewCard(fields, await askedBy(people.frontline2, days(1)));
    expect(due > days(2)).toBe(true);
    expect(await reviewCard(fields, await askedBy(people.frontline2, days(30)))).toEqual(due);
    expect(await db.learningReview.count()).toBe(1);
    await expect(reviewCard(fields, await askedBy(people.frontline, days(1)))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a reflection", () => {
  it("lies encrypted, stays out of the trail, and is shared only as a copy that can be taken back", async () => {
    await publish(people.hr, course({ lessons: [reflection] }), 2);
    const asked = await askedBy(people.frontline2, now);
    const { id } = await startAttempt("AUTHORITY-BASICS", asked);
    await writeReflection(id, "SELF", "Tôi đã ngại", asked);
    await writeReflection(id, "SELF", "Tôi đã ngại, và đã hỏi", asked);
    const row = await db.learningReflection.findFirstOrThrow();
    expect(row.sealed).not.toContain("ngại");
    expect(openReflection(row)).toBe("Tôi đã ngại, và đã hỏi");
    expect(await db.auditEvent.count({ where: { OR: [{ data: { contains: "ngại" } }, { subjectKind: "reflection" }] } })).toBe(0);
    await expect(shareReflection(id, "SELF", "x", await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "not_found" });
    const copy = await shareReflection(id, "SELF", "Chia sẻ một điều", asked);
    expect(await db.learningShare.findUniqueOrThrow({ where: { id: copy } })).toMatchObject({ text: "Chia sẻ một điều", withdrawnAt: null });
    await expect(withdrawShare(copy, await askedBy(people.hr, now))).rejects.toMatchObject({ code: "not_found" });
    await withdrawShare(copy, asked);
    expect((await db.learningShare.findUniqueOrThrow({ where: { id: copy } })).withdrawnAt).toEqual(now);
  });
});
