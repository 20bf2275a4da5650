import { describe, expect, it } from "vitest";
import { PROOF_SOURCES } from "./domain/say-do.ts";
import { LIBRARY } from "./library.ts";

describe("the library of commitments", () => {
  it("holds twenty or more, each once, in both languages", () => {
    expect(LIBRARY.length).toBeGreaterThanOrEqual(20);
    expect(new Set(LIBRARY.map(({ code }) => code)).size).toBe(LIBRARY.length);
    for (const { vi, en, quantity } of LIBRARY) {
      expect(vi).not.toBe(en);
      expect(vi.length).toBeGreaterThan(20);
      expect(quantity).toBeGreaterThan(0);
    }
  });

  it("has something for every source of proof", () => {
    expect(PROOF_SOURCES.filter((source) => !LIBRARY.some((one) => one.source === source))).toEqual([]);
  });
});
