import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { approvalOf, sayOf } from "./decision-answer.server.ts";
import { reasonsOf } from "./domain/reasons.ts";
import { findPolicy } from "./policy-store.server.ts";
import type { DecisionRequest, PolicyDocument } from "./public.ts";
import { personView, readableDecisions, ROW_COLUMNS, rowViews } from "./queries-decisions.server.ts";
import { verdictView } from "./queries-decide.server.ts";
import { reasonText } from "./reason-words.server.ts";
import { ruleTraces } from "./rule-traces.server.ts";
import { storedExplanation, storedFacts, storedTexts } from "./stored-decision.server.ts";
import { type ApprovalStep, type DecisionDetail, OVERTURN_REASONS, type VerdictView } from "./view-models.ts";
import { nameIn } from "./vocabulary.ts";

const COLUMNS = {
  ...ROW_COLUMNS,
  channel: true,
  proactive: true,
  caseRef: true,
  orderRef: true,
  felt: true,
  note: true,
  evidence: true,
  byChoice: true,
  externalRef: true,
  facts: true,
  explanation: true,
  address: true,
  customerId: true,
  outcome: true,
  givenById: true,
  csat: true,
  resultNote: true,
  repeatContactAt: true,
  boughtAgainAt: true,
  managerId: true,
  siteCode: true,
  departmentCode: true,
  approvals: { orderBy: { askedAt: "asc" as const } },
  overturn: true,
} as const;

type StoredDecision = NonNullable<Awaited<ReturnType<typeof findStored>>>;

function findStored(actor: PersonActor, id: string) {
  return db.decision.findFirst({ where: { AND: [{ id }, readableDecisions(actor)] }, select: COLUMNS });
}

const ENDED: Readonly<Record<string, "approved" | "declined" | "expired" | undefined>> = { approved: "approved", declined: "declined", expired: "expired" };

/** The verdict as it was told, its sentences in the reader's language and the words to say as they are now. */
export function storedVerdict(row: StoredDecision, document: PolicyDocument, locale: Locale): VerdictView {
  const now = systemClock.now();
  const explanation = storedExplanation(row.explanation);
  const { verdict } = explanation;
  const { request } = storedFacts(row.facts);
  // History taken over from elsewhere has no answer of ours: what can be told is told from the explanation.
  const budgets = explanation.answer?.budgets ?? explanation.budgets.map((budget) => ({ ...budget, resetsAt: null }));
  const reasonList = explanation.answer?.reasons ?? reasonsOf(explanation, { document, request, byChoice: row.byChoice, budgets });
  const money = (minor: number | null) => (minor === null ? null : { minor, currency: document.currency });
  const outcome = row.outcome as VerdictView["outcome"];
  const reader = { locale, now, timeZone: document.timeZone };
  const waiting = row.approvals.find(({ state }) => state === "pending") ?? null;
  const approval = approvalOf(waiting?.id ?? null, waiting);
  const told = approval === null ? {} : { approver: approval.approver.name, dueAt: approval.dueAt };
  const declined = row.approvals.find(({ state, say }) => state === "declined" && say !== null)?.say ?? null;
  const address = row.address === null ? null : (JSON.parse(row.address) as DecisionRequest["address"]);
  const amount = row.approvedAmount ?? row.amount;
  const say =
    declined === null
      ? sayOf(
          document,
          { outcome, reason: verdict.reason, rule: verdict.rule },
          { amount: money(amount === null ? null : Number(amount)), limit: money(verdict.limit), dueAt: approval?.dueAt ?? null, approver: approval?.approver.name ?? null, address: address ?? null, addressForm: null },
          now,
          ENDED[row.state],
        )
      : (JSON.parse(declined) as VerdictView["say"]);
  const reasons = reasonList.map((reason) => ({ ...reason, text: reasonText(reason.code === "escalated_by_choice" ? { ...reason, params: { ...reason.params, ...told } } : reason, reader) }));
  return verdictView(
    {
      outcome,
      policyVersion: row.policyVersion,
      rule: verdict.rule,
      limit: money(verdict.limit),
      room: money(verdict.room),
      binding: verdict.binding,
      budgets,
      duties: verdict.duties,
      unknown: verdict.unknown,
      reasons,
      alternatives: explanation.answer?.alternatives ?? [],
      approval,
      say,
    },
    document,
    request.amount ?? null,
  );
}

