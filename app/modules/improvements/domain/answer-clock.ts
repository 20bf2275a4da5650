import { addBusinessMinutes, type BusinessCalendar } from "#kernel/business-time.ts";

/** Business minutes the first person asked has for an answer: two days of an office. */
export const ANSWER_MINUTES = 960;
/** Business minutes each person above them has. */
export const CLIMB_MINUTES = 480;

/** One question to one department: who is asked, at which level, by when. */
export interface Question {
  /** 1: the first person asked, 2 the one above, … */
  readonly level: number;
  readonly dueAt: Date;
  /** Nobody is left above: whoever is asked keeps it. */
  readonly onTop: boolean;
  readonly answered: boolean;
}

/** By when somebody asked at this level must answer. */
export function answerDue(askedAt: Date, level: number, calendar: BusinessCalendar): Date {
  return addBusinessMinutes(askedAt, level === 1 ? ANSWER_MINUTES : CLIMB_MINUTES, calendar);
}

/** Whether a question has to be taken one level up now. An answered one never, nor one that has nobody above. */
export function mustClimb({ dueAt, onTop, answered }: Question, now: Date): boolean {
  return !answered && !onTop && dueAt <= now;
}

/** Whether somebody lets a question wait beyond its time. */
export function isOverdue({ dueAt, answered }: Pick<Question, "dueAt" | "answered">, now: Date): boolean {
  return !answered && dueAt <= now;
}

/**
 * Whom to ask next: the nearest of the line above who has not been asked and is not among those who reported it, since
 * nobody answers for themselves; null when nobody is left.
 */
export function nextAsked(line: readonly string[], asked: readonly string[], reporters: readonly string[]): string | null {
  return line.find((id) => !asked.includes(id) && !reporters.includes(id)) ?? null;
}
