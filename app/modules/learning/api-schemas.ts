import { z } from "zod";
import { LESSON_KINDS } from "./domain/content.ts";
import { answerFields, choiceFields, code, observationFields, reflectionFields, reportFields } from "./schemas.ts";

const instant = z.string().describe("RFC 3339 instant");
const day = z.string().describe("local date");
const bilingual = z.object({ vi: z.string(), en: z.string() });
const feelings = z.object({ trust: z.int(), frustration: z.int(), time: z.int() });
const email = z.string().trim().toLowerCase().min(3).max(254);

export const courseItem = z.object({
  code: z.string(),
  version: z.int(),
  title: bilingual,
  summary: bilingual,
  why: bilingual,
  serves: z.object({ kind: z.string(), text: bilingual }),
  skill: z.string(),
  minutes: z.int(),
  validMonths: z.int().nullable(),
  verified: z.boolean(),
  lessons: z.array(z.object({ code: z.string(), title: bilingual, kind: z.enum(LESSON_KINDS), minutes: z.int() })),
});

export const certificateLineItem = z.object({
  id: z.string(),
  course: z.string(),
  title: bilingual,
  version: z.int(),
  verified: z.boolean(),
  validFrom: day,
  validTo: day.nullable().describe("exclusive; null: for ever"),
  state: z.enum(["valid", "ends_soon", "expired", "revoked"]),
});
export const certificateItem = certificateLineItem.extend({ person: z.object({ id: z.string(), name: z.string(), email: z.string() }), givenAt: instant });

const level = z.enum(["begins", "does", "helps_others"]).nullable();
export const learningAnswer = z.object({
  next: z.object({ step: z.object({ kind: z.string(), course: z.string().optional(), lesson: z.string().nullable().optional(), dueDay: day.nullable().optional(), count: z.int().optional(), endsOn: day.optional() }), title: bilingual.nullable(), href: z.string().nullable() }),
  courses: z.array(
    z.object({
      code: z.string(),
      title: bilingual,
      summary: bilingual,
      minutes: z.int(),
      state: z.enum(["new", "running", "completed"]),
      done: z.int(),
      total: z.int(),
      unverified: z.boolean().describe("completed, and nobody has signed the practice off yet"),
      due: z.object({ day, overdue: z.boolean() }).nullable(),
      asked: z.boolean(),
      opens: z.array(z.object({ rule: z.string(), name: bilingual })),
      certificate: certificateLineItem.nullable(),
    }),
  ),
  cardsDue: z.int(),
  skills: z.array(z.object({ code: z.string(), name: bilingual, level, next: level, seen: bilingual.nullable(), seenNext: bilingual.nullable() })),
  certificates: z.array(certificateLineItem),
  toSignOff: z.int(),
});

export const attemptAnswer = z.object({ id: z.string(), course: z.string(), version: z.int(), resumed: z.boolean() });

/** What is done in an attempt; `id` is made by the caller, so that what is sent twice is kept once. */
export const lessonBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("read"), lesson: code }),
  choiceFields.omit({ play: true, tookMs: true }).extend({ kind: z.literal("choice"), play: choiceFields.shape.play.optional(), tookMs: choiceFields.shape.tookMs.optional() }),
  answerFields.extend({ kind: z.literal("answer") }),
  reflectionFields.extend({ kind: z.literal("reflection"), lesson: code }),
]);
export type LessonBody = z.output<typeof lessonBody>;

export const lessonAnswer = z.object({
  completed: z.boolean(),
  certificate: z.string().nullable(),
  play: z.string().optional(),
  state: z.object({ node: z.string(), feelings, score: z.int(), ended: z.boolean() }).optional(),
  answer: z.object({ right: z.boolean(), rightChoice: z.string(), note: z.enum(["look_again", "lucky"]).nullable() }).optional(),
  result: z.object({ right: z.int(), outOf: z.int(), passed: z.boolean() }).nullable().optional(),
});

export const practiceBody = reportFields.omit({ decisionId: true, observerId: true }).extend({ decision: z.string().max(64).optional().describe("id of one of the caller's own decisions"), observer: email.optional().describe("e-mail") });
export type PracticeBody = z.output<typeof practiceBody>;
export const practiceAnswer = z.object({ id: z.string(), certificate: z.string().nullable() });

export const signOffBody = z.strictObject({
  verdict: observationFields.shape.verdict,
  seen: observationFields.shape.seen.optional().describe("positions in the list of what to look for"),
  words: observationFields.shape.words.optional(),
  level: observationFields.shape.level.optional(),
});
export type SignOffBody = z.output<typeof signOffBody>;

export const badgeAnswer = z.object({ format: z.literal("vc+jwt"), credential: z.string().describe("Open Badges 3.0 as a signed JWT") });

export const statementItem = z.looseObject({ id: z.string(), version: z.literal("1.0.3"), actor: z.looseObject({}), verb: z.looseObject({}), object: z.looseObject({}), timestamp: instant });
