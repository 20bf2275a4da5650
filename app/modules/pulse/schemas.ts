import { z } from "zod";
import { isDay } from "#kernel/period.ts";
import { SCALES } from "./domain/figures.ts";
import { MAX_THRESHOLD, MODES } from "./domain/thresholds.ts";
import { TOPICS } from "./bank.ts";

export const MAX_QUESTIONS = 8;
export const MAX_WORDS = 500;

const day = z.string().refine(isDay, { error: "malformed" });
const title = z.string().trim().min(3).max(120);
const codes = z.array(z.string().max(64)).max(60);

/** A pulse as HR designs it. Whether its questions and places exist, and its thresholds hold, is checked when it is saved. */
export const pulseFields = z
  .strictObject({
    titleVi: title,
    titleEn: title,
    mode: z.enum(MODES),
    kScores: z.int().min(1).max(MAX_THRESHOLD),
    kComments: z.int().min(1).max(MAX_THRESHOLD),
    questions: z.array(z.string().max(64)).min(1).max(MAX_QUESTIONS),
    departments: codes,
    sites: codes,
    opensOn: day,
    closesOn: day,
    remindOn: day.nullable(),
  })
  .refine(({ opensOn, closesOn }) => closesOn > opensOn, { path: ["closesOn"], error: "closes_before_it_opens" })
  .refine(({ opensOn, closesOn, remindOn }) => remindOn === null || (remindOn > opensOn && remindOn <= closesOn), { path: ["remindOn"], error: "reminds_outside" });
export type PulseFields = z.infer<typeof pulseFields>;

/** One answer: a number on the question's scale, words, or `null` for what somebody would rather not say. */
export const answerFields = z.strictObject({
  answers: z.record(z.string().max(64), z.union([z.int().min(0).max(10), z.string().max(MAX_WORDS), z.null()])).describe("by question: a number on its scale, words, or null for what one would rather not say"),
});
export type AnswerFields = z.infer<typeof answerFields>["answers"];

export const questionFields = z.strictObject({
  code: z.string().trim().toUpperCase().refine((code) => /^[A-Z][A-Z0-9-]{2,39}$/.test(code), { error: "question_code_format" }),
  scale: z.enum(SCALES),
  topic: z.enum(TOPICS),
  textVi: z.string().trim().min(10).max(300),
  textEn: z.string().trim().min(10).max(300),
});
export type QuestionFields = z.infer<typeof questionFields>;

/** Leaders to be asked about, by the ids of people, and the pulse that is drafted about each. */
export const aboutBody = z.strictObject({ subjects: z.array(z.string().max(64)).max(60), pulse: pulseFields });
export const thresholdFields = z.strictObject({ k: z.int().min(1).max(MAX_THRESHOLD) });
export const extendFields = z.strictObject({ closesOn: day });
export const tieFields = z.strictObject({ improvement: z.string().trim().min(1).max(64), question: z.string().max(64), words: z.string().trim().min(10).max(300) });
