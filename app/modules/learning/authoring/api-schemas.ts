import { z } from "zod";
import { FINDING_CODES } from "../domain/findings.ts";
import { TRANSFER_MEASURES } from "../domain/transfer.ts";
import { skillShape } from "../schemas.ts";
import { altFields, reasonFields, skillFields } from "./fields.ts";

/** Shapes of the REST interface on HR's side of learning. */

const text = z.object({ vi: z.string(), en: z.string() });
const place = z.object({ code: z.string(), name: text });

export const findingsAnswer = z.object({
  publishable: z.boolean(),
  findings: z.array(
    z.object({
      code: z.enum(FINDING_CODES),
      severity: z.enum(["error", "warning"]),
      path: z.string().describe("dotted, within the course"),
      lesson: z.string().nullable(),
      node: z.string().nullable(),
      choice: z.string().nullable(),
      question: z.string().nullable(),
      message: z.string(),
    }),
  ),
});

export const draftAnswer = z.object({ code: z.string(), number: z.int(), state: z.enum(["draft", "published", "retired"]), revision: z.int(), document: z.record(z.string(), z.unknown()).describe("the course as it is authored") });
export const savedDraftAnswer = z.object({ code: z.string(), number: z.int(), revision: z.int() });
export const publishBody = z.strictObject({ note: z.string().trim().min(1).max(600).nullish() });
export const publishedAnswer = z.object({ code: z.string(), number: z.int() });

const counts = z.object({ meant: z.int(), done: z.int(), open: z.int(), overdue: z.int(), away: z.int() });
export const assignmentItem = z.object({
  ...{ id: z.string(), course: z.string(), title: text, roles: z.array(z.string()), departments: z.array(place), sites: z.array(place), people: z.array(z.string()).describe("names") },
  ...{ startedFrom: z.string().nullable(), assignedOn: z.string(), dueDays: z.int(), everyMonths: z.int().nullable(), counts: counts.describe("of people within the caller's reach") },
});
export const assignedAnswer = z.object({ id: z.string() });

const cell = z.object({ n: z.int(), value: z.number() });
const arm = z.object({ people: z.int(), before: cell, after: cell }).nullable().describe("null: fewer than five people");
const verdict = z.enum(["effect", "worse", "no_effect", "not_enough_yet"]);
const measures = z.array(
  z.object({
    ...{ measure: z.enum(TRANSFER_MEASURES), verdict, trained: arm, peers: arm },
    difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().describe("95% interval; shares as fractions"),
    firm: z.boolean().describe("it stands beside the other measures too"),
  }),
);
const team = z.object({ manager: z.string().nullable(), teams: z.int(), began: z.int(), completed: z.int(), verified: z.int(), reports: z.int() });

export const courseFiguresItem = z.object({
  ...{ code: z.string(), title: text, number: z.int(), verdict, measures },
  people: team.nullable().describe("null: fewer than five people began"),
  proposal: z.object({ id: z.string(), proposedAt: z.string() }).nullable().describe("proposed for retirement and not answered"),
});
export const insightsAnswer = courseFiguresItem.extend({
  ...{ teams: z.array(team), others: team.nullable() },
  choices: z.array(z.object({ lesson: z.string(), lessonTitle: text, node: z.string(), says: text, n: z.int(), choices: z.array(z.object({ code: z.string(), text, count: z.int() })) })),
  questions: z.array(z.object({ lesson: z.string(), question: z.string(), text, n: z.int(), wrong: z.int(), sureAndWrong: z.int() })),
});

export const retirementItem = z.object({
  ...{ id: z.string(), version: z.int(), state: z.enum(["open", "kept", "retired"]), proposedAt: z.string(), decidedAt: z.string().nullable(), by: z.string().nullable().describe("name"), reason: z.string().nullable() },
  measures: measures.describe("as they were found; none for a course that HR retired by itself"),
});
export const retirementBody = z.strictObject({ decision: z.enum(["keep", "retire"]), reason: reasonFields.shape.reason });
export const retirementAnswer = z.object({ id: z.string(), state: z.enum(["kept", "retired"]) });
export const retiredAnswer = z.object({ code: z.string(), number: z.int().describe("the version that was in use") });

export const endedAnswer = z.object({ id: z.string(), endedAt: z.string() });

export const skillItem = z.object({
  ...{ code: z.string(), name: text, position: z.int(), active: z.boolean() },
  levels: z.object({ begins: text, does: text, helps_others: text }).describe("what is observed of somebody at each"),
  courses: z.array(z.object({ code: z.string(), title: text })).describe("in use that train it"),
});
export const skillBody = z.strictObject({ name: skillShape.shape.name, levels: skillShape.shape.levels, position: skillFields.shape.position.optional(), active: z.boolean().optional() });
export type SkillBody = z.output<typeof skillBody>;

export const imageItem = z.object({ id: z.string(), width: z.int(), height: z.int(), size: z.int().describe("bytes"), alt: text, path: z.string().describe("address within a lesson's text") });
export const imageBody = z.strictObject({ file: z.string().refine((text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text), "malformed").describe("base64 of a PNG, JPEG or WebP of at most 2 MiB"), alt: altFields });
export const imageAnswer = z.object({ id: z.string(), path: z.string() });
