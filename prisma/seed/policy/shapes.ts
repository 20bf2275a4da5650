import type { z } from "zod";
import type { policyShape } from "#modules/empowerment/schemas.ts";

/** A policy document as it is written by hand, before the shape's defaults. */
export type PolicyInput = z.input<typeof policyShape>;
export type RuleInput = PolicyInput["rules"][number];
export type BudgetInput = NonNullable<PolicyInput["budgets"]>[number];
export type TestInput = NonNullable<PolicyInput["tests"]>[number];

/** The days that a version's dated rules and reviews hang on, "YYYY-MM-DD". */
export interface PolicyDays {
  /** First day of the gratitude week, and the first after it. */
  readonly campaignFrom: string;
  readonly campaignTo: string;
  readonly trialFrom: string;
  readonly trialTo: string;
  /** A review that is due this very day. */
  readonly reviewDue: string;
  readonly reviewSoon: string;
  readonly reviewLater: string;
}

export const OWNER_CARE = "hr@demo.tam";
export const OWNER_SERVICE = "phuongthao.hr@demo.tam";
