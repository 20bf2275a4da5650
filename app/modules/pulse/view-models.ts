import type { Question } from "./bank.ts";
import type { GroupKind, LocalName } from "./domain/audience.ts";
import type { ThemeTold, Told } from "./domain/disclose.ts";
import type { Mode } from "./domain/thresholds.ts";

export type PulseState = "draft" | "scheduled" | "open" | "closed";

/** One pulse in a list. Days are calendar days. */
export interface PulseRow {
  readonly id: string;
  readonly title: LocalName;
  /** The person it is about, if it is about one. */
  readonly about: string | null;
  /** The reader may see results: it is closed, and what it tells is theirs to know. */
  readonly results: boolean;
  readonly state: PulseState;
  readonly mode: Mode;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly questions: number;
  /** Whether the reader is asked and may still answer. */
  readonly waits: boolean;
  /** The last day on which people could answer; null before it is over. */
  readonly closedOn: string | null;
  /** The reader's own: they are asked, and while it is open that they have answered; null where they are not asked. */
  readonly seat: "asked" | "answered" | null;
}

/** What is promised to whoever answers. */
export interface Promised {
  readonly mode: Mode;
  readonly kScores: number;
  readonly kComments: number;
  readonly opensOn: string;
  readonly closesOn: string;
}

export interface GroupView {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: LocalName;
  readonly invited: number;
}

/** What of a response rate may be told: whole steps of five per cent. */
export type Turnout = { readonly state: "shown"; readonly percent: number } | { readonly state: "hidden" } | { readonly state: "open" };

export interface WaveView {
  readonly id: string;
  readonly closesOn: string;
  readonly told: Told;
}

/** One question of the chosen group. */
export interface QuestionResult {
  readonly question: Question;
  readonly told: Told;
  /** The next larger group, where the chosen one stays hidden. */
  readonly instead: { readonly group: GroupView; readonly told: Told } | null;
  /** Earlier waves of the same group, oldest first, this one last. */
  readonly waves: readonly WaveView[];
  /** What was written, in no order; null where too few wrote, or it is not the reader's to see. */
  readonly texts: readonly string[] | null;
  /** What was written about most, of the chosen group or the next larger one; null where comments may not be told. */
  readonly themes: { readonly group: GroupView; readonly told: readonly ThemeTold[] } | null;
  /** The reader's groups side by side. */
  readonly groups: readonly { readonly group: GroupView; readonly told: Told }[];
}

export interface ResultsView {
  readonly id: string;
  readonly title: LocalName;
  readonly about: string | null;
  readonly state: PulseState;
  readonly promise: Promised;
  readonly chosen: GroupView;
  readonly groups: readonly GroupView[];
  readonly turnout: Turnout;
  readonly results: readonly QuestionResult[];
  /** The reader leads the chosen group, or people too few to be told by themselves. */
  readonly leads: boolean;
  /** The reader's own people are too few: they see the next larger group and a guide for talking. */
  readonly ownHidden: boolean;
}
