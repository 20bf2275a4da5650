import type { EscalateReason } from "#modules/empowerment/domain/verdict.ts";
import type { CustomerPlan } from "../customers.ts";
import type { PersonPlan } from "../company.ts";

/** The order as the clerk names it: known to Tâm by its reference, or told. */
export interface IntentOrder {
  readonly ref: string | null;
  readonly value: number;
  readonly daysSincePurchase: number;
}

/** How the person asked will answer, where the story says so; a delay of null: not until now. */
export interface Scripted {
  readonly answer?: { readonly kind: "approve" | "less" | "decline" | "return"; readonly delayMinutes: number | null; readonly amount?: number; readonly note?: string; readonly say?: { vi: string; en: string } };
  readonly result?: { readonly kind: "resolved" | "partly" | "unresolved"; readonly csat: number; readonly note: string; readonly afterMinutes: number } | null;
  readonly repeatAfterDays?: number;
  readonly given?: boolean;
}

/** What somebody is about to do for a customer. */
export interface Intent {
  readonly at: Date;
  readonly person: PersonPlan;
  readonly gesture: string;
  readonly reason: string;
  readonly channel: string;
  readonly proactive: boolean;
  readonly amount: number | null;
  readonly customer: CustomerPlan | null;
  readonly order: IntentOrder | "none";
  readonly flags: readonly string[];
  readonly caseRef: string | null;
  readonly note: string;
  readonly felt: string | null;
  /** Ask although it may be decided, and why. */
  readonly ask: { readonly reason: EscalateReason | null } | null;
  readonly scripted: Scripted;
}
