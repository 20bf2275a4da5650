import { expect, test } from "vitest";
import { fixedClock, systemClock } from "./clock.ts";

test("a fixed clock stands still and cannot be moved through a date it handed out or was given", () => {
  const given = new Date("2026-11-22T07:05:00Z");
  const clock = fixedClock(given);
  given.setUTCFullYear(2000);
  clock.now().setUTCFullYear(2000);
  expect(clock.now().toISOString()).toBe("2026-11-22T07:05:00.000Z");
});

test("the system clock tells the machine's time", () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});
