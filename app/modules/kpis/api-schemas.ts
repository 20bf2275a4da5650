import { z } from "zod";
import { CADENCES, DIRECTIONS, kpiDefinition, KPI_STATUSES, LENSES, UNITS } from "./definition.ts";

/** Shapes of the REST interface: what answers hold. */

const text = z.object({ vi: z.string(), en: z.string() });
const figure = z.object({ periodStart: z.string(), periodEnd: z.string(), value: z.number().nullable(), n: z.number(), low: z.number().nullable(), high: z.number().nullable() });
const health = z.enum(["well", "unwell", "watch", "unknown"]);
const reading = z.enum(["nothing", "too_few", "noise", "signal"]);
const timeliness = z.object({ code: z.enum(["in_time", "late", "silent", "never"]), missing: z.int(), last: z.string().nullable() });

export const kpiItem = z.object({
  code: z.string(),
  name: text,
  lens: z.enum(LENSES).nullable(),
  owners: z.array(z.string()),
  status: z.enum(KPI_STATUSES),
  unit: z.enum(UNITS),
  cadence: z.enum(CADENCES),
  direction: z.enum(DIRECTIONS),
  target: z.number().nullable(),
  figure: figure.nullable(),
  reading,
  health,
  timeliness,
});

export const kpiAnswer = z.object({
  code: z.string(),
  status: z.enum(KPI_STATUSES),
  version: z.int(),
  definition: kpiDefinition,
  figure: figure.nullable(),
  reading,
  health,
  timeliness,
  segments: z.array(z.object({ start: z.string(), because: z.enum(["first", "definition", "change"]), centre: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })),
});

export const pointAnswer = z.object({
  periodStart: z.string(),
  periodEnd: z.string(),
  value: z.number().nullable(),
  n: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  version: z.int(),
  signals: z.array(z.enum(["outside", "run", "near_limit"])),
});

export const fedAnswer = z.object({ added: z.int(), corrected: z.int(), unchanged: z.int() });
