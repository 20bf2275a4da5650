import { z } from "zod";
import { evidenceShape } from "./domain/proposals/stored-evidence.ts";
import { OVERTURN_REASONS } from "./view-models.ts";

/** Shapes of the REST interface (contracts.md §3): what bodies may hold, what answers hold. */

export const DECISION_STATES = ["granted", "pending", "approved", "declined", "returned", "expired", "cancelled", "refused"] as const;
const OUTCOMES = ["granted", "escalated", "refused"] as const;
export const APPROVAL_STATES = ["pending", "approved", "declined", "returned", "climbed", "handed_over", "expired", "cancelled"] as const;

const reference = z.string().min(1).max(200);
const instant = z.string().describe("RFC 3339 instant");
const note = z.string().max(4000).nullable().optional();
export const moneyBody = z.strictObject({ minor: z.int().min(0), currency: z.string() });
const money = z.object({ minor: z.int(), currency: z.string() });
const bilingual = z.object({ vi: z.string(), en: z.string() });
const person = z.object({ name: z.string(), email: z.string() });

/** Documents the body of a decision; the engine's own reader checks it, with the vocabulary of the policy in force. */
export const decisionBody = z.strictObject({
  gesture: reference,
  reason: reference,
  channel: reference,
  proactive: z.boolean().nullable().optional(),
  amount: moneyBody.nullable().optional(),
  case: reference.nullable().optional(),
  customer: z
    .union([
      z.literal("none"),
      z.strictObject({ ref: reference.nullable().optional(), phone: z.string().max(64).nullable().optional(), tier: reference.nullable().optional(), lifetimeValue: moneyBody.nullable().optional() }),
    ])
    .nullable()
    .optional(),
  order: z
    .union([z.literal("none"), z.strictObject({ ref: reference.nullable().optional(), value: moneyBody.nullable().optional(), daysSincePurchase: z.int().min(0).nullable().optional() })])
    .nullable()
    .optional(),
  flags: z.array(reference).nullable().optional(),
  evidence: z.array(reference).max(100).nullable().optional(),
  escalate: z.boolean().nullable().optional(),
  escalateReason: z.enum(["did_not_know", "feared_blame", "system_blocked", "customer_asked", "wanted_advice"]).nullable().optional(),
  note,
  felt: reference.nullable().optional(),
  address: z.strictObject({ customer: z.string().max(64).nullable().optional(), me: z.string().max(64).nullable().optional() }).nullable().optional(),
  expect: z.strictObject({ policyVersion: z.int().min(1).nullable().optional(), outcome: z.enum(OUTCOMES).nullable().optional() }).nullable().optional(),
  actor: z.string().nullable().optional().describe("e-mail of the person a service acts for"),
  externalRef: reference.nullable().optional(),
});

const budget = z.object({
  code: z.string(),
  unit: z.enum(["minor", "count"]),
  subject: z.enum(["person", "team", "site", "customer"]),
  limit: z.int(),
  used: z.int(),
  remaining: z.int(),
  resetsAt: instant.nullable(),
});
const reason = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()), text: z.string() });

export const verdictAnswer = z.object({
  outcome: z.enum(OUTCOMES),
  policyVersion: z.int(),
  rule: z.string().nullable(),
  limit: money.nullable(),
  room: money.nullable(),
  binding: z.string().nullable(),
  budgets: z.array(budget),
  duties: z.object({ note: z.boolean(), evidence: z.boolean() }),
  unknown: z.array(z.string()),
  reasons: z.array(reason).min(1),
  alternatives: z.array(z.object({ gesture: z.string(), limit: money.nullable(), rule: z.string().nullable() })),
  approval: z.object({ id: z.string().nullable(), approver: person, dueAt: instant }).nullable(),
  say: bilingual,
});

export const decisionAnswer = verdictAnswer.extend({ id: z.string(), number: z.string(), state: z.enum(DECISION_STATES) });

