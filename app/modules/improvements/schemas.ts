import { z } from "zod";
import type { Burden } from "./domain/burden.ts";
import { KPI_UNITS, type Measure, SHAPES, SYSTEM_MEASURE_CODES, type SYSTEM_MEASURES } from "./domain/measures.ts";
import { ANSWERS } from "./domain/states.ts";
import { REVIEWS } from "./domain/sunset.ts";

export const KINDS = ["friction", "pain_point", "idea"] as const;
export const FREQUENCIES = ["every_time", "daily", "weekly", "monthly", "rarely"] as const;
export const LENSES = ["goal", "need", "expectation", "emotion", "pain"] as const;
export const WAYS = ["mechanism", "attitude"] as const;
export type Kind = (typeof KINDS)[number];

/** Line breaks are kept, other control characters are not. */
const sentence = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));

const words = sentence(2000);
/** What may be left empty: null then. */
const optional = (limit: number) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.trim() || null)
    .pipe(sentence(limit).nullable());
const reference = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(z.string().max(64).nullable());

/** A local day, or null. */
const day = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);

/** Three things somebody can say in twenty seconds; the rest follows from where they stand. */
export const reportFields = z.strictObject({
  kind: z.enum(KINDS).default("friction"),
  what: sentence(600),
  cost: sentence(600),
  often: z.enum(FREQUENCIES),
  /** A procedure's code. */
  procedure: reference,
  rule: reference,
  decision: reference,
  /** What a customer said, by its id. */
  feedback: reference,
  touchpoint: optional(120),
  department: reference,
});
export type ReportFields = z.output<typeof reportFields>;
export const reportBody = reportFields.partial({ procedure: true, rule: true, decision: true, feedback: true, touchpoint: true, department: true });

export const answerBody = z.strictObject({ answer: z.enum(ANSWERS), words: z.string(), law: z.string().nullish(), department: z.string().nullish() });
export const answerFields = z
  .strictObject({ answer: z.enum(ANSWERS), words, law: optional(300), department: reference })
  .refine(({ answer, law }) => answer === "needed" || law === null, { path: ["law"], params: { code: "law_without_need" } });
export type AnswerFields = z.output<typeof answerFields>;

const count = z.int().min(0).max(10_000_000);
const load = z.strictObject({ minutes: count, uses: count, people: count });
export const burdenShape: z.ZodType<Burden> = z.strictObject({ staff: load.nullable(), customer: load.nullable() });

const target = z.number().min(-1_000_000_000).max(1_000_000_000).nullable();
const better = z.enum(["up", "down"]);
const narrowed = { rule: reference, gesture: reference, site: reference };

const systemMeasure = z.strictObject({ code: z.enum(SYSTEM_MEASURE_CODES as [keyof typeof SYSTEM_MEASURES, ...(keyof typeof SYSTEM_MEASURES)[]]), ...narrowed, target: target.default(null) });
const ownMeasure = z.strictObject({ code: z.literal("own"), shape: z.enum(SHAPES), better, name: sentence(160), source: sentence(300), target: target.default(null) });

const kpiMeasure = z.strictObject({ code: z.literal("kpi"), kpi: z.string().trim().min(1).max(64), department: reference, site: reference, target: target.default(null) });

/** A measure as somebody chooses it; shape and direction of those that are counted follow from what they are. */
const chosenMeasure = z.discriminatedUnion("code", [systemMeasure, kpiMeasure, ownMeasure]);
export type ChosenMeasure = z.output<typeof chosenMeasure>;

/** A measure as it is stored. */
export const measureShape: z.ZodType<Measure> = z.union([
  z.strictObject({ code: z.literal("own"), shape: z.enum(SHAPES), better, name: z.string(), source: z.string(), target }),
  z.strictObject({
    ...{ code: z.literal("kpi"), shape: z.literal("series"), better, kpi: z.string(), name: z.strictObject({ vi: z.string(), en: z.string() }) },
    ...{ unit: z.enum(KPI_UNITS), department: z.string().nullable(), site: z.string().nullable(), target },
  }),
  z.strictObject({ code: systemMeasure.shape.code, shape: z.enum(["share", "values"]), better, rule: z.string().nullable(), gesture: z.string().nullable(), site: z.string().nullable(), target }),
]);

const stepFields = z.strictObject({ text: sentence(300), ownerId: z.string().min(1).max(64), dueDay: day });
export type StepFields = z.output<typeof stepFields>;

export const planFields = z.strictObject({
  text: words,
  lensKind: z.enum(LENSES),
  lensText: sentence(600),
  /** null: an idea without evidence, and it says so. */
  evidence: optional(2000),
  way: z.enum(WAYS),
  burden: burdenShape,
  burdenAfter: burdenShape,
  measure: chosenMeasure,
  steps: z.array(stepFields).max(20),
});
export type PlanFields = z.output<typeof planFields>;

export const noteFields = z.strictObject({ note: words });
export const optionalNote = z.strictObject({ note: optional(2000) });
export const oneStep = stepFields;

export const sampleShape = z.union([
  z.strictObject({ hits: count, n: z.int().min(1).max(10_000_000) }),
  z.strictObject({ values: z.array(z.number().min(-1_000_000_000).max(1_000_000_000)).min(1).max(2_000) }),
]);
export const figureFields = z
  .strictObject({ phase: z.enum(["before", "after"]), sample: sampleShape, source: sentence(300) })
  .refine(({ sample }) => !("hits" in sample) || sample.hits <= sample.n, { path: ["sample", "hits"], params: { code: "hits_over_n" } });
export type FigureFields = z.output<typeof figureFields>;

export const confirmFields = z.strictObject({ changed: z.boolean(), note: optional(2000) }).refine(({ changed, note }) => changed || note !== null, { path: ["note"], params: { code: "required" } });

const code = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .refine((text) => /^[A-Za-z0-9_-]+$/.test(text), { params: { code: "code_format" } });

export const procedureFields = z.strictObject({
  code,
  nameVi: sentence(160),
  nameEn: sentence(160),
  department: z.string().trim().min(1).max(64),
  owner: reference,
  since: z.string().trim().min(1).max(10),
  burden: burdenShape,
  law: optional(300),
  reviewBy: z.string().trim().min(1).max(10),
});
export type ProcedureFields = z.output<typeof procedureFields>;

export const reviewFields = z.strictObject({ decision: z.enum(REVIEWS), note: words, reviewBy: day });
export type ReviewFields = z.output<typeof reviewFields>;

/** What was compared when an improvement was verified, as it is kept. */
const side = z.strictObject({ n: z.int(), value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export const comparisonShape = z.strictObject({
  shape: z.enum(SHAPES),
  verdict: z.enum(["better", "worse", "no_difference", "not_enough"]),
  before: side,
  after: side,
  difference: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  signal: z.enum(["outside", "run", "near_limit"]).nullable(),
  targetMet: z.boolean().nullable(),
});

/** A stored JSON text by its shape; null stays null. */
export function stored<T>(shape: z.ZodType<T>, text: string | null): T | null {
  return text === null ? null : shape.parse(JSON.parse(text));
}
