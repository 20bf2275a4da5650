import { z } from "zod";
import { circleItem, lineUpItem, madeAnswer, responseBody, seatAnswer, storyBody, storyCard, storyItem } from "#modules/stories/api-schemas.ts";
import { type Operation, pageOf, paging, period } from "./operation.ts";

const stories = { tag: "stories" } as const;
const circles = { tag: "circles" } as const;

export const storyOperations: readonly Operation[] = [
  {
    ...stories,
    ...{ method: "get", path: "/stories", id: "listStories", summary: "Stories the caller may read, newest first", scope: "stories:read" },
    query: z.object({ ...paging, ...period, value: z.string().optional(), touchpoint: z.string().optional(), search: z.string().optional().describe("words, with or without marks") }),
    ...{ status: 200, answer: pageOf(storyCard) },
  },
  {
    ...stories,
    ...{ method: "post", path: "/stories", id: "tellStory", summary: "Tell a story; 422 `mask_found` names each place where somebody could be recognised, unless `keptReason` says why it stays", scope: "stories:write" },
    ...{ idempotent: true, body: storyBody, status: 201, answer: madeAnswer },
  },
  { ...stories, ...{ method: "get", path: "/stories/{id}", id: "readStory", summary: "One story", scope: "stories:read" }, ...{ status: 200, answer: storyItem, refusals: [404] } },
  {
    ...stories,
    ...{ method: "post", path: "/stories/{id}/responses", id: "answerStory", summary: "What the caller would have done; again changes it", scope: "stories:write" },
    ...{ idempotent: true, body: responseBody, status: 200, answer: madeAnswer, refusals: [404, 409] },
  },
  {
    ...{ tag: "line-up", method: "get", path: "/line-up", id: "readLineUp", summary: "The line-up card of a week", scope: "stories:read" },
    query: z.object({ week: z.string().optional().describe("a local day of that week; this week unless told") }),
    ...{ status: 200, answer: lineUpItem, refusals: [404] },
  },
  {
    ...circles,
    ...{ method: "get", path: "/circles", id: "listCircles", summary: "Circles ahead, the nearest first, or those that were", scope: "stories:read" },
    query: z.object({ when: z.enum(["coming", "past"]).optional() }),
    ...{ status: 200, answer: pageOf(circleItem) },
  },
  { ...circles, ...{ method: "post", path: "/circles/{id}/join", id: "joinCircle", summary: "Ask for a seat: had, or on the waiting list", scope: "stories:write" }, ...{ status: 200, answer: seatAnswer, refusals: [404, 409] } },
];
