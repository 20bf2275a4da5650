import { z } from "zod";

/** Shapes of what is said of a version over HTTP: comments on a draft, one's own answer to what is published. */

const reference = z.string().min(1).max(200);
const instant = z.string().describe("RFC 3339 instant");
const bilingual = z.object({ vi: z.string(), en: z.string() });

export const commentBody = z.strictObject({
  text: z.string().max(10_000),
  rule: reference.nullable().optional().describe("code of the rule it is about; absent: the whole"),
  revision: z.int().min(1).nullable().optional().describe("the revision that was read; absent: the one saved last"),
});
export const commented = z.object({ id: z.string(), version: z.int(), rule: z.string().nullable(), revision: z.int() });
export const commentItem = z.object({
  id: z.string(),
  at: instant,
  rule: z.string().nullable(),
  text: z.string(),
  revision: z.int(),
  mine: z.boolean(),
  author: z.string().nullable().describe("for those who read drafts or answer it, and oneself"),
  outcome: z.enum(["changed", "kept", "explained"]).nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  changes: z.array(z.object({ rule: z.string(), kind: z.enum(["added", "removed", "changed"]), fields: z.array(z.string()) })).describe("what differs of the rule between the revision read and the last"),
});

const RESPONSES = ["understood", "unclear", "unreasonable"] as const;
export const respondBody = z.strictObject({
  response: z.enum(RESPONSES),
  rule: reference.nullable().optional(),
  words: z.string().max(10_000).nullable().optional().describe("needed unless understood"),
  checkAnswer: z.int().min(0).max(3).nullable().optional().describe("position of the chosen answer to the version's question"),
});
export const responded = z.object({ version: z.int(), response: z.enum(RESPONSES), at: instant });
const value = z.record(z.string(), z.unknown());
export const ownResponse = z.object({
  version: z.int(),
  state: z.enum(["published", "in_force", "retired"]),
  effectiveFrom: instant,
  currency: z.string(),
  before: z.int().nullable().describe("the version it is compared with"),
  changes: z.object({
    rules: z.array(z.object({ code: z.string(), kind: z.enum(["added", "removed", "changed"]), name: bilingual, why: bilingual, fields: z.array(z.object({ field: z.string(), before: value.nullable(), after: value.nullable() })) })),
    budgets: z.array(z.object({ code: z.string(), subject: z.string(), window: z.unknown(), measure: z.enum(["amount", "count"]), before: z.int().nullable(), after: z.int().nullable() })),
  }),
  question: z.object({ question: bilingual, options: z.array(bilingual) }).nullable(),
  response: z.object({ response: z.enum(RESPONSES), at: instant, rule: z.string().nullable(), words: z.string().nullable(), answer: z.string().nullable(), answeredBy: z.string().nullable() }).nullable(),
});
