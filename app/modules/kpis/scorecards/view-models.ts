import type { Bilingual } from "../definition.ts";
import type { SheetContent } from "./score.ts";

export const PERIOD_KINDS = ["month", "quarter"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface PeriodView {
  readonly id: string;
  readonly kind: PeriodKind;
  /** Calendar days, both included. */
  readonly from: string;
  readonly to: string;
  /** Instant, ISO. */
  readonly closedAt: string | null;
}

export interface SheetRow {
  readonly id: string;
  readonly name: Bilingual;
  /** null: of a department. */
  readonly person: string | null;
  readonly mine: boolean;
  readonly appeal: "open" | "answered" | null;
}

export interface AppealView {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly words: string;
  readonly evidence: string;
  readonly at: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly mayAnswer: boolean;
}

export interface SheetView {
  readonly id: string;
  /** null: the period is open and figures still move. */
  readonly closedAt: string | null;
  /** null: of a department; empty: erased. */
  readonly person: string | null;
  readonly manager: string | null;
  readonly department: string | null;
  readonly site: string | null;
  readonly content: SheetContent;
  readonly appeals: readonly AppealView[];
  readonly mayAppeal: boolean;
}
