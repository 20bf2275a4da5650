import { z } from "zod";
import { hoursBody, leaderAnswer, leaderQuery, loggedBody, loggedItem, madeAnswer, reviewAnswer, reviewItem, whoAnswer } from "#modules/reviews/api-schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const reads = { tag: "leading", method: "get", scope: "leading:read", status: 200 } as const;
const writes = { tag: "leading", method: "post", scope: "leading:write", idempotent: true, answer: madeAnswer } as const;

export const leadingOperations: readonly Operation[] = [
  { ...reads, path: "/leading/{person}", id: "readLeader", summary: "A leader's month: `me`, an id or an e-mail; of one's managers what they promised and nothing else", query: leaderQuery, answer: leaderAnswer, refusals: [404] },
  { ...reads, path: "/leading/reviews", id: "listReviews", summary: "Closed reviews that the caller may read, without figures, newest first", query: z.object(paging), answer: pageOf(reviewItem) },
  { ...reads, path: "/leading/reviews/{id}", id: "readReview", summary: "One closed review, as it is kept", answer: reviewAnswer, refusals: [404] },
  { ...reads, path: "/leading/decisions", id: "listLoggedDecisions", summary: "The decision log, newest first", query: z.object(paging), answer: pageOf(loggedItem) },
  { ...reads, path: "/leading/decisions/{id}", id: "readLoggedDecision", summary: "One decision of the log", answer: loggedItem, refusals: [404] },
  { ...writes, path: "/leading/decisions", id: "logDecision", summary: "Log a weighty decision with what was given up; as a leader", body: loggedBody, status: 201 },
  { ...writes, path: "/leading/hours", id: "logHours", summary: "Log time with customers; it counts once somebody of the place confirmed it", body: hoursBody, status: 201 },
  { ...writes, path: "/leading/hours/{id}/confirm", id: "confirmHours", summary: "Confirm a leader's time at one's own place", status: 200, refusals: [404, 409] },
  { ...reads, tag: "who-we-are", path: "/who-we-are", id: "readWhoWeAre", summary: "Purpose, strengths and the customers the company exists for", answer: whoAnswer },
];
