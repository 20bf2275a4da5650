import { z } from "zod";
import { feedbackFields, surveyFields } from "./schemas.ts";

const text = (limit: number) => z.string().max(limit).nullable().optional();

/** `POST /feedback`: the columns of the file, and what was sensed. `rating` may be a number. */
export const feedbackBody = z.strictObject({
  source: text(40),
  sourceId: text(200),
  receivedAt: z
    .string()
    .refine((given) => z.iso.datetime({ offset: true }).safeParse(given).success, "instant_format")
    .nullable()
    .optional(),
  channel: text(64),
  touchpoint: text(64),
  customerRef: text(64),
  language: text(3),
  rating: z.union([z.string().max(10), z.int()]).nullable().optional(),
  ratingScale: text(20),
  text: text(2000),
  felt: text(500),
  unsaid: text(1000),
});

/** The body as the command takes it; faults are named by the body's members. */
export const feedbackOfBody = feedbackBody.transform(({ rating, receivedAt, ...same }, context) => {
  const parsed = feedbackFields.safeParse({
    ...Object.fromEntries(Object.entries(same).map(([name, value]) => [name, value === undefined || value === "" ? null : value])),
    rating: rating == null || rating === "" ? null : String(rating),
    receivedAt: receivedAt == null ? null : new Date(receivedAt),
  });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
  return z.NEVER;
});

const absent = { departmentCode: true, asksWords: true, introVi: true, introEn: true, thanksVi: true, thanksEn: true, active: true } as const;

/** `POST /surveys`: a touchpoint with its survey. What is left out is empty; it takes answers and asks for words unless told. */
export const surveyBody = surveyFields.partial(absent);
/** `PUT /surveys/{touchpoint}`. */
export const surveyChange = surveyBody.omit({ code: true });

const EMPTY = { departmentCode: null, asksWords: true, introVi: null, introEn: null, thanksVi: null, thanksEn: null, active: true } as const;

/** A body as the command takes it. */
export const surveyOfBody = (body: z.output<typeof surveyBody>): z.output<typeof surveyFields> => surveyFields.parse({ ...EMPTY, ...body });
