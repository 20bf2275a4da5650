import type { RecognitionState } from "./domain/state.ts";
import type { Visibility } from "./domain/visibility.ts";
import type { Bilingual } from "./evidence.ts";
import type { Reaction } from "./schemas.ts";

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface EvidenceView {
  readonly kind: string;
  /** null: the reader may not know more than that something is cited. */
  readonly text: Bilingual | null;
  /** Instant, ISO. */
  readonly at: string | null;
  readonly href: string | null;
}

export interface RecognitionCard {
  readonly id: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly giver: PersonRef;
  readonly receivers: readonly PersonRef[];
  readonly value: { readonly code: string; readonly name: Bilingual };
  readonly behaviour: Bilingual;
  readonly message: string;
  readonly visibility: Visibility;
  readonly state: RecognitionState;
  readonly edited: boolean;
  readonly hidden: boolean;
  readonly evidence: readonly EvidenceView[];
  readonly addOns: number;
  readonly comments: number;
  readonly reactions: readonly { readonly kind: Reaction; readonly count: number; readonly mine: boolean }[];
}

export interface SaidView {
  readonly id: string;
  readonly person: PersonRef;
  readonly text: string | null;
  /** Instant, ISO. */
  readonly at: string;
}

export interface RecognitionPage extends RecognitionCard {
  readonly version: number;
  readonly added: readonly SaidView[];
  readonly said: readonly SaidView[];
  readonly may: { readonly edit: boolean; readonly withdraw: boolean; readonly addOn: boolean; readonly comment: boolean; readonly report: boolean };
  /** Words of one's own "me too", to change them; null: not said yet. */
  readonly ownAddOn: string | null;
}

export const FEEDS = ["company", "team", "me"] as const;
export type Feed = (typeof FEEDS)[number];

export interface ReportView {
  readonly id: string;
  readonly at: string;
  readonly by: PersonRef;
  readonly reason: string;
  readonly words: string | null;
  /** The message as it stood when it was reported. */
  readonly said: string;
  readonly state: "open" | "kept" | "hidden";
  readonly answer: string | null;
  readonly answeredBy: PersonRef | null;
  readonly answeredAt: string | null;
  /** Somebody of HR who gave or received it leaves the answer to another. */
  readonly mayAnswer: boolean;
  readonly recognition: { readonly id: string; readonly giver: PersonRef; readonly receivers: readonly PersonRef[]; readonly visibility: Visibility; readonly withdrawn: boolean };
}
