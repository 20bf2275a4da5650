import { z } from "zod";
import { FINDING_CODES } from "../domain/findings.ts";
import { TRANSFER_MEASURES } from "../domain/transfer.ts";

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
const team = z.object({ manager: z.string().nullable(), teams: z.int(), began: z.int(), completed: z.int(), verified: z.int(), reports: z.int() });

export const insightsAnswer = z.object({
  ...{ code: z.string(), title: text, number: z.int(), verdict },
  measures: z.array(z.object({ measure: z.enum(TRANSFER_MEASURES), verdict, trained: arm, peers: arm, difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable().describe("95% interval; shares as fractions") })),
  people: team.nullable().describe("null: fewer than five people began"),
  ...{ teams: z.array(team), others: team.nullable() },
  choices: z.array(z.object({ lesson: z.string(), lessonTitle: text, node: z.string(), says: text, n: z.int(), choices: z.array(z.object({ code: z.string(), text, count: z.int() })) })),
  questions: z.array(z.object({ lesson: z.string(), question: z.string(), text, n: z.int(), wrong: z.int(), sureAndWrong: z.int() })),
  proposal: z.object({ id: z.string(), proposedAt: z.string() }).nullable().describe("proposed for retirement and not answered"),
});
