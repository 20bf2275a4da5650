import { maskAll } from "#kernel/masking/mask.ts";
import type { CourseContent, ScenarioLesson, Text } from "./content.ts";
import { blankCourse, blankScenario, EMPTY } from "./edit-course.ts";

/** A past decision as a scenario needs it; texts may still name people. */
export interface PastDecision {
  readonly number: string;
  readonly gesture: Text;
  readonly reason: Text;
  readonly channel: Text;
  /** What the customer seemed to feel, in both languages; null: not noted. */
  readonly felt: Text | null;
  readonly note: string | null;
  readonly resultNote: string | null;
  readonly outcome: "granted" | "escalated" | "refused";
  readonly result: "resolved" | "partly" | "unresolved" | null;
  /** Names that must not be read in the texts: the customer's, the colleagues'. */
  readonly names: readonly string[];
}

/** Sentences that are put together around the facts of a decision, in both languages. */
export interface DecisionWords {
  readonly situation: Text;
  readonly did: Text;
  readonly asked: Text;
  readonly refused: Text;
  readonly instead: Text;
}

const QUALITY = { resolved: "good", partly: "mixed", unresolved: "poor" } as const;

function both(text: string | null, names: readonly string[]): Text {
  const masked = maskAll(text ?? "", { names: [], about: names }, "nothing");
  return { vi: masked, en: masked };
}

/**
 * A course of one scenario made from a decision: who it was about is changed, what was really done and what became of it
 * stay. What only a person can write (what the customer says, why one choice is better) is left empty, and so found
 * before publishing.
 */
export function courseFromDecision(code: string, title: Text, skill: string, decision: PastDecision, words: DecisionWords): CourseContent {
  const { names } = decision;
  const ending = both(decision.resultNote, names);
  const real = { code: "really", text: { granted: words.did, escalated: words.asked, refused: words.refused }[decision.outcome], effects: {}, feedback: EMPTY, to: "e-real" };
  const start = blankScenario();
  const lesson: ScenarioLesson = {
    ...{ code: "l1", kind: "scenario", title, minutes: 5, recall: [] },
    scenario: {
      ...start,
      madeFrom: decision.number,
      person: { name: EMPTY, who: EMPTY },
      situation: words.situation,
      nodes: [
        { code: "t1", kind: "turn", says: both(decision.note, names), shows: decision.felt ?? EMPTY, choices: [real, { code: "otherwise", text: words.instead, effects: {}, feedback: EMPTY, to: "e-other" }] },
        { code: "e-real", kind: "ending", says: EMPTY, shows: EMPTY, outcome: ending, quality: decision.result === null ? "mixed" : QUALITY[decision.result] },
        { code: "e-other", kind: "ending", says: EMPTY, shows: EMPTY, outcome: EMPTY, quality: "mixed" },
      ],
    },
  };
  return { ...blankCourse(code, title, skill), lessons: [lesson] };
}
