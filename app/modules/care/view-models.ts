import type { CareMonth } from "./domain/counts.ts";
import type { CareAct, CarePolicyFields } from "./schemas.ts";

/** One's own case, as its person sees it. */
export interface OwnCare {
  readonly id: string;
  readonly at: string;
  readonly word: string | null;
  /** Who is asked. */
  readonly asked: string;
  readonly dueAt: string;
  readonly checkedInAt: string | null;
  readonly how: readonly CareAct[];
  readonly closed: boolean;
}

/** A case that waits for whoever is asked. */
export interface AskedCare {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly word: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
}

export interface CarePage {
  readonly own: readonly OwnCare[];
  readonly waiting: readonly AskedCare[];
  readonly policy: CarePolicyFields;
  /** Who would be asked now; null: nobody. */
  readonly wouldAsk: string | null;
}

export interface CarePolicyPage {
  readonly policy: CarePolicyFields;
  readonly months: readonly CareMonth[];
}
