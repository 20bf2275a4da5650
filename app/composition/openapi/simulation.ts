import { z } from "zod";
import { simulateBody } from "#modules/empowerment/api-schemas.ts";
import { instant, money, type Operation } from "./operation.ts";

const row = z.object({ granted: z.int(), escalated: z.int(), refused: z.int() });
const matrix = z.object({ granted: row, escalated: row, refused: row });
const side = row.extend({ cost: z.int().describe("minor units") });
const groups = z.array(z.object({ code: z.string().nullable(), before: side, after: side, waitingMinutesSaved: z.number() }));
const outcome = z.enum(["granted", "escalated", "refused"]);
const minor = z.int().nullable().describe("minor units; null for a gesture without amount");

const example = z.object({
  id: z.string(),
  label: z.string(),
  decidedAt: instant,
  gesture: z.string(),
  reason: z.string(),
  amount: minor,
  site: z.string().nullable(),
  before: z.object({ outcome, state: z.string(), reason: z.string().nullable(), rule: z.string().nullable(), given: z.int(), waitingMinutes: z.number().nullable() }),
  after: z.object({ outcome, reason: z.string(), rule: z.string().nullable(), limit: minor, room: minor, binding: z.string().nullable() }),
});

const replayed = z.object({ outcome, reason: z.string().nullable(), rule: z.string().nullable() });

/** The answer of a simulation, as contracts.md gives it and more. */
const simulationReport = z.object({
  id: z.string().describe("of the run: /simulations/{id} shows it"),
  cases: z.int(),
  judged: z.int(),
  notJudged: z.array(z.object({ reason: z.string(), params: z.record(z.string(), z.unknown()), cases: z.int() })),
  reproduced: z.object({
    cases: z.int(),
    same: z.int().describe("come out as recorded under the version that decided them"),
    withoutVersion: z.int(),
    different: z.array(z.object({ id: z.string(), label: z.string(), version: z.int(), recorded: replayed, replayed })),
  }),
  currency: z.string(),
  transitions: matrix.describe("judged cases by outcome then and under the version"),
  amounts: matrix.describe("what was asked for, in minor units"),
  cost: z.object({ before: money, after: money }),
  waitingMinutesSaved: z.number().nullable().describe("business minutes; null where no wait was recorded"),
  waiting: z.object({ freed: z.int(), minutesSaved: z.number(), added: z.int(), minutesAdded: z.number(), unknown: z.int() }),
  weeks: z.number(),
  approvers: z.array(z.object({ role: z.string().nullable(), before: z.int(), after: z.int(), perWeekBefore: z.number(), perWeekAfter: z.number() })),
  byRule: groups,
  byDepartment: groups,
  bySite: groups,
  byRole: groups,
  byGesture: groups,
  examples: z.array(example),
  assumptions: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
});

export const simulationOperations: readonly Operation[] = [
  {
    ...{ method: "post", path: "/policies/{version}/simulate", id: "simulatePolicy", tag: "policies", summary: "What a version would have made of past cases; answers when it is done", scope: "policies:read" },
    ...{ body: simulateBody, bodyOptional: true, status: 200, answer: simulationReport, refusals: [404, 409] },
  },
];