function steps(row: StoredDecision): ApprovalStep[] {
  const people = findPeople(row.approvals.flatMap(({ approverId, onBehalfOfId }) => (onBehalfOfId === null ? [approverId] : [approverId, onBehalfOfId])));
  return row.approvals.map((step) => ({
    level: step.level,
    kind: step.kind as ApprovalStep["kind"],
    state: step.state,
    approver: personView(people, step.approverId),
    onBehalfOf: step.onBehalfOfId === null ? null : personView(people, step.onBehalfOfId),
    askedAt: step.askedAt.toISOString(),
    dueAt: step.dueAt.toISOString(),
    answeredAt: step.answeredAt?.toISOString() ?? null,
    note: step.note,
  }));
}

/** Whether the reader decided it, or answered it as an approver. */
function isOwn({ personId }: PersonActor, row: StoredDecision): boolean {
  return row.personId === personId || row.approvals.some(({ approverId, state }) => approverId === personId && (state === "approved" || state === "declined"));
}

function overturnView({ overturn }: StoredDecision): DecisionDetail["overturn"] {
  if (overturn === null) return null;
  const { byId, at, reason, note } = overturn;
  return { by: personView(findPeople([byId]), byId), at: at.toISOString(), reason: OVERTURN_REASONS.find((known) => known === reason) ?? "other", note };
}

/** What the reader may do with it now: take it back while it is not given, mark it given, record how it ended. */
function mayDo(actor: PersonActor, row: StoredDecision): DecisionDetail["may"] {
  const follow = can(actor, "decisions.follow-up", row);
  const holds = row.state === "granted" || row.state === "approved";
  return {
    cancel: follow && row.givenAt === null && (holds || row.state === "pending" || row.state === "returned"),
    give: follow && row.givenAt === null && holds,
    result: follow && (holds || row.state === "declined" || row.state === "expired" || row.state === "refused"),
    overturn: (holds || row.state === "declined") && row.overturn === null && !isOwn(actor, row) && can(actor, "decisions.overturn", row),
  };
}

/** One decision as a page; null for what is not there or not for this reader. */
export async function decisionDetail(actor: PersonActor, id: string, locale: Locale): Promise<DecisionDetail | null> {
  const row = await findStored(actor, id);
  if (row === null) return null;
  const document = findPolicy(row.policyVersion)?.document;
  const [line] = rowViews([row]);
  if (document === undefined || line === undefined) return null;
  const { request } = storedFacts(row.facts);
  return {
    ...line,
    channel: nameIn(document.channels, row.channel),
    proactive: row.proactive,
    caseRef: row.caseRef,
    orderRef: row.orderRef,
    felt: row.felt,
    note: row.note,
    evidence: storedTexts(row.evidence),
    flags: (request.flags ?? []).map((code) => nameIn(document.flags, code)),
    byChoice: row.byChoice,
    externalRef: row.externalRef,
    verdict: storedVerdict(row, document, locale),
    rules: await ruleTraces(storedExplanation(row.explanation), document),
    approvals: steps(row),
    givenBy: row.givenById === null ? null : personView(findPeople([row.givenById]), row.givenById),
    csat: row.csat,
    resultNote: row.resultNote,
    repeatContactAt: row.repeatContactAt?.toISOString() ?? null,
    boughtAgainAt: row.boughtAgainAt?.toISOString() ?? null,
    receipt: row.outcome === "granted" && row.state !== "cancelled",
    overturn: overturnView(row),
    may: mayDo(actor, row),
  };
}
