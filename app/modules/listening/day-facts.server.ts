import { readHot } from "#platform/transaction.server.ts";

/** What one department and site heard in a time: the groups of the net score, satisfied of rated, understood of asked. */
export interface AnswerCounts {
  readonly department: string | null;
  readonly site: string | null;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly rated: number;
  readonly satisfied: number;
  readonly asked: number;
  readonly understood: number;
}

/** Answers of [from, to) by department and site, for measures that are kept day by day. */
export function answerCounts(from: Date, to: Date): AnswerCounts[] {
  return readHot("listening.day-counts", { from, to });
}
