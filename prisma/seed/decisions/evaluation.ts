import { localDay } from "#kernel/period.ts";
import { budgetPlaces, type BudgetPlace } from "#modules/empowerment/domain/budget-places.ts";
import { findApprover, findSecondPeople, type ApprovalKind, type Search } from "#modules/empowerment/domain/approver-search.ts";
import { budgetsCharged, canApprove, escalationFor, type CompiledPolicy, type DecisionRequest, type EscalationPath, type Facts, type Payer, type Verdict } from "#modules/empowerment/public.ts";
import { ZONE } from "../company/places.ts";
import type { PersonPlan } from "../company.ts";
import type { Ledger, PlacedCharge } from "./ledger.ts";
import type { Staff } from "./staff.ts";

/** A request that is or was put to somebody. */
export interface Question {
  readonly policy: CompiledPolicy;
  readonly request: DecisionRequest;
  readonly requester: PersonPlan;
  readonly customerRef: string | null;
  readonly customerPersonId: string | null;
  readonly verdict: Verdict;
  /** Of the case as it stands, this request left out. */
  readonly caseTotal: () => number;
}

/** Where a question goes at one level. */
export interface Asked {
  readonly level: number;
  readonly last: boolean;
  readonly approver: PersonPlan;
  readonly onBehalfOfId: string | null;
  readonly kind: ApprovalKind;
  readonly minutes: number;
}

type Level = { readonly secondPerson: true; readonly minutes: number } | { readonly secondPerson: false; readonly role: string; readonly minutes: number };

function levelsOf(path: EscalationPath): Level[] {
  return [
    ...(path.secondPersonFirst ? [{ secondPerson: true as const, minutes: path.withinMinutes }] : []),
    { secondPerson: false as const, role: path.to, minutes: path.withinMinutes },
    ...(path.fallback === null ? [] : [{ secondPerson: false as const, role: path.fallback, minutes: path.fallbackAfterMinutes }]),
  ];
}

/** Evaluates requests against the state of budgets and people at an instant, with the product's own functions. */
export class Evaluation {
  constructor(
    private readonly staff: Staff,
    private readonly ledger: Ledger,
  ) {}

  /** Whose budgets count: the payer's own, at the requester's site. */
  places(question: Pick<Question, "policy" | "request" | "requester" | "customerRef">, payer: PersonPlan, at: Date): BudgetPlace[] {
    const subjects = { personId: payer.id, managerId: payer.managerId, siteCode: question.requester.siteCode, customerRef: question.customerRef };
    return budgetPlaces(question.policy.document, question.request, subjects, at);
  }

  facts(question: Omit<Question, "verdict">, person: PersonPlan, payer: PersonPlan, at: Date): Facts {
    return {
      now: at.toISOString(),
      actor: this.staff.facts(person, localDay(at, ZONE)),
      caseTotal: question.caseTotal(),
      usage: this.ledger.usage(this.places(question, payer, at), at),
    };
  }

  /** What granting or approving takes from which budget. */
  charges(question: Question, payer: PersonPlan, by: Omit<Payer, "site">, amount: number | null, at: Date): PlacedCharge[] {
    const places = new Map(this.places(question, payer, at).map((place) => [place.code, place]));
    const request = amount === null ? question.request : { ...question.request, amount: { minor: amount, currency: "VND" } };
    return budgetsCharged(question.policy.document, request, { ...by, site: question.requester.siteCode }).flatMap(({ code, limit, delta }) => {
      const place = places.get(code);
      return place ? [{ place, limit, delta }] : [];
    });
  }

  /** How somebody could answer now: their role and the most they may approve; null when not at all. */
  answer(question: Question, asked: Pick<Asked, "approver" | "kind">, at: Date) {
    const second = asked.kind === "second_person";
    const payer = second ? question.requester : asked.approver;
    const facts = this.facts(question, asked.approver, payer, at);
    const role = asked.approver.role ?? "frontline";
    const found = canApprove(question.policy, question.request, facts, this.modeOf(question, role));
    return { ...found, payer, role: found.qualifies ? found.role : role, byException: found.qualifies && found.kind === "exception" };
  }

  private modeOf(question: Question, role: string) {
    return escalationFor(question.policy.document, question.verdict)?.byException === true ? ({ kind: "exception", role } as const) : ({ kind: "authority" } as const);
  }

  private search(question: Question, earlier: readonly string[], second: boolean, at: Date): Search {
    return {
      requesterId: question.requester.id,
      customerPersonId: question.customerPersonId,
      earlier,
      people: this.staff.peopleFor(question.requester, localDay(at, ZONE)),
      qualifies: (personId) => {
        const approver = this.staff.person(personId);
        if (approver.role === null) return null;
        const found = this.answer(question, { approver, kind: second ? "second_person" : "person" }, at);
        if (!found.qualifies) return null;
        return found.byException ? "exception" : "person";
      },
    };
  }

  /** Whom to ask from a level on (0 is the first); null when nobody is left. */
  ask(question: Question, from: number, earlier: readonly string[], at: Date): Asked | null {
    const path = escalationFor(question.policy.document, question.verdict);
    if (path === null) return null;
    const levels = levelsOf(path);
    for (let level = from; level < levels.length; level += 1) {
      const step = levels[level];
      if (step === undefined) continue;
      const last = level === levels.length - 1;
      if (step.secondPerson) {
        const [first] = findSecondPeople(this.search(question, earlier, true, at));
        if (first !== undefined) return { level, last, approver: this.staff.person(first), onBehalfOfId: null, kind: "second_person", minutes: step.minutes };
        continue;
      }
      const found = findApprover(this.search(question, earlier, false, at), step.role, path.lastResort);
      if (found) return { level, last, approver: this.staff.person(found.approverId), onBehalfOfId: found.onBehalfOfId, kind: found.kind, minutes: step.minutes };
    }
    return null;
  }
}
