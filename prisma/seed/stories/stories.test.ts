import { expect, test } from "vitest";
import { LIBRARY } from "#modules/learning/library/library.ts";
import { COURSES, DEPARTMENTS } from "../company/places.ts";
import { POLICY, policyDays, policyVersions } from "../policy.ts";
import { VALUES } from "../recognition/values.ts";
import { CIRCLES } from "./circles.ts";
import { LINE_UP_CARDS } from "./line-up-cards.ts";
import { STORIES } from "./stories.ts";

const policy = policyVersions(policyDays("2026-11-23"))[POLICY.inForce];
const told = STORIES.map(({ language, title, happened, felt, unsaid, done, changed, responses }) => ({
  language,
  texts: [title, happened, felt, unsaid, done, changed, ...responses.map(({ text }) => text)],
}));
const vietnamese = [...told.filter(({ language }) => language === "vi").flatMap(({ texts }) => texts), ...LINE_UP_CARDS.flatMap(({ question, why }) => [question.vi, why.vi]), ...CIRCLES.flatMap(({ theme, learnt }) => [theme.vi, learnt?.vi ?? ""])];
const english = [...told.filter(({ language }) => language === "en").flatMap(({ texts }) => texts), ...LINE_UP_CARDS.flatMap(({ question, why }) => [question.en, why.en]), ...CIRCLES.flatMap(({ theme, learnt }) => [theme.en, learnt?.en ?? ""])];

test("twelve stories or more, a quarter of them told in English, and of every value", () => {
  expect(STORIES.length).toBeGreaterThanOrEqual(12);
  expect(new Set(STORIES.map(({ code }) => code)).size).toBe(STORIES.length);
  expect(STORIES.filter(({ language }) => language === "en").length / STORIES.length).toBeCloseTo(0.25, 1);
  expect(new Set(STORIES.map(({ value }) => value))).toEqual(new Set(VALUES.map(({ code }) => code)));
  expect(STORIES.filter(({ responses }) => responses.length < 2)).toEqual([]);
});

test("a story's hint names a gesture and a reason of the policy, and its teller a department", () => {
  const departments = DEPARTMENTS.map(({ code }) => code);
  for (const { code, teller, source, responses } of STORIES) {
    for (const { department } of [teller, ...responses.map(({ by }) => by)]) expect(departments, code).toContain(department);
    if (source.kind !== "decision") continue;
    expect(policy.gestures.map((gesture) => gesture.code), code).toContain(source.gesture);
    expect(policy.reasons?.map((reason) => reason.code), code).toContain(source.reason);
  }
});

test("nobody can be told from a story: no numbers to call, no addresses, nobody of the product's name", () => {
  for (const text of [...vietnamese, ...english]) expect(text).not.toMatch(/\d{5,}|@|#|(?<!\p{L})Tâm(?!\p{L})/u);
});

test("stories, cards and circles keep to the words of the house", () => {
  for (const text of vietnamese) {
    expect(text).not.toMatch(/đã ghi nhận|thượng đế|khó tính|xuất bản|cử chỉ|chuyển cấp(?! trên)|ngại quyết|rào cản|đồng cảm|leo thang|ngân sách|cấp dưới|quan liêu|thi đua|!|"/iu);
    expect(text).not.toMatch(/(?<!q)(?:oà|oá|oả|oã|oạ|uỳ|uý|uỷ|uỹ|uỵ|oè|oé|oẻ|oẽ|oẹ)(?!\p{L})|(?<!\p{L})(?:lí do|quản lí|tỉ lệ|kì|kí|xử lí|hợp lí)(?!\p{L})/iu);
    expect(text.normalize("NFC")).toBe(text);
  }
  for (const text of english) expect(text).not.toMatch(/unfortunately|!|"/iu);
});

test("a card for each of six weeks names a story, a rule in force, and both languages", () => {
  expect(LINE_UP_CARDS.map(({ weeksAgo }) => weeksAgo)).toEqual([0, 1, 2, 3, 4, 5]);
  for (const { story, rule, question, why } of LINE_UP_CARDS) {
    expect(STORIES.map(({ code }) => code)).toContain(story);
    expect(policy.rules.map(({ code }) => code)).toContain(rule);
    expect(question.vi).not.toBe(question.en);
    expect(why.vi).not.toBe(why.en);
  }
});

test("a story is on a card only after it was told", () => {
  for (const { story, weeksAgo } of LINE_UP_CARDS) expect(STORIES.find(({ code }) => code === story)?.daysAgo ?? 0, story).toBeGreaterThanOrEqual(weeksAgo * 7 + 7);
});

test("circles that have been say what was learnt, those to come do not", () => {
  expect(CIRCLES.length).toBe(5);
  for (const { code, inDays, learnt, about } of CIRCLES) {
    expect(learnt === null, code).toBe(inDays > 0);
    expect(about.kind === "story" ? STORIES.some((story) => story.code === about.code) : LIBRARY.some((course) => course.code === about.code), code).toBe(true);
  }
});

test("every course of the demo company can really be taken, by the same name and in the same time", () => {
  for (const { code, nameVi, nameEn, minutes } of COURSES) {
    const course = LIBRARY.find((candidate) => candidate.code === code);
    expect(course?.title, code).toEqual({ vi: nameVi, en: nameEn });
    expect(course?.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0), code).toBe(minutes);
  }
});

test("every course that a rule asks for is in the library", () => {
  for (const { code, who } of policy.rules) for (const course of who?.courses ?? []) expect(LIBRARY.map((candidate) => candidate.code), code).toContain(course);
});
