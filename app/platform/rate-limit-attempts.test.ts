import { describe, expect, it } from "vitest";
import { waitAfter } from "./rate-limit-attempts.server.ts";

describe("the wait after a wrong try", () => {
  it("begins at half of the tries allowed and doubles up to the whole window", () => {
    expect(Array.from({ length: 12 }, (_, index) => waitAfter(index + 1, 10, 900))).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 900, 900, 900]);
  });

  it("stays short for a counter that strangers can fill", () => {
    expect(waitAfter(500, 50, 60)).toBe(60);
  });
});
