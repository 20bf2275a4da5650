import { expect, it } from "vitest";
import { decisionOutcome, type DecisionAftermath } from "./decision-outcome.ts";

const now = new Date("2026-11-22T03:00:00Z");
const taken = (more: Partial<DecisionAftermath>): DecisionAftermath => ({ state: "granted", decidedAt: new Date("2026-11-20T03:00:00Z"), result: null, csat: null, repeatContactAt: null, overturned: false, ...more });

it.each([
  ["resolved", taken({ result: "resolved" }), "good"],
  ["resolved and praised", taken({ result: "resolved", csat: 5 }), "good"],
  ["approved and resolved", taken({ state: "approved", result: "resolved" }), "good"],
  ["resolved, but the customer was dissatisfied", taken({ result: "resolved", csat: 2 }), "bad"],
  ["resolved, but the customer came back", taken({ result: "resolved", repeatContactAt: now }), "bad"],
  ["resolved, but looked at again and changed", taken({ result: "resolved", overturned: true }), "bad"],
  ["resolved in part", taken({ result: "partly" }), "bad"],
  ["waiting for an approver", taken({ state: "pending" }), "pending"],
  ["without a result yet", taken({}), "pending"],
  ["without a result for a month", taken({ decidedAt: new Date("2026-10-22T03:00:00Z") }), "none"],
  ["declined", taken({ state: "declined" }), "none"],
  ["cancelled", taken({ state: "cancelled", result: "resolved" }), "none"],
] as const)("%s", (_name, aftermath, outcome) => {
  expect(decisionOutcome(aftermath, now)).toBe(outcome);
});
