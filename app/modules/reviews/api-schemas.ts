import { z } from "zod";
import { PROOF_SOURCES } from "./domain/say-do.ts";
import { answerFields, decisionFields, hoursFields, LENSES, lookFields, missedFields, monthFields, monthText, VERDICTS, whoFields } from "./schemas.ts";

const instant = z.string().describe("RFC 3339 instant");
const bilingual = z.object({ vi: z.string(), en: z.string() });
const person = z.object({ id: z.string(), name: z.string() });
const share = z.object({ part: z.int(), of: z.int() });
const acts = z.array(z.object({ kind: z.string(), id: z.string() })).describe("what the figure was counted from; each opens for those who may know of it");

const ledger = z.object({
  desk: z.object({ n: z.int(), median: z.number().nullable().describe("business minutes"), p90: z.number().nullable(), overdue: share, open: z.int(), acts }),
  overturning: z.object({ n: z.int(), explained: z.int(), resolved: z.int(), unresolved: z.int(), unknown: z.int(), acts }),
  overturned: z.object({ n: z.int(), acts }),
  frictions: z.object({ inTime: share, open: z.int(), changed: z.int(), acts, changes: acts }),
  thanks: z.object({ given: z.int(), evidenced: z.int(), acts }),
  hours: z.object({ confirmed: z.number().describe("minutes"), waiting: z.number(), acts }),
  promises: z.object({ kept: share, acts }),
  log: z.object({ n: z.int(), lookedAt: z.int(), acts }),
  practice: z.object({ n: z.int(), lessons: z.int(), scenarios: z.int(), field: z.int(), observed: z.int(), acts }).nullable().describe("learning of their own; null in a review that was closed before it was counted"),
});
const commitment = z.object({
  id: z.string(),
  text: bilingual,
  source: z.enum(PROOF_SOURCES),
  quantity: z.int(),
  unit: z.enum(["percent", "minutes", "count", "hours"]),
  bound: z.enum(["least", "most"]),
  done: z.object({ state: z.enum(["kept", "missed", "none"]), value: z.number().nullable() }),
  missedReason: z.string().nullable(),
  agreed: z.boolean(),
});

const upward = z.object({
  pulse: z.object({ id: z.string(), title: bilingual }),
  own: z.boolean().describe("false: their own people are too few, and this is the next larger group"),
  larger: z.object({ line: bilingual.nullable().describe("name of the manager whose people these are; null: everybody who answered"), ofManagers: z.boolean().describe("something shown is about one's direct manager, and so about each manager of that group") }).nullable().describe("that larger group"),
  items: z.array(z.object({ question: bilingual, favourable: z.int().nullable().describe("whole per cent; null where it may not be told"), atLeast: z.int(), trend: z.enum(["up", "steady", "down"]).nullable() })),
  elsewhere: z.array(z.string()).describe("what others changed after they were asked, where their own people must not be shown"),
});

/** A leader's month; `ledger` null: the caller sees what was promised and nothing else. */
export const leaderAnswer = z.object({
  person,
  relation: z.enum(["self", "above", "office", "below"]),
  month: z.string(),
  ledger: ledger.nullable(),
  commitments: z.array(commitment),
  sayDo: share.nullable(),
  words: z.object({ words: z.string(), loyal: z.string(), at: instant, answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredAt: instant.nullable() }).nullable(),
  upward: upward.nullable().describe("what their people said, as far as it may be told; null where nobody asked them"),
});
export const leaderQuery = z.strictObject({ month: monthText.optional().describe("YYYY-MM; the current one unless told") });

export const reviewItem = z.object({ id: z.string(), person: z.string().describe("e-mail"), from: z.string(), to: z.string() });
export const reviewAnswer = z.object({ id: z.string(), person, manager: z.string().nullable(), titles: z.array(z.string()), department: z.string().nullable(), site: z.string().nullable(), teamSize: z.int(), from: z.string(), to: z.string(), at: instant, ledger, commitments: z.array(commitment), sayDo: share });

export const loggedItem = z.object({
  id: z.string(),
  person,
  title: z.string(),
  words: z.string(),
  lens: z.enum(LENSES),
  serves: z.string(),
  givenUp: z.string(),
  at: instant,
  reviewOn: z.string(),
  verdict: z.enum(VERDICTS).nullable(),
  happened: z.string().nullable(),
  lookedAt: instant.nullable(),
});
export const loggedBody = decisionFields.extend({ about: z.string().max(2000).optional().describe("address in Tâm of what it rests on") });
export const lookBody = lookFields;
export const hoursBody = hoursFields;
export const madeAnswer = z.object({ id: z.string() });
const libraryChoice = z.strictObject({ library: z.string().max(64).describe("code of the library"), quantity: z.int().min(1).max(100_000).optional().describe("the library's unless told") });
const ownChoice = z.strictObject({ text: bilingual, source: z.enum(PROOF_SOURCES), quantity: z.int().min(1).max(100_000).describe("percent, minutes, acts or hours over the whole cycle, as the source counts") });
export const commitmentsBody = z.strictObject({ cycle: z.string().optional().describe("the running one unless told"), commitments: z.array(z.union([libraryChoice, ownChoice])) });
export type CommitmentsBody = z.output<typeof commitmentsBody>;
export const publishedAnswer = z.object({ cycle: z.string(), count: z.int() });
export const missedBody = missedFields;
export const monthBody = monthFields.omit({ month: true });
export const answerBody = answerFields;
export const agreeBody = z.strictObject({
  cycle: z.string().optional().describe("the running one unless told"),
  commitments: z.array(z.string().max(64)).max(20).optional().describe("ids of those that were read; 409 where others were published since"),
});
export const cycleItem = z.object({ id: z.string(), from: z.string(), to: z.string(), closed: z.boolean(), ended: z.boolean(), participants: z.int() });
export const cycleAnswer = cycleItem.extend({
  people: z.array(
    z.object({
      person,
      place: bilingual.nullable(),
      teamSize: z.int(),
      commitments: z.enum(["none", "published", "alone", "agreed"]).describe("alone: published by one above whom nobody stands"),
      months: z.array(z.object({ month: z.string(), state: z.enum(["none", "waiting", "alone", "answered"]).describe("of their own words: unwritten, to be answered, written with nobody to answer, answered") })).describe("of the cycle that have begun"),
      reviewId: z.string().nullable().describe("once the cycle is closed"),
    }),
  ),
});
export const cycleBody = z.strictObject({ day: z.iso.date().describe("a day of the quarter to open") });
export const closedAnswer = z.object({ reviews: z.int() });
export const lineAnswer = z.object({
  month: z.string(),
  pulse: z.object({ id: z.string(), title: bilingual, told: z.int() }).nullable().describe("the newest closed pulse that asked these teams; of how many it may be told whether they answered"),
  rows: z.array(
    z.object({
      person,
      teamSize: z.int(),
      ledger,
      sayDo: share.nullable(),
      toAgree: z.boolean(),
      words: z.enum(["none", "waiting", "answered"]),
      silent: z.boolean().describe("nobody of the team reported an obstacle or thanked anybody"),
      answered: z.int().nullable().describe("per cent that answered the pulse, in steps of five; null where it may not be told"),
    }),
  ),
});
export const whoBody = whoFields;
export const savedAnswer = z.object({ version: z.int() });
export const whoAnswer = z.object({ version: z.int(), purpose: bilingual.nullable(), strengths: z.array(bilingual), customers: z.array(bilingual), at: instant.nullable(), by: z.string().nullable() });
