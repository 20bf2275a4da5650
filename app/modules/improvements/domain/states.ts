import { err, ok, type Result } from "#kernel/result.ts";

/** Where an improvement stands; `merged` ones go on in another one. */
export const STATES = ["reported", "answered", "planned", "trialled", "adopted", "reverted", "verified", "merged"] as const;
export type ImprovementState = (typeof STATES)[number];

/** What the owners answer: stop it · make it better · needed, and why. */
export const ANSWERS = ["stop", "improve", "needed"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What can be done to an improvement that moves it; `deny`: whoever reported it says that nothing has changed. */
export const MOVES = ["answer", "merge", "plan", "begin_trial", "adopt", "revert", "verify", "deny"] as const;
export type Move = (typeof MOVES)[number];

const TABLE: Readonly<Record<ImprovementState, Readonly<Partial<Record<Move, ImprovementState>>>>> = {
  reported: { answer: "answered", merge: "merged" },
  answered: { plan: "planned", merge: "merged" },
  planned: { plan: "planned", begin_trial: "trialled" },
  trialled: { adopt: "adopted", revert: "reverted" },
  adopted: { verify: "verified", revert: "reverted", deny: "trialled" },
  reverted: { plan: "planned" },
  verified: { deny: "trialled" },
  merged: {},
};

/** Answers after which nothing is planned: the procedure stays, and why it does was said. */
export function endsWith(answer: Answer | null): boolean {
  return answer === "needed";
}

/**
 * The state after a move, or why it cannot be made: `state_changed` where the table has no such move, `answer_needed`
 * where the answer was that the procedure has to stay.
 */
export function nextState(state: ImprovementState, move: Move, answer: Answer | null): Result<ImprovementState, "state_changed" | "answer_needed"> {
  const next = TABLE[state][move];
  if (next === undefined) return err("state_changed");
  if (move === "plan" && state === "answered" && endsWith(answer)) return err("answer_needed");
  return ok(next);
}

/** The moves that are open from a state with an answer, in the order of the table. */
export function openMoves(state: ImprovementState, answer: Answer | null): Move[] {
  return MOVES.filter((move) => nextState(state, move, answer).ok);
}

/** What the person who reported it said when it was adopted; `unconfirmed`: no word within the days they had. */
export const CONFIRMATIONS = ["asked", "confirmed", "denied", "unconfirmed"] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Days a reporter has to say whether it really changed. */
export const CONFIRM_DAYS = 14;

/** Whether a reporter may still say so: asked, or late. */
export function mayConfirm(state: ImprovementState, confirmation: Confirmation | null): boolean {
  return (state === "adopted" || state === "verified") && (confirmation === "asked" || confirmation === "unconfirmed");
}
