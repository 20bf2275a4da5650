import type { LessonKind, SkillLevel, Text } from "./domain/content.ts";
import type { Confidence } from "./domain/quiz.ts";
import type { NextStep } from "./domain/next-step.ts";
import type { Feelings } from "./domain/scenario-play.ts";

/** A rule in force that asks for a course. */
export interface Opening {
  readonly rule: string;
  readonly name: Text;
}

export interface CertificateLine {
  readonly id: string;
  readonly course: string;
  readonly title: Text;
  readonly version: number;
  readonly verified: boolean;
  /** Local days; validTo exclusive, null: for ever. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: "valid" | "ends_soon" | "expired" | "revoked";
}

export interface CourseLine {
  readonly code: string;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly state: "new" | "running" | "completed";
  readonly done: number;
  readonly total: number;
  /** Completed, but nobody has signed the practice off yet. */
  readonly unverified: boolean;
  readonly due: { readonly day: string; readonly overdue: boolean } | null;
  readonly asked: boolean;
  readonly opens: readonly Opening[];
  readonly certificate: CertificateLine | null;
}

export interface SkillLine {
  readonly code: string;
  readonly name: Text;
  readonly level: SkillLevel | null;
  readonly next: SkillLevel | null;
  /** What is observed at the level reached, and at the next one. */
  readonly seen: Text | null;
  readonly seenNext: Text | null;
}

/** A next step with the name of its course. */
export interface StepView {
  readonly step: NextStep;
  readonly title: Text | null;
  readonly href: string | null;
}

export interface LearnView {
  readonly next: StepView;
  readonly courses: readonly CourseLine[];
  readonly cardsDue: number;
  readonly skills: readonly SkillLine[];
  readonly certificates: readonly CertificateLine[];
  readonly toSignOff: number;
}

export interface LessonLine {
  readonly code: string;
  readonly title: Text;
  readonly kind: LessonKind;
  readonly minutes: number;
  readonly done: boolean;
  readonly started: boolean;
}

export interface CourseView extends CourseLine {
  readonly why: Text;
  readonly serves: { readonly kind: string; readonly text: Text };
  readonly version: number;
  readonly verified: boolean;
  readonly validMonths: number | null;
  readonly skill: SkillLine | null;
  readonly lessons: readonly LessonLine[];
  readonly attempt: { readonly id: string; readonly state: "running" | "completed" } | null;
  readonly next: string | null;
  /** Copies of reflections that colleagues shared. */
  readonly shares: readonly ShareLine[];
  readonly certificates: readonly CertificateLine[];
}

export interface ShareLine {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly mine: boolean;
}

export interface ChoiceView {
  readonly code: string;
  readonly text: Text;
}

/** One choice that was made, with why, and what it did. */
export interface StepMade {
  readonly position: number;
  readonly says: Text;
  readonly text: Text;
  readonly feedback: Text;
  readonly points: number;
  readonly after: Feelings;
}

/** One screen of a scenario: a turn or the end. */
export interface ScenarioView {
  readonly person: { readonly name: Text; readonly who: Text };
  readonly situation: Text;
  /** null: before the first choice of a first play. */
  readonly play: string | null;
  readonly position: number;
  readonly feelings: Feelings;
  readonly says: Text;
  readonly shows: Text;
  /** Empty at the end. */
  readonly choices: readonly ChoiceView[];
  readonly last: StepMade | null;
  readonly end: {
    readonly outcome: Text;
    readonly quality: "good" | "mixed" | "poor";
    readonly unsaid: Text;
    readonly score: number;
    readonly steps: readonly StepMade[];
  } | null;
}

export interface MarkedView {
  readonly question: Text;
  readonly chosen: Text;
  readonly rightOption: Text;
  readonly feedback: Text;
  readonly right: boolean;
  readonly confidence: Confidence;
  readonly note: "look_again" | "lucky" | null;
}

export interface QuizView {
  readonly total: number;
  readonly answered: number;
  readonly pass: number;
  /** The question to answer; null at the end of a round. */
  readonly question: { readonly code: string; readonly text: Text; readonly options: readonly ChoiceView[] } | null;
  /** What was answered last, right after it. */
  readonly last: MarkedView | null;
  readonly result: { readonly right: number; readonly passed: boolean; readonly answers: readonly MarkedView[] } | null;
}

export interface ReportLine {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly course: string;
  readonly title: Text;
  readonly lesson: Text;
  readonly state: "waiting" | "signed_off" | "again";
  /** Instant, ISO. */
  readonly at: string;
}

export interface PracticeView {
  readonly task: Text;
  readonly times: number;
  readonly observe: readonly Text[];
  readonly reports: readonly ReportLine[];
}

export interface ReflectionView {
  readonly prompt: Text;
  readonly text: string | null;
  readonly shares: readonly ShareLine[];
}

export interface ReadView {
  readonly html: Text;
  readonly remember: Text;
}

export type LessonBody =
  | { readonly kind: "read"; readonly read: ReadView }
  | { readonly kind: "scenario"; readonly scenario: ScenarioView }
  | { readonly kind: "quiz"; readonly quiz: QuizView }
  | { readonly kind: "practice"; readonly practice: PracticeView }
  | { readonly kind: "reflection"; readonly reflection: ReflectionView };

export interface LessonView {
  readonly course: { readonly code: string; readonly title: Text };
  readonly code: string;
  readonly title: Text;
  readonly position: number;
  readonly total: number;
  readonly done: boolean;
  /** null: the course is not begun. */
  readonly attempt: string | null;
  /** The lesson that comes after this one; null: it is the last. */
  readonly after: string | null;
  readonly body: LessonBody;
}

export interface CardView {
  readonly course: string;
  readonly title: Text;
  readonly card: string;
  readonly question: Text;
  readonly answer: Text;
  readonly left: number;
}

export interface ReportView extends ReportLine {
  readonly mine: boolean;
  readonly said: string | null;
  readonly felt: string | null;
  readonly unsaid: string | null;
  readonly observe: readonly Text[];
  readonly observations: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: string;
    readonly verdict: "observed" | "signed_off" | "again";
    readonly level: "does" | "helps_others" | null;
    readonly words: string | null;
    readonly seen: readonly Text[];
  }[];
  readonly may: { readonly observe: boolean; readonly signOff: boolean };
}

export interface CertificateView extends CertificateLine {
  readonly summary: Text;
  readonly skill: Text | null;
  readonly holder: { readonly id: string; readonly name: string };
  readonly mine: boolean;
  readonly verifiedBy: string | null;
  readonly revoked: { readonly at: string; readonly reason: string } | null;
  /** Path of the page an outsider may open. */
  readonly publicPath: string;
  readonly mayRevoke: boolean;
}

/** A certificate for whoever has its link. */
export interface BadgeView {
  readonly organisation: string;
  readonly holder: string;
  readonly title: Text;
  readonly summary: Text;
  readonly skill: Text | null;
  readonly version: number;
  readonly verified: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: CertificateLine["state"];
  readonly revokedAt: string | null;
  /** null: revoked, so that there is nothing to take along. */
  readonly credentialPath: string | null;
}
