import type { CourseContent } from "../domain/content.ts";
import { authorityBasics } from "./authority-basics/course.ts";
import { calmBeside } from "./calm-beside/course.ts";
import { centrePriority } from "./centre-priority/course.ts";
import { deepListening } from "./deep-listening/course.ts";
import { fabricCare } from "./fabric-care/course.ts";
import { fairAmount } from "./fair-amount/course.ts";
import { leaderModels } from "./leader-models/course.ts";
import { personFirst } from "./person-first/course.ts";
import { relationship } from "./relationship/course.ts";
import { smallFaults } from "./small-faults/course.ts";
import { writingAngry } from "./writing-angry/course.ts";

/** The courses that come with the product: complete in both languages, ready to publish. */
export const LIBRARY: readonly CourseContent[] = [
  personFirst,
  authorityBasics,
  deepListening,
  centrePriority,
  relationship,
  smallFaults,
  writingAngry,
  leaderModels,
  fairAmount,
  calmBeside,
  fabricCare,
];
