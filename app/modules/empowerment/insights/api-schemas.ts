import { z } from "zod";

const instant = z.string().describe("RFC 3339 instant");
const bilingual = z.object({ vi: z.string(), en: z.string() });
const named = z.object({ code: z.string(), name: bilingual });
const person = z.object({ id: z.string(), name: z.string(), email: z.string() });
const minor = z.int().describe("minor units of period.currency");
const meanMinor = z.number().nullable().describe("a mean of minor units, not rounded; null: nothing to count");

const share = z.object({ hits: z.int(), n: z.int(), low: z.number().nullable(), high: z.number().nullable() }).meta({ id: "Share", description: "hits of n with Wilson's 95 % interval in fractions; both ends null for n = 0" });
const spread = z
  .object({ n: z.int(), median: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), p90: z.number().nullable() })
  .meta({ id: "Spread", description: "median with its 95 % interval from order statistics (null below six values) and 90th percentile" });
const gap = z.object({ value: z.number(), low: z.number(), high: z.number(), clear: z.boolean() }).meta({ id: "Gap", description: "a difference with its 95 % interval; clear where it leaves out 0" });

export const lifePeriod = z.object({ from: instant, to: instant, months: z.int().nullable(), timeZone: z.string(), currency: z.string(), everything: z.boolean() }).meta({ id: "LifePeriod" });

const counts = {
  alone: z.int(), approved: z.int(), inFull: z.int(), declined: z.int(), returned: z.int(), expired: z.int(), refused: z.int(), pending: z.int(), overturned: z.int(),
  given: minor,
};
const shares = { autonomy: share, approval: share, overturn: share };
const total = z.object({ ...counts, ...shares });
const months = z.array(z.object({ month: z.string().describe("YYYY-MM"), autonomy: share }));
const times = z.object({ alone: spread, approved: spread }).describe("business minutes from the decision to when the customer had it");

const overview = z.object({
  period: lifePeriod,
  total,
  months,
  times,
  rules: z.array(total.extend({ rule: named.nullable(), inForce: z.boolean() })),
  approvers: z.array(z.object({ person, answered: z.int(), returned: z.int(), approval: share, minutes: spread, late: share, overturn: share })).nullable().describe("null for whoever may not read them"),
});

const gaps = z.object({
  period: lifePeriod,
  total: z.int(),
  gaps: z.array(z.object({ gesture: named, reason: named, channel: named, role: z.string().nullable(), count: z.int(), asked: minor, given: minor, approval: share, last: instant })),
  unusedRules: z.array(z.object({ rule: named, days: z.int(), people: z.int() })),
  unusedByRole: z.array(z.object({ role: z.string(), unused: share.nullable().describe("null: fewer than five people") })),
});

const team = z.object({
  manager: person.nullable(),
  teams: z.int(),
  people: z.int(),
  asked: share,
  reasons: z.array(z.object({ reason: z.string().nullable(), count: z.int() })).nullable().describe("null where fewer than five people asked"),
});
const fear = z.object({
  period: lifePeriod.describe("whole months, whatever days are asked for"),
  fear: z.object({ teams: z.array(team), others: team.nullable(), total: team }).nullable().describe("teams of five people or more; null: fewer than five all together"),
});

const bunching = z.object({ below: z.int(), justUnder: z.int(), justOver: z.int(), atLimit: z.int(), share, bunched: z.boolean().nullable(), fixedSteps: z.boolean() });
const side = z.object({ n: z.int(), waited: spread, repeated: share, cameBack: share, spent: meanMinor });
const edge = z.object({ under: side, over: side, waited: gap.nullable(), repeated: gap.nullable(), cameBack: gap.nullable(), spent: gap.nullable() });
const limits = z.object({ period: lifePeriod, bunching: z.array(bunching.extend({ rule: named })), edge });

const lesserRule = z.object({
  lesser: named, greater: named, by: z.array(z.enum(["tier", "site", "channel", "value"])), reasons: z.array(named), lesserLimit: minor, greaterLimit: minor, why: bilingual, silent: z.array(z.enum(["vi", "en"])),
});
const care = z.object({
  period: lifePeriod,
  compared: z.int(),
  worse: z.array(
    z.object({
      reason: named, side: z.enum(["tier", "site", "channel"]), channel: named.nullable(), group: named.nullable(), n: z.int(), others: z.int(), amount: spread, asked: share, minutes: spread,
      amountGap: gap.nullable(), askedGap: gap.nullable(), minutesGap: gap.nullable(), worse: z.array(z.enum(["amount", "asked", "minutes"])), explainedBy: z.array(named),
    }),
  ),
  lesserRules: z.array(lesserRule),
  goodwill: z
    .array(z.object({ ref: z.string(), name: z.string().nullable().describe("masked"), tier: named.nullable(), count: z.int(), given: minor, reasons: z.int(), people: z.int(), last: instant }))
    .nullable()
    .describe("null for whoever may not list customers"),
});

const bet = z.object({
  rule: named, acceptedLossPerMonth: minor, because: bilingual, reviewBy: z.string().nullable(), months: z.array(z.object({ month: z.string(), given: minor.nullable(), times: z.int() })),
  judged: z.int(), waiting: z.int(), alone: z.int(), pairs: z.int(), similar: z.int(), given: meanMinor, bought: meanMinor, similarBought: meanMinor, gap: gap.nullable(),
  curve: z.array(z.object({ day: z.int(), won: z.number(), similar: z.number(), gap: gap.omit({ clear: true }).nullable() })),
  verdict: z.enum(["too_few", "repaid", "more", "no_sign", "less"]),
});
const bets = z.object({ period: lifePeriod, bets: z.array(bet) });

export const LIFE_PARTS = ["overview", "gaps", "asking", "limits", "care", "bets"] as const;
export const lifeAnswer = z.object({ overview: overview.optional(), gaps: gaps.optional(), asking: fear.optional(), limits: limits.optional(), care: care.optional(), bets: bets.optional() });

export const ruleReview = z.object({ id: z.string(), at: instant, by: person, version: z.int(), decision: z.enum(["keep", "change", "stop"]), note: z.string(), reviewBy: z.string().nullable() });
export const ruleAnswer = z.object({
  rule: z.record(z.string(), z.unknown()),
  currency: z.string(),
  version: z.int(),
  inForce: z.boolean(),
  reviews: z.array(ruleReview),
  reviewDue: z.string().nullable(),
  due: z.boolean(),
  mayReview: z.boolean(),
  figures: z
    .object({ period: lifePeriod, total, months, times, bunching: bunching.nullable(), edge: edge.nullable(), lesserRules: z.array(lesserRule), bet: bet.nullable() })
    .nullable()
    .describe("null for whoever may not read figures"),
});
export const reviewBody = z.strictObject({ decision: z.string().max(20), note: z.string().max(2000), reviewBy: z.string().max(10).nullable().optional() });
export const reviewedRule = z.object({ id: z.string(), rule: z.string(), version: z.int(), decision: z.enum(["keep", "change", "stop"]), note: z.string(), reviewBy: z.string().nullable() });
