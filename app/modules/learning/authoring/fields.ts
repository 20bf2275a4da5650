import { z } from "zod";
import { code, skillShape } from "../schemas.ts";

const title = z.strictObject({ vi: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) });

/** A course that begins: its code, name and skill. */
export const newCourseFields = z.strictObject({ code, title, skill: code });
export type NewCourseFields = z.output<typeof newCourseFields>;

export const publishFields = z.strictObject({ note: z.string().trim().max(600).nullish().transform((text) => text || null) });
export const reasonFields = z.strictObject({ reason: z.string().trim().min(1).max(600) });

export const skillFields = z.strictObject({ skill: skillShape, position: z.int("integer_format").min(0, "integer_format").max(999, "integer_format"), active: z.boolean() });
export type SkillFields = z.output<typeof skillFields>;

export const altFields = z.strictObject({ vi: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) });
