import { describe, expect, test } from "vitest";
import type { CourseContent, Lesson, Scenario, Text } from "../domain/content.ts";
import { LIBRARY } from "./library.ts";
import { SKILLS } from "./skills.ts";

const lessons: readonly (readonly [string, Lesson])[] = LIBRARY.flatMap((course) => course.lessons.map((lesson) => [`${course.code} ${lesson.code}`, lesson] as const));
const scenarios: readonly (readonly [string, Scenario])[] = lessons.flatMap(([name, lesson]) => (lesson.kind === "scenario" ? [[name, lesson.scenario] as const] : []));
const courses: readonly (readonly [string, CourseContent])[] = LIBRARY.map((course) => [course.code, course]);

interface Found {
  readonly path: string;
  readonly text: Text;
}

/** Every bilingual text below a value, with where it stands. */
function textsOf(value: unknown, path: string): Found[] {
  if (value === null || typeof value !== "object") return [];
  if ("vi" in value && "en" in value) return [{ path, text: value as Text }];
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, `${path}/${(child as { code?: string } | null)?.code ?? key}`));
}

const texts = [...textsOf(LIBRARY, ""), ...textsOf(SKILLS, "skills")];
const offending = (language: keyof Text, pattern: RegExp, among = texts) => among.filter(({ text }) => pattern.test(text[language])).map(({ path, text }) => `${path}: ${pattern.exec(text[language])?.[0]}`);
const repeated = (codes: readonly string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);
const words = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe("every text", () => {
  test("is there in both languages, each written for itself", () => {
    expect(texts.filter(({ text }) => text.vi.trim() !== text.vi || text.en.trim() !== text.en || words(text.vi) === 0 || words(text.en) === 0)).toEqual([]);
    expect(texts.filter(({ text }) => text.vi === text.en)).toEqual([]);
  });

  test("is Vietnamese where it should be, and English where it should be", () => {
    expect(texts.filter(({ text }) => words(text.vi) > 3 && !/[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵầấẩẫậằắẳẵặềếểễệồốổỗộờớởỡợừứửữự]/iu.test(text.vi)).map(({ path }) => path)).toEqual([]);
    const named = /\*[^*]+\*|[A-ZĐ][\p{Ll}]*[ăâđêôơưạảấầẩậẹẻẽếềểễệọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\p{Ll}*|áo dài|Tết/gu;
    expect(texts.filter(({ text }) => /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u.test(text.en.replaceAll(named, ""))).map(({ path }) => path)).toEqual([]);
  });

  test("marks tones on the first vowel and writes y where the house does", () => {
    expect(offending("vi", /\p{L}*(?:oà|oá|oả|oã|oạ|uỳ|uý|uỷ|uỹ|uỵ|oè|oé|oẻ|oẽ|oẹ)(?!\p{L})/u, texts.map(({ path, text }) => ({ path, text: { ...text, vi: text.vi.replaceAll(/qu[ỳýỷỹỵ]/giu, "") } })))).toEqual([]);
    expect(offending("vi", /(?<!\p{L})(?:lí do|quản lí|tỉ lệ|kì|kí|xử lí|hợp lí|tâm lí|mĩ|vô lí|đạo lí)(?!\p{L})/iu)).toEqual([]);
  });

  test("is composed, and uses one kind of quotation mark", () => {
    expect(texts.filter(({ text }) => text.vi.normalize("NFC") !== text.vi || text.en.normalize("NFC") !== text.en)).toEqual([]);
    for (const language of ["vi", "en"] as const) expect(offending(language, /["«»]|\.\.\.|!| {2}|\d ₫/u)).toEqual([]);
    expect(offending("vi", /\d,\d{3}/u)).toEqual([]);
    expect(offending("en", /\d\.\d{3}/u)).toEqual([]);
  });

  test("keeps to the words of the house", () => {
    expect(offending("vi", /đã ghi nhận|xin ghi nhận|thượng đế|khó tính|xuất bản|chứng chỉ|cử chỉ|chuyển cấp(?! trên)|ngại quyết|rào cản|đồng cảm|(?<!\p{L})Hãy|leo thang|ngân sách|cấp dưới|sợ trách nhiệm|đùn đẩy|Tâm (?:nói|đề nghị|bảo)|không hợp lệ|thất bại|lan can|(?<!\p{L})siết|thi đua|quan liêu/iu)).toEqual([]);
    expect(offending("en", /unfortunately|kindly (?:note|wait|send|contact|be)|dear customer|valued customer/iu, said())).toEqual([]);
  });

  test("never lets a good answer hide behind the machinery", () => {
    expect(offending("vi", /hệ thống không cho|theo quy định|ngoài thẩm quyền của em|sự bất tiện|thông cảm/iu, said())).toEqual([]);
    expect(offending("en", /the system (?:won't|doesn't|does not)|as per|any inconvenience|bear with us/iu, said())).toEqual([]);
  });
});

/** What a learner is led to say: choices that do the person good, right answers, and what is to be remembered. */
function said(): Found[] {
  const chosen = scenarios.flatMap(([name, { nodes }]) =>
    nodes.flatMap((node) => (node.kind === "turn" ? node.choices.filter(({ effects }) => (effects.trust ?? 0) > 0).map(({ code, text }) => ({ path: `${name}/${node.code}/${code}`, text })) : [])),
  );
  const answered = lessons.flatMap(([name, lesson]) =>
    lesson.kind === "quiz" ? lesson.questions.flatMap(({ code, options }) => options.filter((option) => option.right).map(({ text }) => ({ path: `${name}/${code}`, text }))) : [],
  );
  return [...chosen, ...answered];
}

describe("the library", () => {
  test("has its codes once each, and a known skill for each course", () => {
    expect(repeated(LIBRARY.map(({ code }) => code))).toEqual([]);
    expect(repeated(SKILLS.map(({ code }) => code))).toEqual([]);
    expect(LIBRARY.filter(({ skill }) => !SKILLS.some(({ code }) => code === skill))).toEqual([]);
    expect(SKILLS.filter(({ code }) => !LIBRARY.some(({ skill }) => skill === code))).toEqual([]);
  });

  test.each(courses)("%s has three to six lessons, a scenario and something to keep in mind", (_code, course) => {
    expect(course.lessons.length).toBeGreaterThanOrEqual(3);
    expect(course.lessons.length).toBeLessThanOrEqual(6);
    expect(course.lessons.some(({ kind }) => kind === "scenario")).toBe(true);
    expect(course.lessons.flatMap(({ recall }) => recall).length).toBeGreaterThanOrEqual(3);
    expect(repeated(course.lessons.map(({ code }) => code))).toEqual([]);
    expect(repeated(course.lessons.flatMap(({ recall }) => recall.map(({ code }) => code)))).toEqual([]);
  });

  test.each(courses)("%s fits into the minutes it says", (_code, { lessons: all }) => {
    const minutes = all.reduce((sum, lesson) => sum + lesson.minutes, 0);
    expect(minutes).toBeLessThanOrEqual(30);
    for (const lesson of all) {
      expect(lesson.minutes).toBeGreaterThanOrEqual(1);
      expect(lesson.minutes).toBeLessThanOrEqual(5);
      // Vietnamese is counted in syllables: three hundred are read in a minute, of English two hundred and twenty words
      if (lesson.kind === "read") expect(Math.max(words(lesson.body.vi) / 300, words(lesson.body.en) / 220), lesson.code).toBeLessThanOrEqual(lesson.minutes);
    }
  });
});

describe("a quiz", () => {
  const quizzes = lessons.flatMap(([name, lesson]) => (lesson.kind === "quiz" ? [[name, lesson] as const] : []));

  test.each(quizzes)("%s has exactly one right answer to a question, not always in the same place", (_name, { questions, pass }) => {
    expect(pass).toBeGreaterThanOrEqual(1);
    expect(pass).toBeLessThanOrEqual(questions.length);
    expect(repeated(questions.map(({ code }) => code))).toEqual([]);
    for (const { code, options } of questions) {
      expect(options.filter((option) => option.right).length, code).toBe(1);
      expect(options.length, code).toBeGreaterThanOrEqual(3);
      expect(repeated(options.map((option) => option.code))).toEqual([]);
    }
    expect(new Set(questions.map(({ options }) => options.findIndex((option) => option.right))).size).toBeGreaterThan(1);
  });
});

describe("a scenario", () => {
  const targets = (scenario: Scenario, code: string) => scenario.nodes.flatMap((node) => (node.code === code && node.kind === "turn" ? node.choices.map(({ to }) => to) : []));

  test.each(scenarios)("%s has twelve nodes or more, three endings or more, and all kinds of them", (_name, { nodes }) => {
    expect(nodes.length).toBeGreaterThanOrEqual(12);
    const qualities = nodes.flatMap((node) => (node.kind === "ending" ? [node.quality] : []));
    expect(qualities.length).toBeGreaterThanOrEqual(3);
    expect(new Set(qualities)).toEqual(new Set(["good", "mixed", "poor"]));
    expect(repeated(nodes.map(({ code }) => code))).toEqual([]);
  });

  test.each(scenarios)("%s can be walked to every node, and every path ends", (_name, scenario) => {
    const reached = new Set<string>();
    const walk = (code: string, before: readonly string[]) => {
      expect(before, `${code} comes round again`).not.toContain(code);
      if (reached.has(code)) return;
      reached.add(code);
      expect(scenario.nodes.filter((node) => node.code === code).length, code).toBe(1);
      for (const to of targets(scenario, code)) walk(to, [...before, code]);
    };
    walk(scenario.start, []);
    expect(scenario.nodes.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual([]);
  });

  test.each(scenarios)("%s joins its paths again", (_name, scenario) => {
    const joined = scenario.nodes.filter(({ code }) => new Set(scenario.nodes.filter((node) => targets(scenario, node.code).includes(code)).map((node) => node.code)).size > 1);
    expect(joined.length).toBeGreaterThanOrEqual(3);
  });

  test.each(scenarios)("%s offers two or three choices, each with its effect and a word on it", (_name, { nodes, begins }) => {
    for (const start of [begins.trust, begins.frustration]) expect(start >= 0 && start <= 100).toBe(true);
    for (const node of nodes) {
      if (node.kind !== "turn") continue;
      expect(node.choices.length, node.code).toBeGreaterThanOrEqual(2);
      expect(node.choices.length, node.code).toBeLessThanOrEqual(3);
      expect(repeated(node.choices.map(({ code }) => code))).toEqual([]);
      expect(node.choices.filter(({ effects }) => Object.keys(effects).length === 0 || (effects.time ?? 0) < 0).map(({ code }) => `${node.code}/${code}`)).toEqual([]);
      expect(new Set(node.choices.map(({ feedback }) => feedback.vi)).size).toBe(node.choices.length);
    }
  });

  test("does not give the good choice away by its place", () => {
    const best = scenarios.flatMap(([, { nodes }]) =>
      nodes.flatMap((node) => (node.kind === "turn" ? [node.choices.map(({ effects }, index) => [effects.trust ?? 0, index] as const).sort((a, b) => b[0] - a[0])[0]?.[1]] : [])),
    );
    expect(best.filter((index) => index === 0).length / best.length).toBeLessThan(0.65);
  });
});