export const decisionItem = z.object({
  id: z.string(),
  number: z.string(),
  decidedAt: instant,
  person: person.nullable(),
  gesture: z.string(),
  reason: z.string(),
  channel: z.string(),
  proactive: z.boolean(),
  amount: money.nullable(),
  case: z.string().nullable(),
  customerRef: z.string().nullable(),
  orderRef: z.string().nullable(),
  outcome: z.enum(OUTCOMES),
  state: z.enum(DECISION_STATES),
  reasonCode: z.string(),
  policyVersion: z.int(),
  rule: z.string().nullable(),
  approvedAmount: money.nullable(),
  givenAt: instant.nullable(),
  result: z.enum(["resolved", "partly", "unresolved"]).nullable(),
  csat: z.int().nullable(),
  externalRef: z.string().nullable(),
});

const ruleEntry = z.object({
  code: z.string(),
  effect: z.enum(["grant", "prohibit", "require"]),
  status: z.enum(["applied", "stricter_used", "overridden", "restricts", "not_in_force", "not_matched"]),
  by: z.string().optional(),
  limit: z.int().optional(),
  duties: z.record(z.string(), z.unknown()).optional(),
  failed: z.array(z.object({ dim: z.string(), actual: z.unknown(), needed: z.unknown() })),
});

export const approvalItem = z.object({
  id: z.string(),
  state: z.enum(APPROVAL_STATES),
  kind: z.enum(["person", "second_person", "exception"]),
  level: z.int(),
  approver: person.nullable(),
  onBehalfOf: person.nullable(),
  askedAt: instant,
  dueAt: instant,
  expiresAt: instant.nullable(),
  answeredAt: instant.nullable(),
  amount: money.nullable(),
  note: z.string().nullable(),
  say: bilingual.partial().nullable(),
});

export const approvalListItem = approvalItem.extend({ decision: decisionItem });

export const decisionDetail = decisionItem.extend({
  limit: money.nullable(),
  room: money.nullable(),
  binding: z.string().nullable(),
  budgets: z.array(budget),
  duties: z.object({ note: z.boolean(), evidence: z.boolean() }),
  unknown: z.array(z.string()),
  reasons: z.array(reason),
  alternatives: z.array(z.object({ gesture: z.string(), limit: money.nullable(), rule: z.string().nullable() })),
  say: bilingual,
  byChoice: z.boolean(),
  escalateReason: z.string().nullable(),
  note: z.string().nullable(),
  evidence: z.array(z.string()),
  felt: z.string().nullable(),
  service: z.string().nullable(),
  approvals: z.array(approvalItem),
  resultNote: z.string().nullable(),
  repeatContactAt: instant.nullable(),
  boughtAgainAt: instant.nullable(),
  request: z.record(z.string(), z.unknown()),
  facts: z.record(z.string(), z.unknown()),
  sources: z.record(z.string(), z.enum(["known", "stated", "asserted"])),
  explanation: z.object({
    verdict: z.record(z.string(), z.unknown()),
    caseTotal: z.int(),
    rules: z.array(ruleEntry),
    budgets: z.array(budget.omit({ resetsAt: true })),
  }),
  receipt: z.object({ number: z.string(), rule: z.string().nullable(), policyVersion: z.int(), decidedAt: instant, text: z.string() }).nullable(),
});

export const followedUp = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(DECISION_STATES),
  givenAt: instant.nullable(),
  result: z.string().nullable(),
  csat: z.int().nullable(),
});

export const resultBody = z.strictObject({ result: z.enum(["resolved", "partly", "unresolved"]), csat: z.int().min(1).max(5).nullable().optional(), note });

export const approveBody = z.strictObject({ note, amount: z.strictObject({ minor: z.int().min(1), currency: z.string() }).nullable().optional() });
export const declineBody = z.strictObject({ note, say: z.union([z.string().max(2000), z.strictObject({ vi: z.string().max(2000).optional(), en: z.string().max(2000).optional() })]).nullable().optional() });
export const noteBody = z.strictObject({ note });

export const answered = z.object({ id: z.string(), state: z.enum(["approved", "declined", "returned"]), decisionId: z.string(), number: z.string(), amount: money.nullable() });

