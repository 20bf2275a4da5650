import { z } from "zod";
import { THREAD_KINDS } from "#modules/thread/public.ts";
import { VISIBILITIES } from "./domain/visibility.ts";

export const MOST_RECEIVERS = 10;
export const MOST_EVIDENCE = 5;
export const LONGEST_MESSAGE = 1000;
export const LONGEST_COMMENT = 500;

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

const id = z.string().min(1).max(64);
const code = z.string().trim().min(1).max(64);

export const messageText = sentence(LONGEST_MESSAGE);
export const commentText = sentence(LONGEST_COMMENT);

export const evidenceRef = z.strictObject({ kind: z.enum(THREAD_KINDS), id });
export type EvidenceRef = z.output<typeof evidenceRef>;

export const recognitionFields = z.strictObject({
  receiverIds: z.array(id).min(1).max(MOST_RECEIVERS),
  value: code,
  behaviour: code,
  message: messageText,
  visibility: z.enum(VISIBILITIES),
  evidence: z.array(evidenceRef).max(MOST_EVIDENCE),
});
export type RecognitionFields = z.output<typeof recognitionFields>;

export const addOnFields = z.strictObject({ message: commentText.nullable() });

export const REACTIONS = ["heart", "clap", "learn"] as const;
export type Reaction = (typeof REACTIONS)[number];
export const reactionKind = z.enum(REACTIONS);

export const REPORT_REASONS = ["untrue", "hurtful", "private_matter", "favour", "other"] as const;
export const reportFields = z.strictObject({ reason: z.enum(REPORT_REASONS), words: commentText.nullable() });
export type ReportFields = z.output<typeof reportFields>;

export const settlingFields = z.strictObject({ state: z.enum(["kept", "hidden"]), answer: commentText });
export type SettlingFields = z.output<typeof settlingFields>;
