import { expect, it } from "vitest";
import { type Candidate, nextToAsk } from "./asking.ts";

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({ id, active: true, answers: true, standIn: null, ...more });

it("asks the nearest who is there, their stand-in, then the next up", () => {
  expect(nextToAsk([candidate("s"), candidate("m")], "p", [])).toBe("s");
  expect(nextToAsk([candidate("s", { standIn: "t" }), candidate("m")], "p", [])).toBe("t");
  expect(nextToAsk([candidate("s", { standIn: "none" }), candidate("m")], "p", [])).toBe("m");
  expect(nextToAsk([candidate("s", { standIn: "p" }), candidate("m")], "p", [])).toBe("m");
  expect(nextToAsk([candidate("s", { active: false }), candidate("x", { answers: false }), candidate("m")], "p", [])).toBe("m");
  expect(nextToAsk([candidate("s"), candidate("m")], "p", ["s"])).toBe("m");
  expect(nextToAsk([candidate("s"), candidate("m")], "p", ["s", "m"])).toBeNull();
});
