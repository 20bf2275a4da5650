import { z } from "zod";
import { CARE_ACTS, careWord, checkInFields } from "./schemas.ts";

const instant = z.string().describe("RFC 3339 instant");

export const askBody = z.strictObject({ word: careWord.nullable().optional().describe("only whoever is asked reads it") });
export const checkInBody = z.strictObject({ how: checkInFields.describe("break, took_over: only where a rule grants it") });

export const askAnswer = z.object({ id: z.string(), asked: z.string().describe("name of whoever is asked"), dueAt: instant });
export const caseAnswer = z.object({ id: z.string() });
export const careItem = z.object({
  own: z.array(z.object({ id: z.string(), at: instant, word: z.string().nullable(), asked: z.string(), dueAt: instant, checkedInAt: instant.nullable(), how: z.array(z.enum(CARE_ACTS)), closed: z.boolean() })),
  waiting: z.array(z.object({ id: z.string(), at: instant, name: z.string(), word: z.string().nullable(), dueAt: instant, overdue: z.boolean() })).describe("whom the caller is asked to check in on"),
});
