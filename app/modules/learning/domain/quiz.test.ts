import fc from "fast-check";
import { expect, it } from "vitest";
import type { QuizLesson } from "./content.ts";
import { CONFIDENCES, markAnswer, markQuiz } from "./quiz.ts";

const text = { vi: "vi", en: "en" };
const quiz = (questions: number, pass: number): QuizLesson => ({
  code: "Q", kind: "quiz", title: text, minutes: 2, recall: [], pass,
  questions: Array.from({ length: questions }, (_, index) => ({ code: `q${index}`, question: text, options: ["a", "b", "c"].map((code, position) => ({ code, text, right: position === index % 3, feedback: text })) })),
});
const answers = fc.array(fc.record({ question: fc.nat(7).map((index) => `q${index}`), choice: fc.constantFrom("a", "b", "c", "d"), confidence: fc.constantFrom(...CONFIDENCES) }), { maxLength: 20 });

it("names a sure wrong answer as worth a second look and a lucky guess as such", () => {
  const one = quiz(1, 1);
  expect(markAnswer(one, { question: "q0", choice: "b", confidence: "sure" })).toMatchObject({ right: false, rightChoice: "a", note: "look_again" });
  expect(markAnswer(one, { question: "q0", choice: "a", confidence: "guess" })).toMatchObject({ right: true, note: "lucky" });
  expect(markAnswer(one, { question: "q0", choice: "b", confidence: "think" })).toMatchObject({ right: false, note: null });
  expect(markAnswer(one, { question: "q0", choice: "z", confidence: "sure" })).toBeNull();
});

it("counts each question once, by its first answer, and passes from the number asked on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(8), answers, (questions, pass, given) => {
      const lesson = quiz(questions, Math.min(pass, questions));
      const mark = markQuiz(lesson, given);
      expect(mark.outOf).toBe(questions);
      expect(mark.right).toBe(mark.answers.filter(({ right }) => right).length);
      expect(new Set(mark.answers.map(({ question }) => question)).size).toBe(mark.answers.length);
      expect(mark.passed).toBe(mark.right >= lesson.pass);
      expect(markQuiz(lesson, [...given, ...given])).toEqual(mark);
    }),
  );
});
