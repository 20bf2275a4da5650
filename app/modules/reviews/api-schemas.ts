import { z } from "zod";
import { PROOF_SOURCES } from "./domain/say-do.ts";
import { decisionFields, hoursFields, LENSES, monthText, VERDICTS } from "./schemas.ts";

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

/** A leader's month; `ledger` null: the caller sees what was promised and nothing else. */
export const leaderAnswer = z.object({
  person,
  relation: z.enum(["self", "above", "office", "below"]),
  month: z.string(),
  ledger: ledger.nullable(),
  commitments: z.array(commitment),
  sayDo: share.nullable(),
  words: z.object({ words: z.string(), loyal: z.string(), at: instant, answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredAt: instant.nullable() }).nullable(),
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
export const loggedBody = decisionFields;
export const hoursBody = hoursFields;
export const madeAnswer = z.object({ id: z.string() });
export const whoAnswer = z.object({ version: z.int(), purpose: bilingual.nullable(), strengths: z.array(bilingual), customers: z.array(bilingual), at: instant.nullable(), by: z.string().nullable() });
