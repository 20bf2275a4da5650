import type { StoryPart, StorySource, StoryVisibility } from "./schemas.ts";

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

export interface StoryCard {
  readonly id: string;
  readonly title: string;
  /** The beginning of what happened. */
  readonly lead: string;
  readonly teller: PersonRef;
  /** Instant, ISO: when it was posted, or begun where it is a draft. */
  readonly at: string;
  readonly value: { readonly code: string; readonly name: Bilingual };
  readonly language: "vi" | "en";
  readonly touchpoint: string | null;
  readonly visibility: StoryVisibility;
  readonly draft: boolean;
  readonly hidden: boolean;
  readonly saved: boolean;
}

export interface AnswerView {
  readonly person: PersonRef;
  readonly text: string;
  readonly at: string;
  readonly own: boolean;
}

export interface StoryPage extends StoryCard {
  readonly parts: Readonly<Record<StoryPart, string | null>>;
  readonly edited: boolean;
  readonly hiddenReason: string | null;
  readonly keptReason: string | null;
  readonly consent: boolean;
  readonly source: { readonly kind: StorySource; readonly id: string } | null;
  /** null: the reader has neither answered nor chosen to just read. */
  readonly answers: readonly AnswerView[] | null;
  readonly ownAnswer: string | null;
  readonly may: {
    readonly edit: boolean;
    readonly answer: boolean;
    readonly save: boolean;
    readonly report: boolean;
    readonly editor: boolean;
    readonly tell: boolean;
  };
}

export const STORY_FEEDS = ["all", "saved", "mine"] as const;
export type StoryFeed = (typeof STORY_FEEDS)[number];

export interface StoryReportView {
  readonly id: string;
  readonly at: string;
  readonly by: PersonRef;
  readonly reason: string;
  readonly words: string | null;
  readonly state: "open" | "kept" | "hidden";
  readonly answer: string | null;
  readonly mayAnswer: boolean;
  readonly story: { readonly id: string; readonly title: string; readonly teller: PersonRef };
}

export interface LineUpView {
  readonly id: string;
  /** Monday, local day. */
  readonly week: string;
  readonly published: boolean;
  /** null: the reader may no longer read it. */
  readonly story: (StoryCard & { readonly parts: StoryPage["parts"] }) | null;
  readonly question: Bilingual;
  readonly rule: { readonly code: string; readonly name: Bilingual; readonly why: Bilingual };
}

export interface OwnDiscussion {
  readonly day: string;
  readonly present: readonly string[];
  readonly cameUp: string | null;
}

export interface TeamDiscussion {
  readonly managerId: string;
  readonly manager: string;
  readonly site: string | null;
  readonly people: number;
  /** null: not marked. */
  readonly day: string | null;
  readonly present: number;
}

export interface CircleCard {
  readonly id: string;
  readonly theme: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly host: PersonRef;
  readonly where: string;
  readonly places: number;
  readonly taken: number;
  readonly waiting: number;
  readonly cancelled: boolean;
  /** What the reader is in it. */
  readonly mine: "host" | "going" | "waiting" | null;
}

export interface CirclePage extends CircleCard {
  readonly about: string | null;
  readonly minutes: number;
  readonly link: string | null;
  readonly story: { readonly id: string; readonly title: string } | null;
  readonly course: { readonly code: string; readonly name: Bilingual } | null;
  readonly cancelledWhy: string | null;
  readonly learnt: string | null;
  readonly past: boolean;
  readonly going: readonly (PersonRef & { readonly attended: boolean | null })[];
  readonly queue: readonly PersonRef[];
  readonly may: { readonly join: boolean; readonly leave: boolean; readonly host: boolean };
}
