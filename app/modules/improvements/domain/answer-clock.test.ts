import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "#kernel/business-time.ts";
import { answerDue, isOverdue, mustClimb, nextAsked } from "./answer-clock.ts";

const office: BusinessCalendar = {
  hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [["08:30", "12:00"], ["13:00", "17:30"]]])),
  holidays: new Set(["2026-11-25"]),
  zone: "Asia/Ho_Chi_Minh",
};
/** Hà Nội local time of November 2026. */
const at = (day: number, time: string) => new Date(`2026-11-${String(day).padStart(2, "0")}T${time}:00+07:00`);

describe("the clock of an answer", () => {
  it("runs while the office is open: two days for the first, one for each above", () => {
    expect(answerDue(at(23, "08:30"), 1, office)).toEqual(at(24, "17:30"));
    expect(answerDue(at(23, "16:30"), 2, office)).toEqual(at(24, "16:30"));
  });

  it("stands still at night, over a weekend and on a holiday", () => {
    expect(answerDue(at(24, "17:00"), 2, office)).toEqual(at(26, "17:00"));
    expect(answerDue(at(21, "10:00"), 2, office)).toEqual(at(23, "17:30"));
  });

  it("fires when its time has come, once answered never, at the top never", () => {
    const question = { level: 1, dueAt: at(24, "17:30"), onTop: false, answered: false };
    expect(mustClimb(question, at(24, "17:29"))).toBe(false);
    expect(mustClimb(question, at(24, "17:30"))).toBe(true);
    expect(mustClimb({ ...question, answered: true }, at(30, "17:30"))).toBe(false);
    expect(mustClimb({ ...question, onTop: true }, at(30, "17:30"))).toBe(false);
    expect(isOverdue({ ...question, answered: false }, at(30, "17:30"))).toBe(true);
    expect(isOverdue({ ...question, answered: true }, at(30, "17:30"))).toBe(false);
  });

  it("asks each of the line once, and never whoever reported it", () => {
    expect(nextAsked(["b", "c", "d"], ["a"], [])).toBe("b");
    expect(nextAsked(["b", "c", "d"], ["a", "b"], ["c"])).toBe("d");
    expect(nextAsked(["b"], ["a", "b"], [])).toBeNull();
  });
});
