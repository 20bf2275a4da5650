import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot, type Row } from "#platform/transaction.server.ts";
import { CERTAINTY, FEWEST } from "../domain/proposals/evidence.ts";
import { limitOf } from "../domain/proposals/change-limit.ts";
import type { RuleFinding } from "../domain/proposals/propose.ts";
import { findPolicy, findPolicyInForce } from "../policy-store.server.ts";
import type { PolicyDocument } from "../public.ts";
import { moneyView, personView } from "../queries-decisions.server.ts";
import { bilingual, nameIn } from "../vocabulary.ts";
import type { NamedCode } from "../view-models.ts";
import { benefits } from "./beneficiaries.server.ts";
import { NOTICE_DAYS } from "./end-trials.server.ts";
import { surveyLimits } from "./find-proposals.server.ts";
import { WINDOW_DAYS } from "./limit-cases.server.ts";
import { readEvidence, targetOf } from "./proposal-row.server.ts";
import { TRIAL_DAYS, trialStart } from "./trial.server.ts";
import type { ProposalDetail, ProposalLine, ProposalsPage, RuleLine } from "./views.ts";

const PAST_SHOWN = 20;

type Stored = Row<"Proposal">;

function ruleName(document: PolicyDocument | undefined, code: string): NamedCode {
  const rule = document?.rules.find((one) => one.code === code);
  return { code, name: bilingual(rule?.name, code) };
}

/** A stored proposal as a line, in the words of the version it was made for. */
export function proposalLine(row: Stored, people: ReturnType<typeof findPeople>): ProposalLine {
  const document = findPolicy(row.baseVersion)?.document;
  const { hits, n, bound } = readEvidence(row.evidence);
  const money = (minor: bigint) => moneyView(minor, row.currency) ?? { minor: Number(minor), currency: row.currency };
  return {
    id: row.id,
    kind: row.kind as ProposalLine["kind"],
    rule: ruleName(document, row.rule),
    reason: row.reason === null ? null : nameIn(document?.reasons ?? [], row.reason),
    from: money(row.fromLimit),
    to: money(row.toLimit),
    ...{ hits, n, bound },
    state: row.state as ProposalLine["state"],
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answeredById === null ? null : personView(people, row.answeredById),
    note: row.answerNote,
    draftVersion: row.draftVersion,
    trialBegins: row.trialEndsAt === null ? null : trialStart(row.trialEndsAt).toISOString(),
    trialEndsAt: row.trialEndsAt?.toISOString() ?? null,
    trialOutcome: row.trialOutcome as ProposalLine["trialOutcome"],
    returnVersion: row.returnVersion,
  };
}

/** Who answered some proposals. */
export function answerers(rows: readonly Stored[]): ReturnType<typeof findPeople> {
  return findPeople(rows.flatMap(({ answeredById }) => (answeredById === null ? [] : [answeredById])));
}

function ruleLine({ rule, limit, overall, proposals, blocked }: RuleFinding, document: PolicyDocument): RuleLine {
  const [first] = proposals;
  return {
    rule: ruleName(document, rule),
    limit: { minor: limit, currency: document.currency },
    kind: first?.assessment.kind ?? "hold",
    hold: first === undefined ? (overall.hold ?? "bound_below") : null,
    stoppedBy: [...new Set(blocked.flatMap(({ by }) => by))].map((code) => ruleName(document, code)),
    widening: overall.widening,
    narrowing: overall.narrowing,
  };
}

/** What asks for a change first, then the rules with the most cases; those that nobody comes near last. */
function byWeight(a: RuleLine, b: RuleLine): number {
  const weight = ({ kind, stoppedBy, widening, narrowing }: RuleLine) => (kind !== "hold" || stoppedBy.length > 0 ? 1e9 : 0) + widening.n + narrowing.n;
  return weight(b) - weight(a);
}

