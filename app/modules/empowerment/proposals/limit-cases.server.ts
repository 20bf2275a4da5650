import { businessMinutesBetween, type BusinessCalendar } from "#kernel/business-time.ts";
import { percentOf } from "#kernel/money.ts";
import { businessCalendar } from "#modules/people/public.server.ts";
import { readHot, type StatementResult } from "#platform/transaction.server.ts";
import type { LimitCase } from "../domain/proposals/evidence.ts";
import type { PolicyDocument } from "../public.ts";

/** Days back that cases speak for a limit. */
export const WINDOW_DAYS = 180;
/** The newest cases of a rule that are read: far more than any bound needs. */
const MOST = 5_000;
const DAY_MS = 86_400_000;

export interface CaseWindow {
  /** exclusive */
  readonly from: Date;
  readonly to: Date;
}

/** The window of cases that ends at an instant. */
export function caseWindow(now: Date): CaseWindow {
  return { from: new Date(now.getTime() - WINDOW_DAYS * DAY_MS), to: now };
}

type Row = StatementResult<"proposal.cases">[number];

function outcomeOf({ outcome, state, given, amount }: Row): LimitCase["outcome"] {
  if (outcome === "granted") return "granted";
  if (state === "approved") return given >= amount ? "in_full" : "less";
  return state === "declined" ? "declined" : "expired";
}

function resultOf(result: string | null): LimitCase["result"] {
  return result === "resolved" || result === "partly" || result === "unresolved" ? result : null;
}

/** The cases recorded under a rule in a window, newest first, and whether there were more than are read. */
export function limitCases(document: PolicyDocument, code: string, window: CaseWindow): { readonly cases: LimitCase[]; readonly capped: boolean } {
  const percent = document.rules.find((rule) => rule.code === code)?.limit?.percentOfOrder;
  const calendars = new Map<string | null, BusinessCalendar>();
  const calendarOf = (site: string | null) => {
    const known = calendars.get(site) ?? businessCalendar(site);
    calendars.set(site, known);
    return known;
  };
  const rows = readHot("proposal.cases", { rule: code, currency: document.currency, after: window.from, upTo: window.to, limit: MOST });
  const cases = rows.map((row): LimitCase => {
    const outcome = outcomeOf(row);
    return {
      id: row.id,
      reason: row.reason,
      asked: row.amount,
      reach: row.caseTotal + row.amount,
      ceiling: percent === undefined ? null : percentOf(row.orderValue ?? 0, percent),
      outcome,
      given: row.given,
      waited: outcome === "granted" || row.closedAt === null ? 0 : businessMinutesBetween(row.decidedAt, row.closedAt, calendarOf(row.siteCode)),
      result: resultOf(row.result),
      overturned: row.overturned,
    };
  });
  return { cases, capped: rows.length === MOST };
}
