import { z } from "zod";
import { addOnBody, commentBody, recogniseBody, recognisedAnswer, recognitionItem, recognitionStates, reportBody, valueItem } from "#modules/recognition/api-schemas.ts";
import { type Operation, pageOf, paging, period } from "./operation.ts";

const recognitions = { tag: "recognitions" } as const;
const says = { ...recognitions, method: "post", scope: "recognition:write", idempotent: true, answer: recognisedAnswer } as const;

export const recognitionOperations: readonly Operation[] = [
  {
    ...recognitions,
    ...{ method: "get", path: "/recognitions", id: "listRecognitions", summary: "What the caller may read, newest first", scope: "recognition:read" },
    query: z.object({ ...paging, ...period, value: z.string().optional(), state: recognitionStates.optional(), receiver: z.string().optional().describe("e-mail"), giver: z.string().optional().describe("e-mail") }),
    ...{ status: 200, answer: pageOf(recognitionItem) },
  },
  { ...says, path: "/recognitions", id: "recognise", summary: "Thank one to ten colleagues; as a person", body: recogniseBody, status: 201 },
  {
    ...recognitions,
    ...{ method: "get", path: "/recognitions/{id}", id: "readRecognition", summary: "One recognition", scope: "recognition:read" },
    ...{ status: 200, answer: recognitionItem, refusals: [404] },
  },
  { ...says, path: "/recognitions/{id}/add-on", id: "addOnRecognition", summary: "Me too; again with other words changes them", body: addOnBody, bodyOptional: true, status: 200, refusals: [404, 409] },
  { ...says, path: "/recognitions/{id}/comments", id: "commentRecognition", summary: "Say something under it", body: commentBody, status: 201, refusals: [404] },
  { ...says, path: "/recognitions/{id}/report", id: "reportRecognition", summary: "Ask HR to look at it", body: reportBody, status: 201, refusals: [404, 409] },
  {
    ...{ method: "get", path: "/values", id: "listValues", tag: "values", summary: "Core values in use, with their observable behaviours", scope: "recognition:read" },
    ...{ status: 200, answer: pageOf(valueItem) },
  },
];