/** Every proposal that waits, runs or was answered, and what the cases say of each rule; for whoever reads drafts. */
export async function proposalsPage(actor: PersonActor): Promise<ProposalsPage> {
  const [rows, survey] = await Promise.all([
    db.proposal.findMany({ where: { state: { not: "superseded" } }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 200 }),
    surveyLimits(systemClock.now()),
  ]);
  const people = answerers(rows);
  const lines = rows.map((row) => proposalLine(row, people));
  const running = ({ state, trialOutcome }: ProposalLine) => state === "accepted" && trialOutcome === null;
  return {
    windowDays: WINDOW_DAYS,
    needed: FEWEST,
    certainty: CERTAINTY,
    open: lines.filter(({ state }) => state === "open"),
    trials: lines.filter(running),
    past: lines.filter((line) => line.state !== "open" && !running(line)).slice(0, PAST_SHOWN),
    rules: survey === null ? [] : survey.rules.map((finding) => ruleLine(finding, survey.policy.document)).sort(byWeight),
    hasPolicy: survey !== null,
    maySearch: can(actor, "policies.edit"),
  };
}

/** Why somebody whose role could answer may not: it is their own limit, or they accepted it themselves. */
function barred(actor: PersonActor, row: Stored, document: PolicyDocument | undefined, now: Date): ProposalDetail["barred"] {
  if (row.state === "accepted" && row.answeredById === actor.personId) return "own_proposal";
  return row.kind === "widen" && document !== undefined && benefits(document, targetOf(row), actor.personId, now) ? "own_authority" : null;
}

/** One proposal with everything it rests on; null when there is none. */
export async function proposalDetail(actor: PersonActor, id: string): Promise<ProposalDetail | null> {
  const now = systemClock.now();
  const row = await db.proposal.findUnique({ where: { id } });
  if (row === null || !can(actor, "policies.read-drafts")) return null;
  const evidence = readEvidence(row.evidence);
  const active = findPolicyInForce(now);
  const examples = await db.decision.findMany({ where: { id: { in: [...evidence.examples] } }, select: { id: true, number: true }, orderBy: { decidedAt: "desc" } });
  const bar = barred(actor, row, active?.document, now);
  const fits = active !== null && limitOf(active.document, targetOf(row)) === Number(row.fromLimit);
  const running = row.state === "accepted" && row.trialOutcome === null && row.trialEndsAt !== null && trialStart(row.trialEndsAt) <= now;
  return {
    ...proposalLine(row, answerers([row])),
    window: { from: row.windowFrom.toISOString(), to: row.windowTo.toISOString() },
    evidence,
    certainty: CERTAINTY,
    trialDays: TRIAL_DAYS,
    noticeDays: NOTICE_DAYS,
    examples,
    coming: readHot("policy.coming", { after: now }).map(({ version, effectiveFrom }) => ({ version, at: effectiveFrom.toISOString() })),
    may: {
      answer: row.state === "open" && can(actor, "policies.edit"),
      accept: row.state === "open" && fits && bar === null && can(actor, "policies.edit"),
      confirm: running && bar === null && can(actor, "policies.publish"),
    },
    barred: bar,
  };
}

/** A page of proposals as the API answers them, newest first. */
export async function proposalsJson(actor: Actor, filter: { readonly state: string | undefined; readonly limit: number; readonly after: readonly (string | number)[] | null }) {
  if (!can(actor, "policies.read-drafts")) return [];
  const [at, id] = filter.after ?? [];
  const before = at === undefined || id === undefined ? {} : { OR: [{ createdAt: { lt: new Date(Number(at)) } }, { createdAt: new Date(Number(at)), id: { lt: String(id) } }] };
  const rows = await db.proposal.findMany({
    where: { AND: [filter.state === undefined ? {} : { state: filter.state }, before] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: filter.limit,
  });
  const people = answerers(rows);
  return rows.map((row) => {
    const { rule, reason, answeredBy, hits: _hits, n: _n, bound: _bound, ...line } = proposalLine(row, people);
    return {
      ...line,
      rule: rule.code,
      reason: reason?.code ?? null,
      baseVersion: row.baseVersion,
      window: { from: row.windowFrom.toISOString(), to: row.windowTo.toISOString() },
      answeredBy: answeredBy === null ? null : { name: answeredBy.name, email: answeredBy.email },
      evidence: readEvidence(row.evidence),
    };
  });
}
