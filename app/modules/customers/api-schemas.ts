import { z } from "zod";
import { closingFields, customerKey, noteFields, promiseFields } from "./schemas.ts";

export const lookupBody = customerKey;

export const noteBody = noteFields;

/** `keeper` is an e-mail. */
export const promiseBody = z.strictObject({
  text: promiseFields.shape.text,
  dueAt: z
    .string()
    .refine((text) => z.iso.datetime({ offset: true }).safeParse(text).success, "instant_format")
    .transform((text) => new Date(text)),
  keeper: z.string().trim().toLowerCase().min(3).max(254),
});

export const closingBody = closingFields.partial();
