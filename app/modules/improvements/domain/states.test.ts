import { describe, expect, it } from "vitest";
import { ANSWERS, type ImprovementState, mayConfirm, type Move, MOVES, nextState, openMoves, STATES } from "./states.ts";

/** Written by hand from design.md §4.7, never derived from the table it judges. */
const LEGAL: readonly (readonly [ImprovementState, Move, ImprovementState])[] = [
  ["reported", "answer", "answered"],
  ["reported", "merge", "merged"],
  ["answered", "plan", "planned"],
  ["answered", "merge", "merged"],
  ["planned", "plan", "planned"],
  ["planned", "begin_trial", "trialled"],
  ["trialled", "adopt", "adopted"],
  ["trialled", "revert", "reverted"],
  ["adopted", "verify", "verified"],
  ["adopted", "revert", "reverted"],
  ["adopted", "deny", "trialled"],
  ["reverted", "plan", "planned"],
  ["verified", "deny", "trialled"],
];

const pairs = STATES.flatMap((state) => MOVES.map((move) => [state, move] as const));

describe("an improvement's way", () => {
  it.each(pairs)("from %s by %s goes where the design says, or nowhere", (state, move) => {
    const legal = LEGAL.find(([from, by]) => from === state && by === move);
    const next = nextState(state, move, "improve");
    expect(next).toEqual(legal === undefined ? { ok: false, error: "state_changed" } : { ok: true, value: legal[2] });
  });

  it("ends where the answer was that it has to stay", () => {
    expect(nextState("answered", "plan", "needed")).toEqual({ ok: false, error: "answer_needed" });
    for (const answer of ANSWERS.filter((one) => one !== "needed")) expect(nextState("answered", "plan", answer).ok).toBe(true);
    expect(openMoves("answered", "needed")).toEqual(["merge"]);
  });

  it("leads every state but the ends somewhere", () => {
    expect(STATES.filter((state) => openMoves(state, "improve").length === 0)).toEqual(["merged"]);
  });
});

describe("the reporter's word", () => {
  it("is taken once it is asked for, and late too, but not twice", () => {
    expect(mayConfirm("adopted", "asked")).toBe(true);
    expect(mayConfirm("verified", "unconfirmed")).toBe(true);
    expect(mayConfirm("verified", "confirmed")).toBe(false);
    expect(mayConfirm("trialled", "asked")).toBe(false);
    expect(mayConfirm("adopted", null)).toBe(false);
  });
});
