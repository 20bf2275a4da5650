import fc from "fast-check";
import { expect, it } from "vitest";
import { RATINGS } from "./ratings.ts";
import { type Memory, newMemory, reviewed } from "./review.ts";

const start = new Date("2026-11-26T03:00:00Z");
const DAY = 24 * 60 * 60_000;
const ratings = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 12 });

function after(given: readonly (typeof RATINGS)[number][]): { memory: Memory; at: Date } {
  let memory = newMemory(start);
  let at = start;
  for (const rating of given) {
    at = new Date(memory.due);
    memory = reviewed(memory, rating, at);
  }
  return { memory, at };
}

it("comes back the next day at first", () => {
  expect(newMemory(start).due).toBe("2026-11-27T03:00:00.000Z");
});

it("gives the same day for the same reviews, survives storing, and never asks again on the same day", () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const { memory, at } = after(given);
      expect(after(given).memory).toEqual(memory);
      expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
      expect(new Date(memory.due).getTime() - at.getTime()).toBeGreaterThanOrEqual(DAY);
      expect(memory.reps).toBe(given.length);
    }),
  );
});

it("waits longer the better it was remembered", () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const { memory } = after(given);
      const at = new Date(memory.due);
      const due = RATINGS.map((rating) => new Date(reviewed(memory, rating, at).due).getTime());
      expect([...due].sort((a, b) => a - b)).toEqual(due);
    }),
  );
});
