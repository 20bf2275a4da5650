import { type BusinessCalendar, businessMinutesBetween } from "#kernel/business-time.ts";
import type { OwnReader, StreamRow } from "#platform/own-reader.server.ts";
import type { RecordedAnswer } from "../domain/simulation/answers.ts";
import type { CaseState, PastCase, RecordedApproval } from "../domain/simulation/past-case.ts";
import type { Outcome, Verdict } from "../public.ts";
import { storedFacts } from "../stored-decision.server.ts";

type DecisionRow = StreamRow<"simulation.recorded">;

/** Opening hours by site; `null` is where there is none. */
export type Calendars = ReadonlyMap<string | null, BusinessCalendar>;

export interface CasePeriod {
  readonly from: Date;
  /** exclusive */
  readonly to: Date;
}

/** Business minutes at a site; null where its hours are not known. */
function minutesBetween(calendars: Calendars, siteCode: string | null, from: Date, to: Date): number | null {
  const calendar = calendars.get(siteCode) ?? calendars.get(null);
  return calendar === undefined ? null : businessMinutesBetween(from, to, calendar);
}

function approvalOf({ approval, personId, managerId }: DecisionRow): RecordedApproval | null {
  if (approval === null) return null;
  const { verdict, policyVersion = null } = JSON.parse(approval.answer ?? "{}") as { readonly verdict?: Pick<Verdict, "role">; readonly policyVersion?: number };
  const beside = approval.kind === "second_person";
  return {
    at: approval.answeredAt.getTime(),
    amount: approval.amount,
    role: verdict?.role ?? "",
    payer: beside ? { personId, managerId } : { personId: approval.approverId, managerId: approval.managerId },
    version: policyVersion,
  };
}

/** A recorded decision as one to replay. */
function pastCase(row: DecisionRow, calendars: Calendars): PastCase {
  const { request, facts } = storedFacts(row.facts);
  const outcome = row.outcome as Outcome;
  const state = row.state as CaseState;
  const answeredAt = row.approval?.answeredAt ?? (state === "declined" || state === "returned" || state === "expired" ? row.closedAt : null);
  return {
    ...{ id: row.id, label: row.number, decidedAt: row.decidedAt.getTime(), request, actor: facts.actor, actorKnown: true },
    subjects: { personId: row.personId, managerId: row.managerId, siteCode: row.siteCode, customerRef: row.customerRef },
    ...{ departmentCode: row.departmentCode, caseRef: row.caseRef, orderRef: row.orderRef, caseGoesOn: row.caseGoesOn, version: row.policyVersion },
    recorded: {
      ...{ outcome, state, reason: row.reasonCode, rule: row.rule, role: row.role, askedRole: null },
      granted: outcome === "granted" ? row.amount : null,
      approval: approvalOf(row),
      cancelledAt: state === "cancelled" ? (row.closedAt?.getTime() ?? null) : null,
      waitingMinutes: outcome !== "escalated" || answeredAt === null ? null : minutesBetween(calendars, row.siteCode, row.decidedAt, answeredAt),
      usage: facts.usage ?? {},
      caseTotal: facts.caseTotal ?? 0,
    },
  };
}

/**
 * Recorded decisions of a period, before them the history that still counts in it.
 * @param reach how far its windows reach back, in milliseconds
 */
export function* recordedCases(reader: OwnReader, { from: start, to }: CasePeriod, reach: number, calendars: Calendars): Generator<PastCase> {
  const from = new Date(Math.max(0, start.getTime() - reach));
  if (reach > 0) for (const row of reader.each("simulation.earlier", { from, start, to })) yield pastCase(row, calendars);
  for (const row of reader.each("simulation.recorded", { from, to })) yield pastCase(row, calendars);
}

/** How the escalations of a period were answered. */
export function* recordedAnswers(reader: OwnReader, period: CasePeriod, calendars: Calendars): Generator<RecordedAnswer> {
  for (const { rule, state, siteCode, decidedAt, closedAt, answeredAt } of reader.each("simulation.answers", { ...period })) {
    const approved = answeredAt !== null ? true : state === "declined" || state === "expired" ? false : null;
    const at = answeredAt ?? (approved === false ? closedAt : null);
    const waitingMinutes = at === null ? null : minutesBetween(calendars, siteCode, decidedAt, at);
    yield { rule, approved, waitingMinutes, elapsed: answeredAt === null ? null : answeredAt.getTime() - decidedAt.getTime() };
  }
}
