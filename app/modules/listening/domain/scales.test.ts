import { describe, expect, it } from "vitest";
import { NO_RATINGS, readRating, satisfiedFrom, toneOf, writeRating } from "./scales.ts";

describe("a satisfaction scale", () => {
  it("counts the top one of 3, the top two of 4 to 7, the top three of 10", () => {
    expect([3, 4, 5, 6, 7, 10].map(satisfiedFrom)).toEqual([3, 3, 4, 5, 6, 8]);
  });
});

describe("the tone of an answer", () => {
  it("is none without a rating, and the least of several", () => {
    expect(toneOf(NO_RATINGS)).toBe(null);
    expect(toneOf({ ...NO_RATINGS, understood: "yes", nps: 10 })).toBe("high");
    expect(toneOf({ ...NO_RATINGS, understood: "yes", csat: 3, csatPoints: 5 })).toBe("middle");
    expect(toneOf({ ...NO_RATINGS, understood: "no", csat: 5, csatPoints: 5, nps: 10 })).toBe("low");
  });

  it("takes 3 of 5 as neither satisfied nor dissatisfied, 7 and 8 of NPS as passive", () => {
    expect([1, 2, 3, 4, 5].map((csat) => toneOf({ ...NO_RATINGS, csat, csatPoints: 5 }))).toEqual(["low", "low", "middle", "high", "high"]);
    expect([0, 6, 7, 8, 9].map((nps) => toneOf({ ...NO_RATINGS, nps }))).toEqual(["low", "low", "middle", "middle", "high"]);
  });
});

describe("a rating in a file", () => {
  it.each([
    ["yes", "understood", { understood: "yes" }],
    ["0", "nps", { nps: 0 }],
    ["10", "0-10", { nps: 10 }],
    ["4", "csat", { csat: 4, csatPoints: 5 }],
    ["7", "7", { csat: 7, csatPoints: 7 }],
  ])("%s of %s", (rating, scale, expected) => {
    const read = readRating(rating, scale);
    expect(read).toEqual({ ok: true, value: { ...NO_RATINGS, ...expected } });
    if (read.ok) {
      const written = writeRating(read.value);
      expect(written && readRating(written.rating, written.scale)).toEqual(read);
    }
  });

  it.each([
    ["maybe", "understood", "rating_value"],
    ["11", "nps", "rating_value"],
    ["0", "5", "rating_value"],
    ["4.5", "5", "rating_value"],
    ["1e1", "nps", "rating_value"],
    ["3", "8", "rating_scale"],
    ["3", "", "rating_scale"],
  ])("%s of %s is refused: %s", (rating, scale, error) => {
    expect(readRating(rating, scale)).toEqual({ ok: false, error });
  });
});
