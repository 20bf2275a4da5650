import { z } from "zod";
import {
  agreeBody, answerBody, closedAnswer, commitmentsBody, cycleAnswer, cycleBody, cycleItem, hoursBody, leaderAnswer, leaderQuery, lineAnswer, loggedBody, loggedItem, lookBody, madeAnswer, missedBody, monthBody, publishedAnswer, reviewAnswer, reviewItem, savedAnswer, whoAnswer, whoBody,
} from "#modules/reviews/api-schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const reads = { tag: "leading", method: "get", scope: "leading:read", status: 200 } as const;
const writes = { tag: "leading", method: "post", scope: "leading:write", idempotent: true, answer: madeAnswer } as const;

const puts = { tag: "leading", method: "put", scope: "leading:write", status: 200, answer: madeAnswer } as const;
const does = { tag: "leading", method: "post", scope: "leading:write", status: 200, answer: madeAnswer } as const;

export const leadingOperations: readonly Operation[] = [
  { ...reads, path: "/leading/{person}", id: "readLeader", summary: "A leader's month: `me`, an id or an e-mail; of one's managers what they promised and nothing else", query: leaderQuery, answer: leaderAnswer, refusals: [404] },
  { ...reads, path: "/leading/reviews", id: "listReviews", summary: "Closed reviews that the caller may read, without figures, newest first", query: z.object(paging), answer: pageOf(reviewItem) },
  { ...reads, path: "/leading/reviews/{id}", id: "readReview", summary: "One closed review, as it is kept", answer: reviewAnswer, refusals: [404] },
  { ...reads, path: "/leading/decisions", id: "listLoggedDecisions", summary: "The decision log, newest first", query: z.object(paging), answer: pageOf(loggedItem) },
  { ...reads, path: "/leading/decisions/{id}", id: "readLoggedDecision", summary: "One decision of the log", answer: loggedItem, refusals: [404] },
  { ...writes, path: "/leading/decisions", id: "logDecision", summary: "Log a weighty decision with what was given up; as a leader", body: loggedBody, status: 201 },
  { ...writes, path: "/leading/hours", id: "logHours", summary: "Log time with customers; it counts once somebody of the place confirmed it", body: hoursBody, status: 201 },
  { ...writes, path: "/leading/hours/{id}/confirm", id: "confirmHours", summary: "Confirm a leader's time at one's own place", status: 200, refusals: [404, 409] },
  { ...writes, path: "/leading/hours/{id}/withdraw", id: "withdrawHours", summary: "Take back hours of one's own that nobody has confirmed", status: 200, refusals: [404, 409] },
  { ...reads, tag: "who-we-are", path: "/who-we-are", id: "readWhoWeAre", summary: "Purpose, strengths and the customers the company exists for", answer: whoAnswer },
  { ...reads, path: "/leading/line", id: "readLine", summary: "Those who report to the caller and lead people, by name: their figures, and which teams are silent as far as it may be told", query: leaderQuery, answer: lineAnswer },
  { ...puts, path: "/leading/commitments", id: "publishCommitments", summary: "Publish one's own three to five commitments, in the place of those before", body: commitmentsBody, answer: publishedAnswer, refusals: [404, 409] },
  { ...puts, path: "/leading/commitments/{id}/reason", id: "explainMissedCommitment", summary: "Say why a commitment of one's own was not kept", body: missedBody, refusals: [404, 409] },
  { ...puts, path: "/leading/months/{month}", id: "writeLeaderMonth", summary: "Write one's own words of a month, until they have an answer", body: monthBody, refusals: [404] },
  { ...does, path: "/leading/{person}/answer", id: "answerLeaderMonth", summary: "Answer the month of somebody in one's line, once", body: answerBody, refusals: [404, 409] },
  { ...does, path: "/leading/{person}/agree", id: "agreeCommitments", summary: "Agree the commitments of somebody in one's line", body: agreeBody, refusals: [404, 409] },
  { ...does, path: "/leading/decisions/{id}/look-again", id: "lookAgainAtDecision", summary: "Say what happened after a logged decision of one's own, once, from the day to look again on", body: lookBody, refusals: [404, 409] },
  { ...reads, path: "/leading/cycles", id: "listLeadCycles", summary: "Cycles, newest first", answer: z.object({ items: z.array(cycleItem) }) },
  { ...reads, path: "/leading/cycles/{id}", id: "readLeadCycle", summary: "Who takes part in a cycle, who has promised and who wrote each month; HR and internal audit", answer: cycleAnswer, refusals: [404] },
  { ...writes, path: "/leading/cycles", id: "openLeadCycle", summary: "Open the cycle of a quarter; HR", body: cycleBody, status: 201 },
  { ...does, path: "/leading/cycles/{id}/close", id: "closeLeadCycle", summary: "Close an ended cycle for ever; HR", answer: closedAnswer, refusals: [404, 409] },
  { ...puts, tag: "who-we-are", path: "/who-we-are", id: "saveWhoWeAre", summary: "Write a new version; `base` is the version that was read", body: whoBody, answer: savedAnswer, refusals: [409] },
];
