import { z } from "zod";
import { CUSTOMER_ADDRESSES } from "./domain/addresses.ts";

export const customerAddress = z.enum(CUSTOMER_ADDRESSES);

/** A reference the shop knows a customer by: no spaces at the ends, nothing that a path or a file could misread. */
export const customerRef = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((text) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text), "code_format");

const typedPhone = z.string().trim().min(1).max(40);

/** One of the two by which a customer is looked up. */
export const customerKey = z.union([z.strictObject({ phone: typedPhone }), z.strictObject({ ref: customerRef })]);
export type CustomerKey = z.output<typeof customerKey>;

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

export const noteFields = z.strictObject({ text: sentence(2000), isContact: z.boolean().optional() });
export type NoteFields = z.output<typeof noteFields>;

export const promiseFields = z.strictObject({ text: sentence(500), dueAt: z.date(), keeperId: z.string().min(1).max(64) });
export type PromiseFields = z.output<typeof promiseFields>;

export const closingFields = z.strictObject({ note: sentence(1000).nullable() });
