import { z } from "zod";

export const LONGEST_WORD = 300;
export const careWord = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_WORD)
  .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

/** What whoever checks in did. */
export const CARE_ACTS = ["talk", "break", "took_over"] as const;
export type CareAct = (typeof CARE_ACTS)[number];
export const checkInFields = z.array(z.enum(CARE_ACTS)).min(1);

export const carePolicyFields = z.strictObject({ breakMinutes: z.int().min(5).max(60).nullable(), handOver: z.boolean() });
export type CarePolicyFields = z.output<typeof carePolicyFields>;
