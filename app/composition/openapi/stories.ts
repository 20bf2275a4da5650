import { z } from "zod";
import { madeAnswer, responseBody, storyBody, storyCard, storyItem } from "#modules/stories/api-schemas.ts";
import { type Operation, pageOf, paging, period } from "./operation.ts";

const stories = { tag: "stories" } as const;

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
];
