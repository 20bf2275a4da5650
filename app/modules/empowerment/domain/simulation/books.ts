import type { PolicyDocument } from "../../schemas.ts";
import { budgetPlaces, type BudgetPlace, type BudgetSubjects } from "../budget-places.ts";
import { caseGroupOf } from "../case-group.ts";
import { budgetsCharged } from "../charges.ts";
import type { DecisionRequest, Facts } from "../verdict.ts";
import { Agenda } from "./agenda.ts";
import { CaseTotals } from "./case-totals.ts";
import { Counters } from "./counters.ts";
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
  standing(document: PolicyDocument, past: PastCase): Required<Pick<Facts, "usage" | "caseTotal">> {
    const usage: Record<string, number> = {};
    for (const place of budgetPlaces(document, past.request, past.subjects, new Date(past.decidedAt))) {
      const used = this.#counters.used(place, past.decidedAt);
      if (used !== 0) usage[place.code] = used;
    }
    const caseTotal = this.#totals.total(past, this.#groupOf(document, past));
    this.#totals.end(past, this.#allGroups);
    return { usage, caseTotal };
  }

  /** Books what is given now or later; `takenBackAt` is when it is cancelled. */
  give(document: PolicyDocument, past: PastCase, giving: Giving, takenBackAt: number | null): void {
    const act = () => {
      const undo = this.#book(document, past, giving);
      if (takenBackAt !== null) this.#agenda.add(takenBackAt, undo);
    };
    if (giving.at <= past.decidedAt) act();
    else this.#agenda.add(giving.at, act);
  }

  #groupOf(document: PolicyDocument, { request: { gesture } }: PastCase): string {
    return this.#groups.get(document)?.get(gesture) ?? gesture;
  }

  #book(document: PolicyDocument, past: PastCase, { at, amount, role, payer }: Giving): () => void {
    const request = withAmount(past.request, amount);
    const subjects: BudgetSubjects = payer === null ? past.subjects : { ...past.subjects, ...payer };
    const places = new Map(budgetPlaces(document, request, subjects, new Date(at)).map((place): [string, BudgetPlace] => [place.code, place]));
    const undo: (() => void)[] = [];
    for (const { code, subjectKind, delta } of budgetsCharged(document, request, { role, site: past.subjects.siteCode })) {
      const place = places.get(code);
      const anybodys = subjectKind === "customer" || subjectKind === "site";
      if (place !== undefined && (payer !== null || anybodys)) undo.push(this.#counters.book(place, delta, at));
    }
    if (amount !== null) undo.push(this.#totals.add(past, this.#groupOf(document, past), amount));
    return () => {
      for (const each of undo) each();
    };
  }
}

function withAmount(request: DecisionRequest, minor: number | null): DecisionRequest {
  const { amount } = request;
  if (minor === null || amount === undefined || amount === null || amount.minor === minor) return request;
  return { ...request, amount: { ...amount, minor } };
}
