import { z } from "zod";
import { isDay } from "#kernel/period.ts";

/** "HH:MM", 00:00 to 24:00. */
export const clockTime = z.string().refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), "time_format");

/** A local day, "YYYY-MM-DD", that exists. */
export const localDay = z.string().refine((text) => isDay(text), "date_format");

/** Open intervals by ISO weekday, "1" = Monday; a day left out is closed. Sorted, not overlapping. */
export const weekHours = z.partialRecord(
  z.enum(["1", "2", "3", "4", "5", "6", "7"]),
  z.array(z.tuple([clockTime, clockTime])).superRefine((intervals, context) => {
    intervals.forEach(([from, to], index) => {
      if (from >= to) context.addIssue({ code: "custom", message: "interval_empty", path: [index] });
      const before = intervals[index - 1];
      if (before && before[1] > from) context.addIssue({ code: "custom", message: "interval_overlaps", path: [index] });
    });
  }),
);
export type WeekHours = z.output<typeof weekHours>;

/** Renamed roles and terms: {"role.supervisor": {"vi": "…", "en": "…"}}. */
export const labels = z.record(
  z.string().regex(/^(?:role|term)\.[A-Za-z-]+$/),
  z.object({ vi: z.string().trim().max(60).optional(), en: z.string().trim().max(60).optional() }).strict(),
);
export type OrganisationLabels = z.output<typeof labels>;

/** How staff are addressed on screens. */
export const staffAddress = z.enum(["bạn", "anh/chị"]);

/** Codes of sites, departments and courses. */
export const code = z.string().trim().refine((text) => /^[A-Za-z0-9_-]{1,64}$/.test(text), "code_format");

const nothing = z.literal("").transform(() => null);
const optionalCode = z.union([nothing, code]).nullable();

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "too_long")
  .refine((text) => /^[^\s@,;<>"]+@[^\s@,;<>".]+(?:\.[^\s@,;<>".]+)+$/.test(text), "email_format");

export const personName = z.string().trim().min(1, "required").max(120, "too_long");

/** What a person's record says, apart from roles. Absent, on editing: stays as it is. */
export const personFields = z
  .object({
    email: emailAddress,
    name: personName,
    departmentCode: optionalCode,
    siteCode: optionalCode,
    level: z.number().int("integer_format").min(0, "integer_format").max(99, "integer_format").nullable(),
    startedOn: z.union([nothing, localDay]).nullable(),
    managerId: z.union([nothing, z.string().max(64)]).nullable(),
    language: z.enum(["vi", "en"]),
    addressForm: z.union([nothing, staffAddress]).nullable(),
  })
  .strict();
export type PersonFields = z.output<typeof personFields>;

export const newPerson = personFields.partial().required({ email: true, name: true });
export type NewPerson = z.output<typeof newPerson>;

export const editedPerson = personFields.partial();
export type EditedPerson = z.output<typeof editedPerson>;

export const absenceFields = z
  .object({ fromDay: localDay, toDay: localDay, standInId: z.union([nothing, z.string().max(64)]).nullable() })
  .strict()
  .refine((absence) => absence.fromDay < absence.toDay, { path: ["toDay"], error: "range_order" });
export type AbsenceFields = z.output<typeof absenceFields>;

export const qualificationFields = z
  .object({ course: code, validFrom: localDay, validTo: z.union([nothing, localDay]).nullable() })
  .strict()
  .refine((held) => held.validTo === null || held.validFrom < held.validTo, { path: ["validTo"], error: "range_order" });
export type QualificationFields = z.output<typeof qualificationFields>;

const words = z.string().trim().min(1, "required").max(120, "too_long");

export const courseFields = z.object({ code, nameVi: words, nameEn: words, minutes: z.number().int("integer_format").min(1, "integer_format").max(600, "integer_format") }).strict();
export type CourseFields = z.output<typeof courseFields>;

export const departmentFields = z.object({ code, nameVi: words, nameEn: words, parentCode: optionalCode, active: z.boolean() }).strict();
export type DepartmentFields = z.output<typeof departmentFields>;

export const siteFields = z
  .object({ code, nameVi: words, nameEn: words, departmentCode: optionalCode, channel: optionalCode, hours: weekHours.nullable(), active: z.boolean() })
  .strict();
export type SiteFields = z.output<typeof siteFields>;

const sentence = z.string().trim().min(1, "required").max(300, "too_long").transform((text) => text.normalize("NFC").replace(/\s+/g, " "));

/** A core value with what can be seen done where it is lived; saving makes a new version. */
export const valueFields = z
  .object({
    code,
    nameVi: words,
    nameEn: words,
    meaningVi: sentence,
    meaningEn: sentence,
    behaviours: z.array(z.object({ vi: sentence, en: sentence }).strict()).min(1, "required").max(8, "too_many"),
    position: z.number().int("integer_format").min(0, "integer_format").max(99, "integer_format"),
    active: z.boolean(),
  })
  .strict();
export type ValueFields = z.output<typeof valueFields>;

/** Behaviours as a version keeps them. */
export const storedBehaviours = z.array(z.object({ code: z.string(), vi: z.string(), en: z.string() }));

/** What an administrator may change of the organisation. Absent: stays as it is. */
export const organisationFields = z
  .object({
    name: words,
    language: z.enum(["vi", "en"]),
    addressForm: staffAddress,
    hours: weekHours,
    holidays: z.array(localDay).max(1000),
    labels,
    requireTotp: z.boolean(),
  })
  .strict()
  .partial();
export type OrganisationFields = z.output<typeof organisationFields>;
