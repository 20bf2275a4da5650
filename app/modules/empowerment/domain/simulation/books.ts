import type { PolicyDocument } from "../../schemas.ts";
import { subjectIdOf } from "../budget-places.ts";
import { caseGroupOf } from "../case-group.ts";
import { budgetsCharged } from "../charges.ts";
import { coveringBudgets } from "../covering-budgets.ts";
import type { DecisionRequest, Facts } from "../verdict.ts";
import { Agenda } from "./agenda.ts";
import { CaseTotals } from "./case-totals.ts";
import { type Booking, Counters } from "./counters.ts";
import type { PastCase } from "./past-case.ts";

/** What is given, when, and whose authority it uses. */
export interface Giving {
  readonly at: number;
  /** Minor units; null for a gesture without amount. */
  readonly amount: number | null;
  readonly role: string;
  /** Whose person and team budgets are taken; null: nobody is known, so the customer's and the site's alone. */
  readonly payer: { readonly personId: string; readonly managerId: string | null } | null;
}

/** Counters, case totals and what is still to come, as they stand under one course of events. */
export class Books {
  readonly #counters: Counters;
  readonly #totals = new CaseTotals();
  readonly #agenda = new Agenda();
  readonly #groups = new Map<PolicyDocument, ReadonlyMap<string, string>>();

  /** @param documents every version that will book or ask */
  constructor(documents: readonly PolicyDocument[]) {
    this.#counters = new Counters(documents);
    for (const document of documents) {
      this.#groups.set(document, new Map(document.gestures.map(({ code }) => [code, caseGroupOf(document, code)[0] ?? code])));
    }
  }

  /** Lets everything happen that was due up to an instant. */
  bringUpTo(now: number): void {
    this.#agenda.playUntil(now);
  }

  /** Consumption and case total as the person who decides a case finds them. */
  standing(document: PolicyDocument, past: PastCase): Pick<Facts, "usage" | "caseTotal"> {
    const usage: Record<string, number> = {};
    const now = new Date(past.decidedAt);
    for (const { budget } of coveringBudgets(document, past.request)) {
      const subject = subjectIdOf(budget, past.subjects);
      const used = subject === null ? 0 : this.#counters.used(budget, subject, now, document.timeZone);
      if (used !== 0) usage[budget.code] = used;
    }
    const caseTotal = this.#totals.total(past, this.#groupOf(document, past));
    this.#totals.end(past);
    return { usage, caseTotal };
  }

  /** Books what is given now or later; `takenBackAt` is when it is cancelled. */
  give(document: PolicyDocument, past: PastCase, giving: Giving, takenBackAt: number | null): void {
    if (giving.at <= past.decidedAt) this.#book(document, past, giving, takenBackAt);
    else this.#agenda.add(giving.at, () => this.#book(document, past, giving, takenBackAt));
  }

  #groupOf(document: PolicyDocument, { request: { gesture } }: PastCase): string {
    return this.#groups.get(document)?.get(gesture) ?? gesture;
  }

  #book(document: PolicyDocument, past: PastCase, { at, amount, role, payer }: Giving, takenBackAt: number | null): void {
    const { siteCode, customerRef } = past.subjects;
    const subjects = payer === null ? past.subjects : { personId: payer.personId, managerId: payer.managerId, siteCode, customerRef };
    const instant = new Date(at);
    const bookings: Booking[] = [];
    for (const { budget, subjectKind, delta } of budgetsCharged(document, withAmount(past.request, amount), { role, site: siteCode })) {
      const subject = payer === null && (subjectKind === "person" || subjectKind === "team") ? null : subjectIdOf(budget, subjects);
      if (subject === null) continue;
      const booking = this.#counters.book(budget, subject, delta, instant, document.timeZone, takenBackAt !== null);
      if (booking !== null) bookings.push(booking);
    }
    const entry = amount === null ? null : this.#totals.add(past, this.#groupOf(document, past), amount);
    if (takenBackAt === null) return;
    this.#agenda.add(takenBackAt, () => {
      for (const booking of bookings) this.#counters.takeBack(booking);
      if (entry !== null) this.#totals.takeOut(entry);
    });
  }
}

function withAmount(request: DecisionRequest, minor: number | null): DecisionRequest {
  const { amount } = request;
  if (minor === null || amount === undefined || amount === null || amount.minor === minor) return request;
  return { ...request, amount: { ...amount, minor } };
}
