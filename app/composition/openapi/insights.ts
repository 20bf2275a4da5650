import { z } from "zod";
import { LIFE_PARTS, lifeAnswer, reviewBody, reviewedRule, ruleAnswer } from "#modules/empowerment/insights/api-schemas.ts";
import { type Operation, period } from "./operation.ts";

const insights = { tag: "insights" } as const;

export const insightOperations: readonly Operation[] = [
  {
    ...insights,
    ...{ method: "get", path: "/authority/life", id: "readAuthorityLife", summary: "How authority lives, counted within the caller's reach; the last six calendar months unless told", scope: "decisions:read" },
    query: z.object({ ...period, part: z.enum(LIFE_PARTS).optional().describe("one part; all unless told") }),
    ...{ status: 200, answer: lifeAnswer },
  },
  {
    ...insights,
    ...{ method: "get", path: "/policies/rules/{code}", id: "readRule", summary: "One rule: words, reviews and, for whoever may read them, its figures", scope: "policies:read" },
    ...{ query: z.object(period), status: 200, answer: ruleAnswer, refusals: [404] },
  },
  {
    ...insights,
    ...{ method: "post", path: "/policies/rules/{code}/reviews", id: "reviewRule", summary: "What becomes of a rule after looking at it again: keep, change or stop", scope: "policies:write" },
    ...{ body: reviewBody, idempotent: true, status: 201, answer: reviewedRule, refusals: [404, 409] },
  },
];
