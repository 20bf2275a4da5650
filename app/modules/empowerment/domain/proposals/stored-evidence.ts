import { z } from "zod";
import { estimateNarrowing, estimateWidening } from "./estimate.ts";
import { type LimitCase, overLimit, withinLimit } from "./evidence.ts";
import { histogramOf } from "./histogram.ts";
import type { LimitFinding } from "./propose.ts";

const count = z.int().min(0);
const bound = z.number().min(0).max(1).nullable();

/** What a proposal rests on, as it is stored with it: counts, never shares; amounts in minor units, times in business minutes. */
export const evidenceShape = z.strictObject({
  /** Days of the window the cases lie in. */
  windowDays: count,
  /** Whether there were more cases than are read; the newest then speak. */
  capped: z.boolean(),
  /** Cases the bound rests on, and those that speak for the change. */
  n: count,
  hits: count,
  bound,
  widening: z.strictObject({ n: count, inFull: count, less: count, declined: count, expired: count, overturned: count, low: bound }),
  narrowing: z.strictObject({ n: count, badly: count, unresolved: count, overturned: count, resolved: count, partly: count, untold: count, low: bound }),
  /** Amounts: over the limit by approved in full or not, of grants by gone well or not. */
  histogram: z.strictObject({ bars: z.array(z.strictObject({ from: count, below: count, good: count, other: count })).readonly(), open: z.boolean() }),
  estimate: z.strictObject({ method: z.literal("same_cases"), cases: count, cost: z.number(), minutes: z.number(), typicalWait: z.number().nullable() }),
  /** Whose own authority would change: the rule's roles (none: any), and how many people with its courses in date. */
  beneficiaries: z.strictObject({ roles: z.array(z.string()), people: count }),
  /** Ids of some of the decisions that speak for it, newest first. */
  examples: z.array(z.string()).readonly(),
});
export type ProposalEvidence = z.output<typeof evidenceShape>;

const EXAMPLES = 5;

const wentWell = ({ overturned, result }: LimitCase) => !overturned && result === "resolved";
const wentBadly = ({ overturned, result }: LimitCase) => overturned || result === "unresolved";
const saidYes = ({ overturned, outcome }: LimitCase) => !overturned && outcome === "in_full";

/** The evidence of a finding that asks for a change. */
export function evidenceOf(
  { limit, assessment, cases }: LimitFinding,
  about: Pick<ProposalEvidence, "windowDays" | "capped" | "beneficiaries">,
): ProposalEvidence {
  const { widening, narrowing } = assessment;
  const to = assessment.to ?? limit;
  const wider = assessment.kind !== "narrow";
  const speaking = wider ? overLimit(limit, cases) : withinLimit(limit, cases);
  const good = wider ? saidYes : wentWell;
  const examples = speaking.filter((one) => (wider ? saidYes(one) && one.reach <= to : wentBadly(one) && one.reach > to));
  return {
    ...about,
    n: wider ? widening.n : narrowing.n,
    hits: wider ? widening.inFull : narrowing.badly,
    bound: wider ? widening.low : narrowing.low,
    widening,
    narrowing,
    histogram: histogramOf(limit, speaking.map((one) => ({ reach: one.reach, good: good(one) }))),
    estimate: wider ? estimateWidening(limit, to, cases) : estimateNarrowing(limit, to, cases),
    examples: examples.slice(0, EXAMPLES).map(({ id }) => id),
  };
}
