/** One course held: from a local day on, until another (exclusive), or for good. */
export interface HeldCourse {
  readonly course: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Codes of the courses in date on a local day ("YYYY-MM-DD"), sorted, each once. */
export function coursesInDate(held: readonly HeldCourse[], day: string): string[] {
  const inDate = held.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  return [...new Set(inDate.map(({ course }) => course))].sort();
}
