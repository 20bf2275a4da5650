import { z } from "zod";
import { NO_RATINGS, QUESTIONS, readRating, type Ratings, UNDERSTOOD, OWN_CSAT_POINTS } from "./domain/scales.ts";

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

const code = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((text) => /^[A-Za-z0-9_-]+$/.test(text), "code_format");

/** What a customer may write at once. */
export const LONGEST_WORDS = 2000;
const words = sentence(LONGEST_WORDS).nullable();

/** A touchpoint with its survey, as HR edits both at once. */
export const surveyFields = z.strictObject({
  code,
  nameVi: sentence(120),
  nameEn: sentence(120),
  departmentCode: z.string().min(1).max(64).nullable(),
  questions: z.array(z.enum(QUESTIONS)).min(1).max(QUESTIONS.length),
  asksWords: z.boolean(),
  introVi: sentence(300).nullable(),
  introEn: sentence(300).nullable(),
  thanksVi: sentence(600).nullable(),
  thanksEn: sentence(600).nullable(),
  active: z.boolean(),
});
export type SurveyFields = z.output<typeof surveyFields>;

/** What a customer taps and writes on a survey's page; something must be there. */
export const surveyAnswer = z
  .strictObject({
    understood: z.enum(UNDERSTOOD).nullable(),
    csat: z.int().min(1).max(OWN_CSAT_POINTS).nullable(),
    nps: z.int().min(0).max(10).nullable(),
    said: words,
  })
  .refine(({ understood, csat, nps, said }) => understood !== null || csat !== null || nps !== null || said !== null, {
    params: { code: "answer_empty" },
    path: ["answer"],
  });
export type SurveyAnswer = z.output<typeof surveyAnswer>;

/** Words added to an answer that was just given in one tap. */
export const addedWords = z.strictObject({ said: sentence(LONGEST_WORDS) });

const language = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => /^[a-z]{2,3}$/.test(text), "language_format");

function ratingsOf(rating: string | null, scale: string | null, context: z.RefinementCtx): Ratings {
  if (rating === null) return NO_RATINGS;
  const read = readRating(rating, scale ?? "");
  if (read.ok) return read.value;
  const path = read.error === "rating_scale" ? ["ratingScale"] : ["rating"];
  context.addIssue({ code: "custom", params: { code: read.error }, path });
  return NO_RATINGS;
}

/** Feedback as a colleague types it in or a system sends it; a rating needs its scale, and something must be there. */
export const feedbackFields = z
  .strictObject({
    source: z.string().trim().min(1).max(40).nullable().default(null),
    sourceId: z.string().trim().min(1).max(200).nullable().default(null),
    receivedAt: z.date().nullable().default(null),
    channel: code.nullable().default(null),
    touchpoint: code.nullable().default(null),
    customerRef: z.string().trim().min(1).max(64).nullable().default(null),
    language: language.nullable().default(null),
    rating: z.string().trim().min(1).max(10).nullable().default(null),
    ratingScale: z.string().trim().min(1).max(20).nullable().default(null),
    text: words.default(null),
    felt: sentence(500).nullable().default(null),
    unsaid: sentence(1000).nullable().default(null),
  })
  .transform(({ rating, ratingScale, ...fields }, context) => ({ ...fields, ratings: ratingsOf(rating, ratingScale, context), hasRating: rating !== null }))
  .refine(({ hasRating, text, felt, unsaid }) => hasRating || text !== null || felt !== null || unsaid !== null, { params: { code: "feedback_empty" }, path: ["text"] });
export type FeedbackFields = z.output<typeof feedbackFields>;

export const answerFields = z.strictObject({ answer: sentence(2000) });

export const painPointFields = z.strictObject({ words: sentence(300) });
export const firstStepFields = z.strictObject({
  step: sentence(500),
  ownerId: z.string().min(1).max(64),
  dueDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type FirstStepFields = z.output<typeof firstStepFields>;
export const solutionFields = z.strictObject({ solution: sentence(500) });
