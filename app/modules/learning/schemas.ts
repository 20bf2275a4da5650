import { z } from "zod";
import { type CourseContent, FEELING_VARIABLES } from "./domain/content.ts";
import { CONFIDENCES } from "./domain/quiz.ts";
import { RATINGS } from "./domain/ratings.ts";

/** Line breaks are kept, other control characters are not. */
export const cleaned = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, "too_long")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));
const written = (limit: number) => cleaned(limit).refine((text) => text !== "", "required");

export const LONGEST_LINE = 1000;
const LONGEST_BODY = 12_000;
const MOST_LESSONS = 20;
const MOST_NODES = 80;

/** Codes of courses, lessons, nodes, choices, questions, cards: kept by attempts over all versions. */
export const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "code_format");

// A language that is missing is a finding of the course, not a fault of its shape: a draft is written one language at a time.
const text = z.strictObject({ vi: cleaned(LONGEST_LINE), en: cleaned(LONGEST_LINE) });
const markdown = z.strictObject({ vi: cleaned(LONGEST_BODY), en: cleaned(LONGEST_BODY) });

const recallCard = z.strictObject({ code, question: text, answer: text });
const base = { code, title: text, minutes: z.int("integer_format").min(1, "integer_format").max(60, "integer_format"), recall: z.array(recallCard).max(20, "too_many") };

const state = z.int().min(0).max(1000);
const effect = z.int().min(-1000).max(1000);
const choice = z.strictObject({ code, text, effects: z.strictObject(Object.fromEntries(FEELING_VARIABLES.map((name) => [name, effect])) as Record<(typeof FEELING_VARIABLES)[number], typeof effect>).partial(), feedback: text, to: z.string().max(64) });
const turn = z.strictObject({ code, kind: z.literal("turn"), says: text, shows: text, choices: z.array(choice).max(8, "too_many") });
const ending = z.strictObject({ code, kind: z.literal("ending"), says: text, shows: text, outcome: text, quality: z.enum(["good", "mixed", "poor"]) });
export const scenarioShape = z.strictObject({
  person: z.strictObject({ name: text, who: text }),
  situation: text,
  start: z.string().max(64),
  begins: z.strictObject({ trust: state, frustration: state, time: state }),
  nodes: z.array(z.discriminatedUnion("kind", [turn, ending])).max(MOST_NODES, "too_many"),
  unsaid: text,
  madeFrom: z.string().max(64).optional(),
});

const option = z.strictObject({ code, text, right: z.boolean(), feedback: text });
const question = z.strictObject({ code, question: text, options: z.array(option).max(8, "too_many") });

export const lessonShape = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("read"), body: markdown, remember: text }),
  z.strictObject({ ...base, kind: z.literal("scenario"), scenario: scenarioShape }),
  z.strictObject({ ...base, kind: z.literal("quiz"), questions: z.array(question).max(30, "too_many"), pass: z.int().min(0).max(30) }),
  z.strictObject({ ...base, kind: z.literal("practice"), task: text, times: z.int().min(1).max(20), observe: z.array(text).max(12, "too_many") }),
  z.strictObject({ ...base, kind: z.literal("reflection"), prompt: text }),
]);

/** A course as it is authored, stored and imported (domain/content.ts). */
export const courseContent = z.strictObject({
  code,
  title: text,
  summary: text,
  why: text,
  serves: z.strictObject({ kind: z.enum(["goal", "need", "expectation", "emotion", "pain"]), text }),
  skill: code,
  validMonths: z.int().min(1).max(120).nullable(),
  verified: z.boolean(),
  lessons: z.array(lessonShape).max(MOST_LESSONS, "too_many"),
}) as unknown as z.ZodType<CourseContent>;

export const skillShape = z.strictObject({ code, name: text, levels: z.strictObject({ begins: text, does: text, helps_others: text }) });

const id = z.string().min(1).max(64);
/** Made by the screen or the caller, so that what is sent twice is kept once. */
const clientId = z.uuid("id_format");
const tookMs = z.int().min(0).max(3_600_000).nullable();

export const choiceFields = z.strictObject({ id: clientId, lesson: code, play: id.nullable(), position: z.int().min(0).max(1000), choice: code, tookMs });
export type ChoiceFields = z.output<typeof choiceFields>;

export const replayFields = z.strictObject({ lesson: code, play: id, kept: z.int().min(0).max(1000) });
export type ReplayFields = z.output<typeof replayFields>;

export const answerFields = z.strictObject({ id: clientId, lesson: code, question: code, choice: code, confidence: z.enum(CONFIDENCES) });
export type AnswerFields = z.output<typeof answerFields>;

export const LONGEST_REPORT_LINE = 600;
const reportLine = written(LONGEST_REPORT_LINE);
export const reportFields = z.strictObject({ course: code, lesson: code, said: reportLine, felt: reportLine, unsaid: reportLine, decisionId: id.nullable(), observerId: id.nullable() });
export type ReportFields = z.output<typeof reportFields>;

export const VERDICTS = ["observed", "signed_off", "again"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const observationFields = z
  .strictObject({ verdict: z.enum(VERDICTS), seen: z.array(z.int().min(0).max(20)).max(20), words: written(LONGEST_REPORT_LINE).nullable(), level: z.enum(["does", "helps_others"]).nullable() })
  .refine(({ verdict, words }) => verdict === "signed_off" || words !== null, { path: ["words"], error: "required" });
export type ObservationFields = z.output<typeof observationFields>;

export const LONGEST_REFLECTION = 4000;
export const reflectionFields = z.strictObject({ text: written(LONGEST_REFLECTION) });

export const reviewFields = z.strictObject({ id: clientId, course: code, card: code, rating: z.enum(RATINGS) });
export type ReviewFields = z.output<typeof reviewFields>;

export const revocationFields = z.strictObject({ reason: written(LONGEST_REPORT_LINE) });
