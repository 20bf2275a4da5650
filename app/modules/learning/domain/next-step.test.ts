import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CourseFacts, type LearnerFacts, nextStep } from "./next-step.ts";

const course = (code: string, more: Partial<CourseFacts> = {}): CourseFacts => ({ code, running: null, completed: false, asked: null, endsOn: null, opens: 0, ...more });
const facts = (more: Partial<LearnerFacts> = {}): LearnerFacts => ({ today: "2026-11-26", absent: false, courses: [], cardsDue: 0, toSignOff: 0, ...more });
const running = { lesson: "L2", practice: false };

describe("my next step", () => {
  it("asks nothing of somebody who is away", () => {
    expect(nextStep(facts({ absent: true, cardsDue: 3, courses: [course("A", { asked: { dueDay: "2026-11-01" } })] }))).toEqual({ kind: "rest" });
  });

  it("begins with what is overdue, the longest overdue first, and not before its day is over", () => {
    const courses = [course("A", { asked: { dueDay: "2026-11-25" } }), course("B", { asked: { dueDay: "2026-11-20" }, running }), course("C", { asked: { dueDay: "2026-11-26" } })];
    expect(nextStep(facts({ courses, toSignOff: 1 }))).toEqual({ kind: "overdue", course: "B", lesson: "L2", dueDay: "2026-11-20" });
    expect(nextStep(facts({ courses: courses.slice(2) }))).toEqual({ kind: "due", course: "C", lesson: null, dueDay: "2026-11-26" });
  });

  it("goes on from a waiting colleague to a lesson begun, to what is forgotten, to practice, to what ends and what it opens", () => {
    const all = facts({ toSignOff: 2, cardsDue: 4, courses: [course("A", { running }), course("B", { running: { lesson: "P", practice: true } }), course("C", { completed: true, endsOn: "2026-12-10" }), course("D", { opens: 2 })] });
    expect(nextStep(all)).toEqual({ kind: "sign_off", count: 2 });
    expect(nextStep({ ...all, toSignOff: 0 })).toEqual({ kind: "go_on", course: "A", lesson: "L2" });
    const without = { ...all, toSignOff: 0, courses: all.courses.slice(1) };
    expect(nextStep(without)).toEqual({ kind: "review", count: 4 });
    expect(nextStep({ ...without, cardsDue: 0 })).toEqual({ kind: "practise", course: "B", lesson: "P" });
    expect(nextStep({ ...without, cardsDue: 0, courses: all.courses.slice(2) })).toEqual({ kind: "renew", course: "C", endsOn: "2026-12-10" });
    expect(nextStep({ ...without, cardsDue: 0, courses: all.courses.slice(3) })).toEqual({ kind: "opens", course: "D", count: 2 });
    expect(nextStep(facts({ courses: [course("E")] }))).toEqual({ kind: "choose" });
    expect(nextStep(facts({ courses: [course("E", { completed: true })] }))).toEqual({ kind: "done" });
  });

  it("does not depend on the order in which courses are told", () => {
    const any = fc.uniqueArray(fc.record({ code: fc.constantFrom("A", "B", "C", "D"), running: fc.option(fc.constant(running)), completed: fc.boolean(), asked: fc.option(fc.record({ dueDay: fc.option(fc.constantFrom("2026-11-01", "2026-11-30")) })), endsOn: fc.constant(null), opens: fc.nat(2) }), { selector: ({ code }) => code });
    fc.assert(
      fc.property(any, (courses) => {
        expect(nextStep(facts({ courses: [...courses].reverse() }))).toEqual(nextStep(facts({ courses })));
      }),
    );
  });
});
