import { z } from "zod";
import { feedbackBody, surveyBody, surveyChange } from "#modules/listening/public.server.ts";
import { instant, type Operation, pageOf, paging, period } from "./operation.ts";

const ratings = z.object({
  understood: z.enum(["yes", "partly", "no"]).nullable(),
  csat: z.object({ value: z.int(), points: z.int() }).nullable(),
  nps: z.int().nullable(),
});

const feedback = z.object({
  id: z.string(),
  source: z.string().describe("survey, staff, import, api, or the name a service gave itself"),
  sourceId: z.string().nullable(),
  receivedAt: instant,
  channel: z.string().nullable(),
  touchpoint: z.string().nullable(),
  site: z.string().nullable(),
  customerRef: z.string().nullable(),
  decision: z.object({ id: z.string(), number: z.string() }).nullable(),
  language: z.string(),
  ratings,
  rating: z.string().nullable().describe("the first rating, as in a file"),
  ratingScale: z.string().nullable().describe("understood, nps, or of how many points"),
  tone: z.enum(["low", "middle", "high"]).nullable().describe("what the ratings come to"),
  text: z.string().nullable(),
  felt: z.string().nullable(),
  unsaid: z.string().nullable(),
  readAt: instant.nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
});

const share = z.object({ hits: z.int(), n: z.int(), value: z.number(), low: z.number(), high: z.number() }).describe("a fraction with its 95 % interval (Wilson)");
const nps = z.object({ promoters: z.int(), passives: z.int(), detractors: z.int(), n: z.int(), score: z.number(), margin: z.number(), low: z.number(), high: z.number() });
const figures = { understood: share.nullable(), csat: share.nullable(), nps: nps.nullable() };
const where = { touchpoint: z.string().optional(), site: z.string().optional() };
const tag = { tag: "feedback" } as const;

const survey = z.object({
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  departmentCode: z.string().nullable(),
  questions: z.array(z.enum(["understood", "csat", "nps"])),
  asksWords: z.boolean(),
  introVi: z.string().nullable(),
  introEn: z.string().nullable(),
  thanksVi: z.string().nullable(),
  thanksEn: z.string().nullable(),
  active: z.boolean(),
});

export const listeningOperations: readonly Operation[] = [
  {
    ...tag,
    ...{ method: "get", path: "/feedback", id: "listFeedback", summary: "What customers said, within reach, newest first", scope: "feedback:read" },
    query: z.object({ ...paging, ...period, ...where, tone: z.enum(["low", "middle", "high"]).optional(), unread: z.enum(["true", "false"]).optional() }),
    ...{ status: 200, answer: pageOf(feedback) },
  },
  {
    ...tag,
    ...{ method: "post", path: "/feedback", id: "addFeedback", summary: "Send in what a customer said; the same source and sourceId once more answer 200 with the first", scope: "feedback:write" },
    ...{ body: feedbackBody, idempotent: true, status: 201, answer: z.object({ id: z.string(), added: z.boolean() }) },
  },
  { ...tag, method: "get", path: "/feedback/{id}", id: "readFeedback", summary: "One thing a customer said", scope: "feedback:read", status: 200, answer: feedback, refusals: [404] },
  {
    ...tag,
    ...{ method: "get", path: "/feedback/figures", id: "readFeedbackFigures", summary: "Who felt understood, CSAT and NPS from counts, whole and by month; null where nothing was measured", scope: "feedback:read" },
    query: z.object({ ...period, ...where }),
    ...{
      status: 200,
      answer: z.object({ ...figures, from: instant, to: instant, timeZone: z.string(), heard: z.int(), months: z.array(z.object({ ...figures, month: z.string() })) }),
    },
  },
  {
    ...tag,
    ...{ method: "get", path: "/surveys", id: "listSurveys", summary: "Every touchpoint with its public survey", scope: "feedback:read", status: 200 },
    answer: pageOf(
      z.object({
        touchpoint: z.string(),
        name: z.object({ vi: z.string(), en: z.string() }),
        department: z.string().nullable(),
        questions: z.array(z.enum(["understood", "csat", "nps"])),
        active: z.boolean(),
        posters: z.int(),
        answers: z.int(),
        lastAt: instant.nullable(),
      }),
    ),
  },
  {
    ...tag,
    ...{ method: "post", path: "/surveys", id: "addSurvey", summary: "A touchpoint with its one public survey", scope: "feedback:write" },
    ...{ body: surveyBody, idempotent: true, status: 201, answer: survey, refusals: [409] },
  },
  { ...tag, method: "get", path: "/surveys/{touchpoint}", id: "readSurvey", summary: "One touchpoint with its survey", scope: "feedback:read", status: 200, answer: survey, refusals: [404] },
  {
    ...tag,
    ...{ method: "put", path: "/surveys/{touchpoint}", id: "changeSurvey", summary: "Change both as a whole; one that is not active takes no more answers", scope: "feedback:write" },
    ...{ body: surveyChange, status: 200, answer: survey, refusals: [404] },
  },
  {
    ...tag,
    ...{ method: "post", path: "/decisions/{id}/question", id: "askCustomer", summary: "The one-tap question about a decision, as a link that works once; made anew, the earlier link stops working", scope: "feedback:write" },
    ...{ status: 201, answer: z.object({ url: z.string(), expiresAt: instant }), refusals: [404, 409] },
  },
];
