import { describe, expect, it } from "vitest";
import type { CourseContent, Lesson } from "./content.ts";
import { type LessonRecord, type PracticeRecord, progressOf } from "./completion.ts";

const text = { vi: "vi", en: "en" };
const base = { title: text, minutes: 2, recall: [] };
const lessons: readonly Lesson[] = [
  { ...base, code: "READ", kind: "read", body: text, remember: text },
  { ...base, code: "QUIZ", kind: "quiz", questions: [], pass: 1 },
  { ...base, code: "FIELD", kind: "practice", task: text, times: 2, observe: [text] },
];
const course = (more: Partial<CourseContent> = {}): CourseContent => ({ code: "C", title: text, summary: text, why: text, serves: { kind: "need", text }, skill: "S", validMonths: 12, verified: false, lessons, ...more });
const read: LessonRecord = { lesson: "READ", finished: true, passed: null };
const failed: LessonRecord = { lesson: "QUIZ", finished: true, passed: false };
const passed: LessonRecord = { lesson: "QUIZ", finished: true, passed: true };
const report = (state: PracticeRecord["state"]): PracticeRecord => ({ lesson: "FIELD", state });

describe("how far an attempt is", () => {
  it("has done nothing without a record, even of a course without lessons", () => {
    expect(progressOf(course(), [], [])).toMatchObject({ done: [], next: "READ", completed: false, earned: false });
    expect(progressOf(course({ lessons: [] }), [], [])).toMatchObject({ completed: false, earned: false });
  });

  it("needs a quiz passed and practice told as often as asked, a report sent back not counting", () => {
    expect(progressOf(course(), [read, failed], [])).toMatchObject({ done: ["READ"], next: "QUIZ" });
    expect(progressOf(course(), [read, passed], [report("waiting"), report("again")])).toMatchObject({ next: "FIELD", completed: false });
    expect(progressOf(course(), [read, passed], [report("waiting"), report("waiting")])).toMatchObject({ next: null, completed: true, earned: true });
  });

  it("is completed but not verified until an observer signs off, where the course asks for it", () => {
    const asks = course({ verified: true });
    expect(progressOf(asks, [read, passed], [report("waiting"), report("waiting")])).toMatchObject({ completed: true, earned: false, unverified: ["FIELD"] });
    expect(progressOf(asks, [read, passed], [report("waiting"), report("signed_off")])).toMatchObject({ completed: true, earned: true, unverified: [] });
  });
});
