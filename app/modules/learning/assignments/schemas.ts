import { z } from "zod";
import { ROLES } from "#access/roles.ts";
import { isDay } from "#kernel/period.ts";

const codes = z.array(z.string().trim().min(1).max(64)).max(50, "too_many").default([]);

/** Who is asked to take a course, and by when. Lists left empty mean any. */
export const assignmentFields = z.strictObject({
  roles: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
  departments: codes,
  sites: codes,
  /** E-mails of single people. */
  people: z.array(z.string().trim().toLowerCase().min(3).max(254)).max(200, "too_many").default([]),
  startedFrom: z
    .string()
    .refine(isDay, "date_format")
    .nullish()
    .transform((day) => day ?? null),
  dueDays: z.int("integer_format").min(1, "due_days").max(250, "due_days"),
  everyMonths: z
    .int("integer_format")
    .min(1, "every_months")
    .max(60, "every_months")
    .nullish()
    .transform((months) => months ?? null),
});
export type AssignmentFields = z.output<typeof assignmentFields>;
