/**
 * What a course is made of, as it is authored, stored with each version, imported and exported. Plain data in both languages;
 * `Text` is one line or a few, `Markdown` a small safe subset (paragraphs, lists, emphasis, quotations, links, images kept here).
 * Codes are stable across versions: attempts, review cards and statements name them.
 */

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type Markdown = Text;

export const LESSON_KINDS = ["read", "scenario", "quiz", "practice", "reflection"] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export const FEELING_VARIABLES = ["trust", "frustration", "time"] as const;
/** Trust and frustration run from 0 to 100 and stay there; time is minutes spent, from 0 up. */
export type FeelingVariable = (typeof FEELING_VARIABLES)[number];

export interface CourseContent {
  readonly code: string;
  readonly title: Text;
  /** what a learner can do afterwards, in one or two sentences */
  readonly summary: Text;
  /** why the company asks for it, and what it does for a customer */
  readonly why: Text;
  readonly serves: { readonly kind: "goal" | "need" | "expectation" | "emotion" | "pain"; readonly text: Text };
  /** the skill it trains; a skill has levels (begins, does, helps others) */
  readonly skill: string;
  /** months a certificate holds; null: for ever */
  readonly validMonths: number | null;
  /** whether a supervisor must sign off the field practice before the certificate is given */
  readonly verified: boolean;
  readonly lessons: readonly Lesson[];
}

interface LessonBase {
  readonly code: string;
  readonly title: Text;
  /** 1 to 5 */
  readonly minutes: number;
  /** facts worth keeping, brought back by spaced review; empty where there is nothing to forget */
  readonly recall: readonly RecallCard[];
}

export interface RecallCard {
  readonly code: string;
  readonly question: Text;
  readonly answer: Text;
}

export type Lesson = ReadLesson | ScenarioLesson | QuizLesson | PracticeLesson | ReflectionLesson;

export interface ReadLesson extends LessonBase {
  readonly kind: "read";
  readonly body: Markdown;
  /** the one sentence to take along */
  readonly remember: Text;
}

export interface ScenarioLesson extends LessonBase {
  readonly kind: "scenario";
  readonly scenario: Scenario;
}

/** A conversation with a person, as a directed graph from `start`; every path ends. */
export interface Scenario {
  readonly person: { readonly name: Text; readonly who: Text };
  /** where we are, what the learner is, what has happened so far */
  readonly situation: Text;
  readonly start: string;
  readonly begins: Readonly<Record<FeelingVariable, number>>;
  readonly nodes: readonly ScenarioNode[];
  /** told at the end, whatever the ending */
  readonly unsaid: Text;
  /** the number of the past decision or story it was made from, where it was */
  readonly madeFrom?: string;
}

export type ScenarioNode = Turn | Ending;

export interface Turn {
  readonly code: string;
  readonly kind: "turn";
  /** what the person says */
  readonly says: Text;
  /** what one can see or hear of what they feel; never what only they could know */
  readonly shows: Text;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly code: string;
  /** what the learner says or does */
  readonly text: Text;
  /** what it does to the person; left out: nothing */
  readonly effects: Partial<Readonly<Record<FeelingVariable, number>>>;
  /** why, said right after choosing */
  readonly feedback: Text;
  readonly to: string;
}

export interface Ending {
  readonly code: string;
  readonly kind: "ending";
  readonly says: Text;
  readonly shows: Text;
  /** what became of the person and of the relationship */
  readonly outcome: Text;
  readonly quality: "good" | "mixed" | "poor";
}

export interface QuizLesson extends LessonBase {
  readonly kind: "quiz";
  readonly questions: readonly Question[];
  /** right answers needed, of all questions */
  readonly pass: number;
}

export interface Question {
  readonly code: string;
  readonly question: Text;
  /** exactly one is right */
  readonly options: readonly { readonly code: string; readonly text: Text; readonly right: boolean; readonly feedback: Text }[];
}

export interface PracticeLesson extends LessonBase {
  readonly kind: "practice";
  /** what to do with a real customer; the report back asks what they said, felt and left unsaid */
  readonly task: Text;
  /** how often, before it counts as done */
  readonly times: number;
  /** what an observer looks for, each a thing that can be seen */
  readonly observe: readonly Text[];
}

export interface ReflectionLesson extends LessonBase {
  readonly kind: "reflection";
  /** what the learner writes for themselves alone */
  readonly prompt: Text;
}

export const SKILL_LEVELS = ["begins", "does", "helps_others"] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export interface Skill {
  readonly code: string;
  readonly name: Text;
  /** what is observed at each level */
  readonly levels: Readonly<Record<SkillLevel, Text>>;
}
