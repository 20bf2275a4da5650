import { z } from "zod";
import { kpiDefinition } from "../definition.ts";
import { FINDING_CODES, SEVERITIES } from "../lint/findings.ts";
import { ANNOUNCE, MOST_EVIDENCE, proposalFields } from "../rewards/fields.ts";
import { COUNTED, ITEM_SCOPES } from "./items.ts";
import { PERIOD_KINDS } from "./view-models.ts";

/** Shapes of the REST interface: findings, scorecards and rewards. */

const text = z.object({ vi: z.string(), en: z.string() });
const instant = z.string().describe("RFC 3339 instant");
const words = (limit: number) => z.string().trim().min(1).max(limit);

export const findingItem = z.object({
  key: z.string(),
  code: z.enum(FINDING_CODES),
  severity: z.enum(SEVERITIES),
  kpis: z.array(z.string()),
  scorecard: z.string().nullable(),
  evidence: z.record(z.string(), z.unknown()),
  letStand: z.object({ reason: z.string(), until: z.string(), by: z.string() }).nullable().describe("null: open"),
});

export const letStandBody = z.strictObject({ key: words(200).describe("key of a finding"), reason: words(500), until: z.iso.date().describe("local day, at most a year ahead") });
export const letStandAnswer = z.object({ key: z.string() });

const period = z.object({ id: z.string(), kind: z.enum(PERIOD_KINDS), from: z.string(), to: z.string(), closedAt: instant.nullable().describe("null: open, figures still move") });

export const sheetListItem = z.object({
  id: z.string(),
  name: text,
  person: z.string().nullable().describe("null: of a department"),
  mine: z.boolean(),
  appeal: z.enum(["open", "answered"]).nullable(),
  period,
});

const line = z.object({
  kind: z.enum(["kpi", ...COUNTED]),
  name: text.nullable(),
  definition: kpiDefinition.nullable().describe("as it stood"),
  version: z.int().nullable(),
  scope: z.enum(ITEM_SCOPES).nullable(),
  place: z.string().nullable(),
  weight: z.number(),
  target: z.number().nullable(),
  value: z.number().nullable(),
  n: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  attainment: z.number().nullable().describe("percent, 0 to 120"),
  absent: z.enum(["no_figure", "small_sample", "no_target", "no_place"]).nullable(),
  counted: z.number().describe("the weight it counts with"),
});

export const sheetAnswer = z.object({
  id: z.string(),
  name: text,
  person: z.string().nullable(),
  manager: z.string().nullable(),
  department: z.string().nullable(),
  site: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  closedAt: instant.nullable(),
  score: z.number().nullable().describe("percent; null: nothing could be counted"),
  customerShare: z.number(),
  items: z.array(line),
  appeals: z.array(z.object({ id: z.string(), by: z.string(), to: z.string(), words: z.string(), evidence: z.string(), at: instant, answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredAt: instant.nullable() })),
});

export const appealBody = z.strictObject({ words: words(1000), evidence: words(1000) });
export const madeAnswer = z.object({ id: z.string() });

export const rewardItem = z.object({
  id: z.string(),
  person: z.string(),
  kind: text,
  money: z.object({ minor: z.int(), currency: z.string() }).nullable().describe("null: none, or not the caller's to know"),
  reason: z.string(),
  state: z.enum(["proposed", "approved", "declined"]),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  announce: z.enum(ANNOUNCE).nullable(),
});

export const rewardBody = z.strictObject({
  person: z.string().trim().toLowerCase().min(3).max(254).describe("e-mail; never one's own"),
  kind: proposalFields.shape.kind.describe("code of a kind of reward"),
  reason: proposalFields.shape.reason,
  evidence: proposalFields.shape.evidence.describe(`1 to ${MOST_EVIDENCE} things the caller may know of`),
});
export type RewardBody = z.output<typeof rewardBody>;

export const decisionBody = z
  .strictObject({ approve: z.boolean(), note: z.string().trim().max(500).optional().describe("needed to decline") })
  .refine(({ approve, note }) => approve || (note ?? "") !== "", { path: ["note"], params: { code: "required" } });
