import { z } from "zod";
import { ANSWERS, CONFIRMATIONS, STATES } from "./domain/states.ts";
import { PROCEDURE_STATES, REVIEWS } from "./domain/sunset.ts";
import { FREQUENCIES, KINDS, LENSES, measureShape, planFields, procedureFields, reviewFields, sampleShape, WAYS } from "./schemas.ts";

/** Shapes of the REST interface: what bodies may hold beside the module's own schemas, what answers hold. */

const instant = z.string().describe("RFC 3339 instant");
const person = z.object({ name: z.string(), email: z.string() });
const place = z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }) });

export const trialBody = z.strictObject({ from: z.string().max(10).nullish().describe("local day of the last three months; absent: now"), note: z.string().max(2000).nullish() });
export const verifyBody = z.strictObject({ note: z.string().max(2000).nullish() });
export const confirmBody = z.strictObject({ changed: z.boolean(), note: z.string().max(2000).nullish() });
export const figuresBody = z.strictObject({ phase: z.enum(["before", "after"]), sample: sampleShape, source: z.string() });

/** A plan whose steps name their owners by e-mail. */
export const planBody = planFields.extend({
  evidence: z.string().max(2000).nullish(),
  steps: z.array(z.strictObject({ text: z.string().trim().min(1).max(300), owner: z.string().min(3).max(254), dueDay: z.string().max(10).nullish() })).max(20).default([]),
});

const load = z.object({ minutes: z.int(), uses: z.int(), people: z.int() }).nullable();
const burden = z.object({ staff: load, customer: load });
const minutes = z.object({ staff: z.number().nullable(), customer: z.number().nullable() });
const side = z.object({ from: instant.nullable(), to: instant.nullable(), n: z.int(), value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });

export const improvementItem = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  answer: z.enum(ANSWERS).nullable(),
  title: z.string(),
  departments: z.array(z.string()),
  reportedAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  confirmation: z.enum(CONFIRMATIONS).nullable(),
  returned: z.boolean(),
  reporters: z.int(),
});

export const improvementAnswer = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  answer: z.enum(ANSWERS).nullable(),
  what: z.string(),
  cost: z.string(),
  often: z.enum(FREQUENCIES),
  reportedAt: instant,
  reporters: z.array(person),
  site: z.string().nullable(),
  touchpoint: z.string().nullable(),
  procedure: z.string().nullable().describe("id"),
  rule: z.string().nullable(),
  decision: z.string().nullable().describe("id, for those who may know of it"),
  owners: z.array(
    z.object({
      department: place,
      lead: z.boolean(),
      asked: person,
      level: z.int(),
      dueAt: instant,
      overdue: z.boolean(),
      answer: z.enum(ANSWERS).nullable(),
      words: z.string().nullable(),
      law: z.string().nullable(),
      answeredBy: person.nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  plan: z
    .object({
      text: z.string(),
      lens: z.object({ kind: z.enum(LENSES), text: z.string() }),
      evidence: z.string().nullable(),
      way: z.enum(WAYS),
      burden,
      burdenAfter: burden,
      minutesRemoved: minutes.describe("each month"),
      steps: z.array(z.object({ id: z.string(), text: z.string(), owner: person, dueDay: z.string().nullable(), doneAt: instant.nullable() })),
    })
    .nullable(),
  effect: z
    .object({
      measure: measureShape,
      before: side,
      after: side,
      difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().describe("after − before, 95% interval; shares as fractions"),
      verdict: z.enum(["better", "worse", "no_difference", "not_enough"]),
      signal: z.enum(["outside", "run", "near_limit"]).nullable(),
      targetMet: z.boolean().nullable(),
    })
    .nullable(),
  trialFrom: instant.nullable(),
  decidedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
  confirmation: z.enum(CONFIRMATIONS).nullable(),
  confirmBy: instant.nullable(),
  returnedAt: instant.nullable(),
  mergedInto: z.string().nullable().describe("number"),
});

/** A procedure as it is sent: what may be empty may be left out; its owner by e-mail. */
export const procedureBody = procedureFields.partial({ owner: true, law: true });
export const reviewBody = reviewFields.partial({ reviewBy: true });

const STANDINGS = ["fine", "soon", "due", "sunset", "ended"] as const;
const localDay = z.string().describe("YYYY-MM-DD");

export const procedureItem = z.object({
  id: z.string(),
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  department: z.string(),
  owner: person.nullable(),
  since: localDay,
  reviewBy: localDay,
  lastReview: localDay.nullable(),
  law: z.string().nullable().describe("the law that asks for it: it is not stopped by default"),
  state: z.enum(PROCEDURE_STATES),
  standing: z.enum(STANDINGS),
  burden,
  minutes: minutes.describe("each month"),
  openReports: z.int(),
});

export const procedureAnswer = procedureItem.extend({
  sunset: localDay.nullable().describe("the day it is stopped unless somebody looks at it"),
  reviews: z.array(z.object({ at: instant, by: z.string().nullable(), decision: z.enum(REVIEWS), note: z.string(), reviewBy: localDay.nullable() })),
});
