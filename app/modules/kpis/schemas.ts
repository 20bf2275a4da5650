import { z } from "zod";

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

const number = z.number().min(-1e15).max(1e15);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A target: both null to take it away. */
export const targetFields = z
  .strictObject({ value: number.nullable(), by: z.iso.date().nullable(), reason: sentence(500) })
  .refine(({ value, by }) => (value === null) === (by === null), { path: ["by"], params: { code: "required" } });
export type TargetFields = z.output<typeof targetFields>;

const counts = z.union([
  z.strictObject({ numerator: number, denominator: number }),
  z.strictObject({ value: number, n: number }),
  z.strictObject({ promoters: number, passives: number, detractors: number }),
  z.strictObject({ values: z.record(z.string().max(20), number) }),
]);

/** One period's counts, of one department and site or of the whole. */
export const observation = z.strictObject({
  periodStart: z.iso.date(),
  periodEnd: z.iso.date(),
  department: code.nullish(),
  site: code.nullish(),
  counts,
});
export type Observation = z.output<typeof observation>;

export const observationsBody = z.strictObject({
  observations: z.array(observation).min(1).max(1000),
  /** Why figures that were there are changed. */
  reason: sentence(300).nullish(),
});
export type ObservationsBody = z.output<typeof observationsBody>;
