import { expect, it } from "vitest";
import { BANK } from "../bank.ts";
import { RANGE } from "./figures.ts";
import { nextQuestions } from "./rotation.ts";
import { FLOORS, thresholdsHold } from "./thresholds.ts";

const bank = BANK.map(({ code, topic, scale }) => ({ code, topic, words: scale === "text" }));

it("the bank holds every question once, in both languages", () => {
  expect(BANK.length).toBeGreaterThanOrEqual(24);
  expect(new Set(BANK.map(({ code }) => code)).size).toBe(BANK.length);
  for (const { text, scale } of BANK) expect([text.vi.length > 10, text.en.length > 10, scale in RANGE]).toEqual([true, true, true]);
});

it("topics take turns, the one asked longest ago comes first, and words are asked for once", () => {
  const first = nextQuestions(bank, new Map(), 6);
  expect(new Set(first.map((code) => bank.find((each) => each.code === code)?.topic)).size).toBe(5);
  expect(first.filter((code) => bank.find((each) => each.code === code)?.words)).toHaveLength(1);
  const second = nextQuestions(bank, new Map(first.map((code) => [code, 1])), 6);
  expect(second.filter((code) => first.includes(code))).toEqual([]);
});

it("thresholds are raised, never lowered: neither below the floor nor below what the administrator set", () => {
  expect(FLOORS.anonymous).toMatchObject({ scores: 5, comments: 8 });
  expect(thresholdsHold("anonymous", { scores: 5, comments: 8 }, 5)).toBe(true);
  for (const low of [{ scores: 4, comments: 8 }, { scores: 5, comments: 7 }, { scores: 9, comments: 8 }, { scores: 51, comments: 51 }]) expect(thresholdsHold("anonymous", low, 5)).toBe(false);
  expect(thresholdsHold("anonymous", { scores: 6, comments: 8 }, 7)).toBe(false);
  expect([thresholdsHold("confidential", { scores: 3, comments: 3 }, 7), thresholdsHold("confidential", { scores: 2, comments: 3 }, 5)]).toEqual([true, false]);
});
