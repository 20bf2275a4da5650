import { z } from "zod";
import { addedQuestion, keptAnswer, launchedPulse, madeAbout, madePulse, pulseAnswer, pulseItem, resultsAnswer, thresholdAnswer } from "#modules/pulse/api-schemas.ts";
import { aboutBody, answerFields, extendFields, pulseFields, questionFields, thresholdFields } from "#modules/pulse/schemas.ts";
import { type Operation, pageOf, paging } from "./operation.ts";

const acts = { tag: "pulses", method: "post", scope: "pulses:write", status: 200 } as const;
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
  { ...acts, status: 201, path: "/pulses", id: "draftPulse", summary: "Draft a pulse; thresholds are at their floor or above, and locked at launch", idempotent: true, body: pulseFields, answer: madePulse },
  { ...acts, status: 201, path: "/pulses/about", id: "draftPulsesAbout", summary: "Draft a confidential pulse about each of some leaders, to be answered by those around them", idempotent: true, body: aboutBody, answer: madeAbout },
  { ...acts, path: "/pulses/{id}/launch", id: "launchPulse", summary: "Freeze questions, thresholds, dates and who is asked; it opens on its day", answer: launchedPulse, refusals: [404, 409] },
  { ...acts, path: "/pulses/{id}/extend", id: "extendPulse", summary: "Give people more days; never fewer", body: extendFields, answer: pulseAnswer, refusals: [404, 409] },
  { ...acts, path: "/pulses/{id}/close", id: "closePulse", summary: "Close before the last day: answers are opened once and mixed, and their key destroyed", answer: pulseAnswer, refusals: [404, 409] },
  { ...acts, status: 201, path: "/pulses/questions", id: "addPulseQuestion", summary: "Add a question of the company's own to the bank", body: questionFields, answer: addedQuestion },
  { ...reads, path: "/pulses/threshold", id: "readPulseThreshold", summary: "From how many people on scores of anonymous pulses are told at least", answer: thresholdAnswer },
  { ...acts, method: "put", path: "/pulses/threshold", id: "raisePulseThreshold", summary: "Raise that threshold for pulses to come; it is never lowered", body: thresholdFields, answer: thresholdAnswer },
];
