/** What can be wrong with a course before it is published; the words stand in the catalogue. */
export const FINDING_CODES = [
  ...(["language_missing", "duplicate_code", "no_lessons", "unknown_skill", "lesson_minutes", "lesson_count"] as const),
  ...(["start_missing", "no_ending", "unreachable", "no_way_out", "target_missing", "no_feedback", "no_choices"] as const),
  ...(["begins_out_of_range", "no_questions", "few_options", "not_one_right", "pass_over_questions", "pass_below_one", "practice_times", "nothing_to_observe"] as const),
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** An error stops publishing; a warning is worth a second look. */
export type Severity = "error" | "warning";

/** Where in a course something stands: the codes on the way to it, as far as there are any. */
export interface Place {
  readonly lesson: string | null;
  readonly node: string | null;
  readonly choice: string | null;
  readonly question: string | null;
}

export interface Finding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Dotted path within the course: `lessons.2.scenario.nodes.3.choices.0.feedback.en`. */
  readonly path: string;
}

export const NOWHERE: Place = { lesson: null, node: null, choice: null, question: null };

const WARNINGS: ReadonlySet<FindingCode> = new Set(["lesson_count"]);

export function finding(code: FindingCode, path: string, place: Place): Finding {
  return { code, severity: WARNINGS.has(code) ? "warning" : "error", path, ...place };
}

/** Whether findings let a course be published: none of them is an error. */
export function publishable(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== "error");
}
