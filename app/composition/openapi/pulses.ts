import { z } from "zod";
import { keptAnswer, pulseAnswer, pulseItem, resultsAnswer } from "#modules/pulse/api-schemas.ts";
import { answerFields } from "#modules/pulse/schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const reads = { tag: "pulses", method: "get", scope: "pulses:read", status: 200 } as const;

export const pulseOperations: readonly Operation[] = [
  { ...reads, path: "/pulses", id: "listPulses", summary: "Staff pulses the caller is asked in or watches, those to answer first", query: z.object(paging), answer: pageOf(pulseItem) },
  { ...reads, path: "/pulses/{id}", id: "readPulse", summary: "One pulse with its questions and what is promised to those who answer", answer: pulseAnswer, refusals: [404] },
  {
    ...reads,
    ...{ path: "/pulses/{id}/results", id: "readPulseResults", summary: "What may be told of a group: the same figures as on the page and never more; nothing while it is open" },
    ...{ query: z.object({ group: z.string().optional().describe("one of `groups`; the caller's own or everybody unless told") }), answer: resultsAnswer, refusals: [404] },
  },
  {
    ...{ tag: "pulses", method: "post", path: "/pulses/{id}/answers", id: "answerPulse", scope: "pulses:write", status: 201 },
    summary: "Answer once, in one's own name with one's own token; the answers are sealed, and a repeated request is refused rather than remembered",
    ...{ body: answerFields, answer: keptAnswer, refusals: [404, 409] },
  },
];
