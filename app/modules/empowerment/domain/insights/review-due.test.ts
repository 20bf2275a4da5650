import { describe, expect, it } from "vitest";
import { dayToReview, isDue } from "./review-due.ts";

describe("the day to look at a rule again", () => {
  const rule = { reviewBy: "2027-03-01" };

  it("is the rule's own until somebody reviewed the version in force", () => {
    expect(dayToReview(rule, 3, null)).toBe("2027-03-01");
    expect(dayToReview(rule, 3, { version: 3, reviewBy: "2026-12-01" })).toBe("2026-12-01");
    expect(dayToReview(rule, 3, { version: 3, reviewBy: null })).toBeNull();
  });

  it("is the rule's own again in a newer version", () => {
    expect(dayToReview(rule, 4, { version: 3, reviewBy: "2026-12-01" })).toBe("2027-03-01");
    expect(dayToReview({}, 4, { version: 3, reviewBy: "2026-12-01" })).toBeNull();
  });

  it("comes on that very day", () => {
    expect([isDue("2026-11-23", "2026-11-22"), isDue("2026-11-23", "2026-11-23"), isDue("2026-11-23", "2026-11-24"), isDue(null, "2026-11-24")]).toEqual([false, true, true, false]);
  });
});
