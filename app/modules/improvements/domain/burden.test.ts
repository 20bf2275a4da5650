import { describe, expect, it } from "vitest";
import { burdenMinutes, NO_BURDEN, removed } from "./burden.ts";

describe("burden", () => {
  it("is minutes × uses × people, of staff and of customers apart", () => {
    expect(burdenMinutes({ staff: { minutes: 4, uses: 30, people: 12 }, customer: { minutes: 12, uses: 1, people: 360 } })).toEqual({ staff: 1_440, customer: 4_320 });
  });

  it("is unknown, never 0, where nobody has estimated it", () => {
    expect(burdenMinutes(NO_BURDEN)).toEqual({ staff: null, customer: null });
    expect(removed({ staff: { minutes: 1, uses: 1, people: 1 }, customer: null }, NO_BURDEN)).toEqual({ staff: null, customer: null });
  });

  it("says what was taken off, and when it became more", () => {
    const before = { staff: { minutes: 10, uses: 2, people: 5 }, customer: { minutes: 5, uses: 1, people: 10 } };
    const after = { staff: { minutes: 0, uses: 2, people: 5 }, customer: { minutes: 6, uses: 1, people: 10 } };
    expect(removed(before, after)).toEqual({ staff: 100, customer: -10 });
  });
});
