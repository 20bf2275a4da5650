import { QUESTIONS, type Question, type Ratings, UNDERSTOOD } from "./domain/scales.ts";

/** The ratings of a stored row. */
export function ratingsOf(row: { readonly understood: string | null; readonly csat: number | null; readonly csatPoints: number | null; readonly nps: number | null }): Ratings {
  return { understood: UNDERSTOOD.find((known) => known === row.understood) ?? null, csat: row.csat, csatPoints: row.csatPoints, nps: row.nps };
}

/** The questions of a stored survey, in their order. */
export function questionsOf(stored: string): Question[] {
  const list: unknown = JSON.parse(stored);
  return Array.isArray(list) ? QUESTIONS.filter((question) => list.includes(question)) : [];
}