const policyItem = z.object({
  version: z.int(),
  state: z.enum(["draft", "in_review", "published", "in_force", "retired"]),
  authors: z.array(person),
  createdAt: instant,
  submittedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  publishedBy: person.nullable(),
  effectiveFrom: instant.nullable(),
  baseVersion: z.int().nullable().describe("the version it was begun from"),
  commentsUntil: instant.nullable().describe("until when those it binds may comment on the draft"),
  note: z.string().nullable(),
  revision: z.int(),
});
export const policyListItem = policyItem;
export const policyDetail = policyItem.extend({ document: z.record(z.string(), z.unknown()) });
export const policyStep = z.object({ version: z.int(), state: z.enum(["draft", "in_review", "published", "in_force"]), revision: z.int().optional(), effectiveFrom: instant.optional() });
export const publishBody = z.strictObject({ effectiveFrom: z.string().max(40).nullable().optional().describe("instant, or local date; absent: now"), note });

export const overturnBody = z.strictObject({ reason: z.enum(OVERTURN_REASONS), note });
export const overturned = z.object({ id: z.string(), number: z.string(), overturn: z.object({ reason: z.enum(OVERTURN_REASONS), note: z.string(), at: instant }) });

const PROPOSAL_STATES = ["open", "accepted", "rejected", "superseded"] as const;
export const proposalState = z.enum(PROPOSAL_STATES);
export const proposalItem = z.object({
  id: z.string(),
  kind: z.enum(["widen", "narrow"]),
  rule: z.string(),
  reason: z.string().nullable().describe("of the cases it is about; null: the whole rule"),
  from: money,
  to: money,
  state: proposalState,
  baseVersion: z.int(),
  createdAt: instant,
  window: z.object({ from: instant, to: instant }),
  evidence: evidenceShape.describe("counts; amounts in minor units, times in business minutes"),
  answeredAt: instant.nullable(),
  answeredBy: person.nullable(),
  note: z.string().nullable(),
  draftVersion: z.int().nullable(),
  trialBegins: instant.nullable(),
  trialEndsAt: instant.nullable().describe("when the limit returns to its base unless confirmed"),
  trialOutcome: z.enum(["confirmed", "returned", "superseded"]).nullable(),
  returnVersion: z.int().nullable(),
});
export const proposalAccepted = z.object({ id: z.string(), state: z.literal("accepted"), version: z.int().describe("the draft with the one limit changed") });
export const proposalRejected = z.object({ id: z.string(), state: z.literal("rejected") });
export const proposalConfirmed = z.object({ id: z.string(), trialOutcome: z.literal("confirmed") });

const condition = z.record(z.string(), z.unknown());
const named = z.object({ code: z.string(), name: bilingual });
const authorityRule = z.object({
  code: z.string(),
  effect: z.enum(["grant", "prohibit", "require"]),
  name: bilingual,
  why: bilingual,
  perCase: money.nullable(),
  percentOfOrder: z.int().nullable(),
  secondPersonAbove: money.nullable(),
  duties: z.object({ note: z.boolean(), evidence: z.boolean() }),
  conditions: z.array(condition),
  open: z.boolean(),
  missingCourses: z.array(named.extend({ minutes: z.int().nullable() })),
  validTo: z.string().nullable(),
});
export const authorityAnswer = z.object({
  policyVersion: z.int(),
  effectiveFrom: instant,
  gestures: z.array(
    named.extend({ valued: z.boolean(), limit: money.nullable().describe("the most of the rules open to the person, per case"), remaining: money.nullable().describe("what the budgets leave of it now"), rules: z.array(authorityRule) }),
  ),
  budgets: z.array(budget),
});

const periodEdge = z.string().max(40).nullish().describe("instant or local date");
export const simulateBody = z.strictObject({
  from: periodEdge,
  to: periodEdge.describe("instant or local date, exclusive; absent: now"),
  source: z.enum(["recorded", "imported"]).nullish().describe("decisions of this installation (unless told), or imported past cases"),
  mode: z.enum(["stateful", "stateless"]).nullish().describe("budgets counted anew under the version (unless told), or as they were recorded"),
  asRole: z.string().max(64).nullish().describe("role of people in imported cases whom nobody here knows; frontline unless told"),
});
