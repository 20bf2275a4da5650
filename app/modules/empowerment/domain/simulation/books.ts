import type { PolicyDocument } from "../../schemas.ts";
import { type BudgetPlace, budgetPlaces, type BudgetSubjects } from "../budget-places.ts";
import { caseGroupOf } from "../case-group.ts";
import { budgetsCharged } from "../charges.ts";
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
  readonly #allGroups = new Set<string>();
  #asked: { readonly document: PolicyDocument; readonly past: PastCase; readonly places: readonly BudgetPlace[] } | null = null;

  /** @param documents every version that will book or ask */
  constructor(documents: readonly PolicyDocument[]) {
    this.#counters = new Counters(documents);
    for (const document of documents) {
      const groups = new Map(document.gestures.map(({ code }) => [code, caseGroupOf(document, code)[0] ?? code]));
      this.#groups.set(document, groups);
      for (const group of groups.values()) this.#allGroups.add(group);
    }
  }

  /** Lets everything happen that was due up to an instant. */
  bringUpTo(now: number): void {
    this.#agenda.playUntil(now);
  }

  /** Consumption and case total as the person who decides a case finds them. */
  standing(document: PolicyDocument, past: PastCase): Pick<Facts, "usage" | "caseTotal"> {
    const usage: Record<string, number> = {};
    const places = budgetPlaces(document, past.request, past.subjects, new Date(past.decidedAt));
    this.#asked = { document, past, places };
    for (const place of places) {
      const used = this.#counters.used(place, past.decidedAt);
      if (used !== 0) usage[place.code] = used;
    }
    const caseTotal = this.#totals.total(past, this.#groupOf(document, past));
    this.#totals.end(past, this.#allGroups);
    return { usage, caseTotal };
  }

  /** Books what is given now or later; `takenBackAt` is when it is cancelled. */
  give(document: PolicyDocument, past: PastCase, giving: Giving, takenBackAt: number | null): void {
    if (giving.at <= past.decidedAt) this.#book(document, past, giving, takenBackAt);
    else this.#agenda.add(giving.at, () => this.#book(document, past, giving, takenBackAt));
  }

  /** Those of the question just asked where it is the requester who gives, at once. */
  #places(document: PolicyDocument, past: PastCase, subjects: BudgetSubjects, at: number): readonly BudgetPlace[] {
    const asked = this.#asked;
    const same = asked !== null && asked.past === past && asked.document === document && subjects === past.subjects && at === past.decidedAt;
    return same ? asked.places : budgetPlaces(document, past.request, subjects, new Date(at));
  }

  #groupOf(document: PolicyDocument, { request: { gesture } }: PastCase): string {
    return this.#groups.get(document)?.get(gesture) ?? gesture;
  }

  #book(document: PolicyDocument, past: PastCase, { at, amount, role, payer }: Giving, takenBackAt: number | null): void {
    const request = withAmount(past.request, amount);
    const { siteCode, customerRef } = past.subjects;
    const own = payer === null || (payer.personId === past.subjects.personId && payer.managerId === past.subjects.managerId);
    const subjects = own ? past.subjects : { ...payer, siteCode, customerRef };
    const charges = budgetsCharged(document, request, { role, site: siteCode });
    const places = charges.length === 0 ? [] : this.#places(document, past, subjects, at);
    const bookings: Booking[] = [];
    for (const { code, subjectKind, delta } of charges) {
      const place = places.find((each) => each.code === code);
      const anybodys = subjectKind === "customer" || subjectKind === "site";
      if (place !== undefined && (payer !== null || anybodys)) bookings.push(this.#counters.book(place, delta, at));
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
