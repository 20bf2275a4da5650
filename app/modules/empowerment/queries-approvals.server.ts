import type { PersonActor } from "#access/actor.ts";
import { reach } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { knownCustomer } from "#modules/customers/public.server.ts";
import { findPeople, findPerson, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { caseTotalNow, factsOf, type Question, secondPeople } from "./ask-approver.server.ts";
import { usageNow } from "./budget-usage.server.ts";
import { sayOf } from "./decision-answer.server.ts";
import { type Answerable, answerableBy } from "./domain/authority.ts";
import { budgetPlaces, type BudgetSubjects } from "./domain/budget-places.ts";
import { reasonsOf } from "./domain/reasons.ts";
import { findPolicy, findPolicyInForce } from "./policy-store.server.ts";
import { escalationFor } from "./public.ts";
import { decisionList, decisionsWithin, moneyView, personView } from "./queries-decisions.server.ts";
import { reasonText } from "./reason-words.server.ts";
import { storedExplanation, storedFacts, storedTexts } from "./stored-decision.server.ts";
import type { ApprovalDetail, BudgetView, NamedCode, ReasonView, WaitingApproval } from "./view-models.ts";
import { named, nameIn, bilingual } from "./vocabulary.ts";

const WITH_DECISION = { decision: { include: { approvals: { select: { id: true, approverId: true }, orderBy: { askedAt: "asc" } } } } } as const satisfies Prisma.ApprovalInclude;

type Asked = Prisma.ApprovalGetPayload<{ include: typeof WITH_DECISION }>;

const DAY_MS = 86_400_000;
const GOODWILL_DAYS = 90;
const SHOWN = 100;

async function siteNames(): Promise<ReadonlyMap<string, NamedCode>> {
  return new Map((await sites()).map((site) => [site.code, { code: site.code, name: { vi: site.nameVi, en: site.nameEn } }]));
}

/** The one reason a request was not automatic, in the reader's language. */
function whyAsked({ decision }: Asked, locale: Locale, now: Date): ReasonView {
  const document = findPolicy(decision.policyVersion)?.document;
  const explanation = storedExplanation(decision.explanation);
  if (document === undefined) return { code: explanation.verdict.reason, text: "" };
  const budgets = explanation.answer?.budgets ?? explanation.budgets.map((budget) => ({ ...budget, resetsAt: null }));
  const reasons = reasonsOf(explanation, { document, request: storedFacts(decision.facts).request, byChoice: false, budgets });
  const [first = { code: explanation.verdict.reason, params: {} }] = reasons;
  return { code: first.code, text: reasonText(first, { locale, now, timeZone: document.timeZone }) };
}

function waitingView(asked: Asked, context: { people: ReturnType<typeof findPeople>; places: ReadonlyMap<string, NamedCode>; locale: Locale; now: Date }): WaitingApproval {
  const { decision } = asked;
  const document = findPolicy(decision.policyVersion)?.document;
  return {
    id: asked.id,
    decisionId: decision.id,
    number: decision.number,
    requester: personView(context.people, decision.personId),
    site: decision.siteCode === null ? null : (context.places.get(decision.siteCode) ?? null),
    gesture: nameIn(document?.gestures ?? [], decision.gesture),
    reason: nameIn(document?.reasons ?? [], decision.reason),
    amount: moneyView(decision.amount, decision.currency),
    customerRef: decision.customerRef,
    askedAt: asked.askedAt.toISOString(),
    dueAt: asked.dueAt.toISOString(),
    overdue: asked.dueAt <= context.now,
    why: whyAsked(asked, context.locale, context.now),
  };
}

/** A pending question of a second person belongs to every colleague of the site who may confirm it. */
function mineToConfirm(actor: PersonActor): Prisma.ApprovalWhereInput[] {
  return actor.siteCode === null ? [] : [{ kind: "second_person", decision: { siteCode: actor.siteCode, personId: { not: actor.personId } } }];
}

function mayConfirm(actor: PersonActor, asked: Asked, now: Date): boolean {
  if (asked.approverId === actor.personId) return true;
  const question = questionNow(asked, now);
  return question !== null && secondPeople(question, now).includes(actor.personId);
}

/** What waits on the reader: what falls due first comes first. */
export async function waitingOnMe(actor: PersonActor, locale: Locale): Promise<WaitingApproval[]> {
  const now = systemClock.now();
  const rows = await db.approval.findMany({
    where: { state: "pending", OR: [{ approverId: actor.personId }, ...mineToConfirm(actor)] },
    include: WITH_DECISION,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: SHOWN,
  });
  const mine = rows.filter((row) => mayConfirm(actor, row, now));
  const people = findPeople(mine.map(({ decision }) => decision.personId));
  const places = await siteNames();
  return mine.map((row) => waitingView(row, { people, places, locale, now }));
}

/** The question of a stored approval as it stands now; null once its policy is gone. */
function questionNow({ id, decision }: Asked, now: Date): Question | null {
  const policy = findPolicyInForce(now) ?? findPolicy(decision.policyVersion);
  if (policy === null) return null;
  const { request } = storedFacts(decision.facts);
  const { verdict } = storedExplanation(decision.explanation);
  const refs = { caseRef: decision.caseRef, customerRef: decision.customerRef, orderRef: decision.orderRef };
  return {
    policy,
    request,
    verdict: { outcome: "escalated", reason: verdict.reason, rule: verdict.rule },
    requester: { id: decision.personId, managerId: decision.managerId, siteCode: decision.siteCode },
    customerRef: decision.customerRef,
    customerPersonId: null,
    caseTotal: caseTotalNow(policy, request, refs, now),
    earlier: decision.approvals.filter((step) => step.id !== id).map(({ approverId }) => approverId),
  };
}

interface Standing {
  readonly answerable: Answerable | null;
  readonly budgets: readonly BudgetView[];
  readonly withinRequestersAuthority: boolean;
}

/** What the reader could approve now, and the budgets it would draw on. */
function standingOf(actor: PersonActor, asked: Asked, question: Question | null, now: Date): Standing {
  if (question === null) return { answerable: null, budgets: [], withinRequestersAuthority: false };
  const { policy, request, requester, customerRef } = question;
  const secondPerson = asked.kind === "second_person";
  const exception = !secondPerson && (asked.kind === "exception" || escalationFor(policy.document, question.verdict)?.byException === true);
  const facts = factsOf(question, actor.personId, secondPerson ? "requester" : "own", now);
  const answerable = facts === null ? null : answerableBy(policy.compiled, request, facts, exception);
  const payer: BudgetSubjects = secondPerson
    ? { personId: requester.id, managerId: requester.managerId, siteCode: requester.siteCode, customerRef }
    : { personId: actor.personId, managerId: findPerson(actor.personId)?.managerId ?? null, siteCode: requester.siteCode, customerRef };
  const places = budgetPlaces(policy.document, request, payer, now);
  const usage = usageNow(places, now);
  const role = answerable?.role ?? answerable?.verdict.role ?? null;
  const budgets = places.flatMap(({ code, budget, end }): BudgetView[] => {
    const limit = (budget.limits.find((row) => row.role === role) ?? budget.limits.find((row) => row.role === "*"))?.limit;
    if (limit === undefined) return [];
    const used = usage[code] ?? 0;
    return [{ code, unit: budget.measure === "count" ? "count" : "minor", subject: budget.subject, limit, used, remaining: Math.max(0, limit - used), resetsAt: end?.toISOString() ?? null }];
  });
  const theirs = factsOf(question, requester.id, "own", now);
  const own = theirs === null ? null : policy.compiled.evaluate({ ...request, escalate: false }, theirs);
  return { answerable, budgets, withinRequestersAuthority: own?.outcome === "granted" };
}

async function goodwillOf(customerRef: string | null, currency: string, exceptId: string, now: Date): Promise<ApprovalDetail["goodwill"]> {
  if (customerRef === null) return { count: 0, total: { minor: 0, currency } };
  const sum = await db.decision.aggregate({
    where: { customerRef, id: { not: exceptId }, state: { in: ["granted", "approved"] }, decidedAt: { gte: new Date(now.getTime() - GOODWILL_DAYS * DAY_MS) } },
    _count: { id: true },
    _sum: { approvedAmount: true },
  });
  return { count: sum._count.id, total: { minor: Number(sum._sum.approvedAmount ?? 0n), currency } };
}

/** One question as a page: the person, the case, what was asked, why, and what approving costs and leaves. */
export async function approvalDetail(actor: PersonActor, id: string, locale: Locale): Promise<ApprovalDetail | null> {
  const now = systemClock.now();
  const scope = reach(actor, "approvals.read");
  if (scope === null) return null;
  const asked = await db.approval.findFirst({
    where: { id, OR: [{ approverId: actor.personId }, { decision: decisionsWithin(scope) }, ...mineToConfirm(actor)] },
    include: WITH_DECISION,
  });
  if (asked === null) return null;
  const { decision } = asked;
  const mayAnswer = asked.state === "pending" && decision.personId !== actor.personId && mayConfirm(actor, asked, now);
  const document = findPolicy(decision.policyVersion)?.document;
  const question = questionNow(asked, now);
  const { answerable, budgets, withinRequestersAuthority } = standingOf(actor, asked, question, now);
  const currency = decision.currency ?? document?.currency ?? "VND";
  const customer = decision.customerRef === null ? null : knownCustomer({ ref: decision.customerRef });
  const sameCase: Prisma.DecisionWhereInput[] = [
    ...(decision.caseRef === null ? [] : [{ caseRef: decision.caseRef }]),
    ...(decision.customerRef === null ? [] : [{ customerRef: decision.customerRef }]),
  ];
  const { verdict } = storedExplanation(decision.explanation);
  const rule = document?.rules.find(({ code }) => code === verdict.rule);
  const people = findPeople([decision.personId, ...(asked.onBehalfOfId === null ? [] : [asked.onBehalfOfId])]);
  const amount = moneyView(decision.amount, decision.currency);
  return {
    ...waitingView(asked, { people, places: await siteNames(), locale, now }),
    kind: asked.kind as ApprovalDetail["kind"],
    state: asked.state,
    onBehalfOf: asked.onBehalfOfId === null ? null : personView(people, asked.onBehalfOfId),
    customerName: customer?.ref ?? null,
    felt: decision.felt,
    note: decision.note,
    evidence: storedTexts(decision.evidence),
    flags: (storedFacts(decision.facts).request.flags ?? []).map((code) => nameIn(document?.flags ?? [], code)),
    byChoice: decision.byChoice,
    escalateReason: decision.escalateReason,
    rule: rule === undefined ? null : { ...named(rule), why: bilingual(rule.why, "") },
    caseSoFar: sameCase.length === 0 ? [] : await decisionList({ id: { not: decision.id }, OR: sameCase }, 10),
    goodwill: await goodwillOf(decision.customerRef, currency, decision.id, now),
    room: amount === null ? null : { minor: answerable?.most ?? 0, currency },
    budgets,
    withinRequestersAuthority,
    declineSay:
      document === undefined
        ? { vi: "", en: "" }
        : sayOf(document, { outcome: "refused", reason: verdict.reason, rule: verdict.rule }, { amount, limit: null, dueAt: null, approver: actor.name, address: null, addressForm: customer?.addressForm ?? null }, now, "declined"),
    mayAnswer,
  };
}
