import type { CourseContent, ScenarioLesson, Text } from "./content.ts";
import { blankCourse, blankScenario, EMPTY } from "./edit-course.ts";

/** A story as a scenario needs it, with nobody to recognise in it; in the one language it was told in. */
export interface ToldStory {
  readonly language: keyof Text;
  readonly happened: string | null;
  readonly felt: string | null;
  readonly unsaid: string | null;
  readonly did: string | null;
  readonly changed: string | null;
}

/**
 * A course of one scenario made from a story: what happened, how it could be seen, what was left unsaid, what was done and
 * what came of it stay, in the language it was told in. The other language, what the customer says, and why one choice is
 * better are left empty, and so found before publishing.
 */
export function courseFromStory(code: string, title: Text, skill: string, { language, ...parts }: ToldStory, otherwise: Text): CourseContent {
  const told = (part: string | null): Text => (part === null ? EMPTY : { ...EMPTY, [language]: part });
  const start = blankScenario();
  const lesson: ScenarioLesson = {
    ...{ code: "l1", kind: "scenario", title, minutes: 5, recall: [] },
    scenario: {
      ...start,
      person: { name: EMPTY, who: EMPTY },
      situation: told(parts.happened),
      unsaid: told(parts.unsaid),
      nodes: [
        {
          ...{ code: "t1", kind: "turn", says: EMPTY, shows: told(parts.felt) },
          choices: [
            { code: "really", text: told(parts.did), effects: {}, feedback: EMPTY, to: "e-real" },
            { code: "otherwise", text: otherwise, effects: {}, feedback: EMPTY, to: "e-other" },
          ],
        },
        { code: "e-real", kind: "ending", says: EMPTY, shows: EMPTY, outcome: told(parts.changed), quality: "good" },
        { code: "e-other", kind: "ending", says: EMPTY, shows: EMPTY, outcome: EMPTY, quality: "mixed" },
      ],
    },
  };
  return { ...blankCourse(code, title, skill), lessons: [lesson] };
}
