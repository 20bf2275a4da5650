import { z } from "zod";
import { PROOF_SOURCES, proofOf } from "./domain/say-do.ts";

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

export const LEAST_COMMITMENTS = 3;
export const MOST_COMMITMENTS = 5;

const commitment = z
  .strictObject({
    source: z.enum(PROOF_SOURCES),
    quantity: z.int().min(1).max(100_000),
    libraryCode: z.string().max(64).nullable(),
    textVi: sentence(300),
    textEn: sentence(300),
  })
  .refine(({ source, quantity }) => proofOf(source).unit !== "percent" || quantity <= 100, { path: ["quantity"], params: { code: "above_maximum", limit: 100 } });
export type CommitmentFields = z.output<typeof commitment>;
export const commitmentsFields = z.array(commitment).min(LEAST_COMMITMENTS).max(MOST_COMMITMENTS);

export const missedFields = z.strictObject({ reason: sentence(1000) });

/** A calendar month, "YYYY-MM". */
export const monthText = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "malformed");
export const monthFields = z.strictObject({ month: monthText, words: sentence(2000), loyal: sentence(2000) });
export type MonthFields = z.output<typeof monthFields>;
export const answerFields = z.strictObject({ month: monthText, answer: sentence(2000), seen: z.string().max(40).optional().describe("`at` of the words that were read; 409 where they were changed since") });
export type AnswerFields = z.output<typeof answerFields>;

export const HOURS_KINDS = ["serve", "listen", "deliver", "visit"] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];
export const HOURS_MINUTES = [30, 60, 120, 240] as const;
export const hoursFields = z.strictObject({
  site: z.string().min(1).max(64),
  day: z.iso.date(),
  minutes: z.int().min(15).max(720),
  what: z.enum(HOURS_KINDS),
});
export type HoursFields = z.output<typeof hoursFields>;

export const LENSES = ["goal", "need", "expectation", "emotion", "pain"] as const;
export type LensKind = (typeof LENSES)[number];
export const decisionFields = z.strictObject({
  title: sentence(160),
  words: sentence(3000),
  lens: z.enum(LENSES),
  serves: sentence(300),
  givenUp: sentence(1000),
});
export type DecisionFields = z.output<typeof decisionFields>;

export const VERDICTS = ["as_hoped", "mixed", "otherwise"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const lookFields = z.strictObject({ verdict: z.enum(VERDICTS), happened: sentence(2000) });
export type LookFields = z.output<typeof lookFields>;

const words = z.strictObject({ vi: sentence(300), en: sentence(300) });
export const MOST_STRENGTHS = 3;
export const MOST_CUSTOMERS = 4;
export const whoFields = z.strictObject({
  /** The version that was read; another means that somebody saved meanwhile. */
  base: z.int().min(0),
  purpose: words,
  strengths: z.array(words).min(2).max(MOST_STRENGTHS),
  customers: z.array(words).min(1).max(MOST_CUSTOMERS),
});
export type WhoFields = z.output<typeof whoFields>;
export const storedWords = z.array(z.object({ vi: z.string(), en: z.string() }));
