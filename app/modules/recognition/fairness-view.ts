import type { Bilingual } from "./evidence.ts";
import type { PersonRef } from "./view-models.ts";

/** hits of n with Wilson's 95 % interval in fractions; both ends null for n = 0. */
export interface Shown {
  readonly hits: number;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Somebody whose good outcomes nobody recognised in the window. */
export interface RecallRow {
  readonly person: PersonRef;
  readonly good: number;
  /** The latest of them. */
  readonly example: { readonly kind: string; readonly id: string; readonly at: string };
  readonly hasManager: boolean;
  readonly nudgedAt: string | null;
}

export interface FairnessView {
  readonly period: { readonly from: string; readonly to: string; readonly months: number; readonly timeZone: string };
  /** Thank-yous counted, one for each receiver. */
  readonly thanks: number;
  readonly coverage: Shown;
  readonly giving: Shown;
  readonly crossTeam: Shown;
  readonly reciprocity: Shown;
  readonly recall: Shown;
  readonly groups: { readonly backOffice: Shown; readonly frontOffice: Shown; readonly night: Shown; readonly day: Shown };
  readonly months: readonly { readonly month: string; readonly coverage: Shown }[];
  readonly departments: readonly { readonly code: string | null; readonly name: Bilingual | null; readonly coverage: Shown }[];
  readonly received: readonly { readonly times: number; readonly people: number }[];
  readonly gini: { readonly value: number | null; readonly n: number; readonly total: number };
  readonly pairs: readonly { readonly a: PersonRef; readonly b: PersonRef; readonly returned: number }[];
  readonly notReached: readonly { readonly person: PersonRef; readonly department: string | null; readonly site: string | null; readonly night: boolean }[];
  readonly unseen: readonly RecallRow[];
  readonly nightWorkers: readonly PersonRef[];
}
