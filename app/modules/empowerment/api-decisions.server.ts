import type { Actor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { Locale } from "#i18n/locale.ts";
import { words } from "#i18n/words.ts";
import { findPeople, findPersonByEmail, organisationTranslator } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { findPolicy } from "./policy-store.server.ts";
import { decisionsWithin, moneyView, readableDecisions } from "./queries-decisions.server.ts";
import { reasonText } from "./reason-words.server.ts";
import { storedExplanation, storedFacts, storedTexts } from "./stored-decision.server.ts";

type People = ReturnType<typeof findPeople>;
type DecisionRow = Prisma.DecisionGetPayload<object>;
type ApprovalRow = Prisma.ApprovalGetPayload<object>;

const LEAN = { omit: { facts: true, explanation: true } } as const satisfies Prisma.DecisionDefaultArgs;
type LeanRow = Prisma.DecisionGetPayload<typeof LEAN>;

function brief(people: People, id: string | null): { name: string; email: string } | null {
  const person = id === null ? undefined : people.get(id);
  return person === undefined ? null : { name: person.name, email: person.email };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function decisionJson(row: LeanRow, people: People) {
  return {
    id: row.id,
    number: row.number,
    decidedAt: row.decidedAt.toISOString(),
    person: brief(people, row.personId),
    gesture: row.gesture,
    reason: row.reason,
    channel: row.channel,
    proactive: row.proactive,
    amount: moneyView(row.amount, row.currency),
    case: row.caseRef,
    customerRef: row.customerRef,
    orderRef: row.orderRef,
    outcome: row.outcome,
    state: row.state,
    reasonCode: row.reasonCode,
    policyVersion: row.policyVersion,
    rule: row.rule,
    approvedAmount: moneyView(row.approvedAmount, row.currency),
    givenAt: iso(row.givenAt),
    result: row.result,
    csat: row.csat,
    externalRef: row.externalRef,
  };
}

function approvalJson(row: ApprovalRow, currency: string | null, people: People) {
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    level: row.level,
    approver: brief(people, row.approverId),
    onBehalfOf: brief(people, row.onBehalfOfId),
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    expiresAt: iso(row.expiresAt),
    answeredAt: iso(row.answeredAt),
    amount: moneyView(row.amount, currency),
    note: row.note,
    say: row.say === null ? null : (JSON.parse(row.say) as { vi?: string; en?: string }),
  };
}

export interface DecisionQuery {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly state?: string | undefined;
  /** E-mail of who decided. */
  readonly person?: string | undefined;
  readonly rule?: string | undefined;
}

interface Page {
  readonly limit: number;
  /** The sequence the page begins below; null: the newest. */
  readonly below: number | null;
}

/** Decisions the actor may read, newest first, with their place in the sequence. */
export async function decisionsJson(actor: Actor, query: DecisionQuery, { limit, below }: Page) {
  const personId = query.person === undefined ? null : (findPersonByEmail(query.person)?.id ?? "");
  const rows = await db.decision.findMany({
    ...LEAN,
    where: {
      AND: [
        readableDecisions(actor),
        below === null ? {} : { sequence: { lt: below } },
        query.state === undefined ? {} : { state: query.state },
        query.rule === undefined ? {} : { rule: query.rule },
        personId === null ? {} : { personId },
        query.from === null ? {} : { decidedAt: { gte: query.from } },
        query.to === null ? {} : { decidedAt: { lt: query.to } },
      ],
    },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  const people = findPeople(rows.map(({ personId: id }) => id));
  return rows.map((row) => ({ sequence: row.sequence, json: decisionJson(row, people) }));
}

/** Whether the actor may know of a decision. */
export async function mayReadDecision(actor: Actor, id: string): Promise<boolean> {
  return (await db.decision.count({ where: { AND: [{ id }, readableDecisions(actor)] } })) > 0;
}

/** The confirmation that a decision inside the rules was right when taken; null for any other. */
function receiptOf(row: DecisionRow, locale: Locale) {
  if (row.outcome !== "granted") return null;
  const { number, rule, policyVersion } = row;
  const text = words(organisationTranslator(locale), "empowerment:receipt", { code: "text", params: { number, rule: rule ?? "", version: policyVersion } });
  return { number, rule, policyVersion, decidedAt: row.decidedAt.toISOString(), text };
}

/** One decision with its full explanation in the reader's language; null for what the actor may not know of. */
export async function decisionDetailJson(actor: Actor, id: string, locale: Locale) {
  const row = await db.decision.findFirst({ where: { AND: [{ id }, readableDecisions(actor)] }, include: { approvals: { orderBy: [{ level: "asc" }, { askedAt: "asc" }] } } });
  if (row === null) return null;
  const { approvals, ...decision } = row;
  const people = findPeople([row.personId, ...approvals.flatMap(({ approverId, onBehalfOfId }) => [approverId, ...(onBehalfOfId === null ? [] : [onBehalfOfId])])]);
  const { request, facts, sources } = storedFacts(row.facts);
  const { answer, ...explanation } = storedExplanation(row.explanation);
  const { verdict } = explanation;
  const timeZone = findPolicy(row.policyVersion)?.document.timeZone ?? "UTC";
  const money = (minor: number | null) => (minor === null ? null : { minor, currency: findPolicy(row.policyVersion)?.document.currency ?? row.currency ?? "" });
  const reader = { locale, now: row.decidedAt, timeZone };
  return {
    ...decisionJson(decision, people),
    limit: money(verdict.limit),
    room: money(verdict.room),
    binding: verdict.binding,
    budgets: answer?.budgets ?? [],
    duties: verdict.duties,
    unknown: verdict.unknown,
    reasons: (answer?.reasons ?? [{ code: row.reasonCode, params: {} }]).map(({ code, params }) => ({ code, params, text: reasonText({ code, params }, reader) })),
    alternatives: answer?.alternatives ?? [],
    say: answer?.say ?? { vi: "", en: "" },
    byChoice: row.byChoice,
    escalateReason: row.escalateReason,
    note: row.note,
    evidence: storedTexts(row.evidence),
    felt: row.felt,
    service: row.serviceName,
    approvals: approvals.map((approval) => approvalJson(approval, row.currency, people)),
    resultNote: row.resultNote,
    repeatContactAt: iso(row.repeatContactAt),
    boughtAgainAt: iso(row.boughtAgainAt),
    request,
    facts,
    sources,
    explanation,
    receipt: receiptOf(decision, locale),
  };
}

/** Questions within the actor's reach, newest first: those put to them, and those of decisions they may read. */
export async function approvalsJson(actor: Actor, { state }: { state: string | null }, { limit, before }: { limit: number; before: { askedAt: Date; id: string } | null }) {
  const scope = reach(actor, "approvals.read");
  if (scope === null) return [];
  const besides: Prisma.ApprovalWhereInput[] =
    actor.kind === "person"
      ? [{ approverId: actor.personId }, ...(actor.siteCode === null ? [] : [{ kind: "second_person", state: "pending", decision: { siteCode: actor.siteCode, personId: { not: actor.personId } } }])]
      : [];
  const rows = await db.approval.findMany({
    where: {
      AND: [
        { OR: [{ decision: decisionsWithin(scope) }, ...besides] },
        state === null ? {} : { state },
        before === null ? {} : { OR: [{ askedAt: { lt: before.askedAt } }, { askedAt: before.askedAt, id: { lt: before.id } }] },
      ],
    },
    include: { decision: LEAN },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  const people = findPeople(rows.flatMap(({ approverId, onBehalfOfId, decision }) => [approverId, decision.personId, ...(onBehalfOfId === null ? [] : [onBehalfOfId])]));
  return rows.map(({ decision, ...approval }) => ({ askedAt: approval.askedAt, id: approval.id, json: { ...approvalJson(approval, decision.currency, people), decision: decisionJson(decision, people) } }));
}
