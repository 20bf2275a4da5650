import type { Day } from "#kernel/period.ts";

/** What is known of one course for one person. */
export interface CourseFacts {
  readonly code: string;
  /** An attempt runs: the lesson to go on with, and what that lesson is. */
  readonly running: { readonly lesson: string; readonly practice: boolean } | null;
  readonly completed: boolean;
  /** Asked of them: the last day, null without one. null: nobody asks. */
  readonly asked: { readonly dueDay: Day | null } | null;
  /** First day their certificate no longer holds, when it ends soon. */
  readonly endsOn: Day | null;
  /** Rules in force that ask for it and are still closed to them. */
  readonly opens: number;
}

export interface LearnerFacts {
  readonly today: Day;
  /** Away today: nothing is asked of them. */
  readonly absent: boolean;
  readonly courses: readonly CourseFacts[];
  readonly cardsDue: number;
  /** Reports of colleagues that wait for their sign-off. */
  readonly toSignOff: number;
}

export type NextStep =
  | { readonly kind: "overdue" | "due"; readonly course: string; readonly lesson: string | null; readonly dueDay: Day | null }
  | { readonly kind: "go_on" | "practise"; readonly course: string; readonly lesson: string }
  | { readonly kind: "sign_off" | "review"; readonly count: number }
  | { readonly kind: "renew"; readonly course: string; readonly endsOn: Day }
  | { readonly kind: "opens"; readonly course: string; readonly count: number }
  | { readonly kind: "choose" | "rest" | "done" };

const byDue = (a: CourseFacts, b: CourseFacts): number =>
  (a.asked?.dueDay ?? "9999").localeCompare(b.asked?.dueDay ?? "9999") || a.code.localeCompare(b.code);

/**
 * The one thing worth doing now, in this order: nothing while away; what is overdue; a colleague who waits; a lesson begun;
 * what is about to be forgotten; practice to tell; what is asked; a certificate that ends; authority a course opens.
 */
export function nextStep({ today, absent, courses, cardsDue, toSignOff }: LearnerFacts): NextStep {
  if (absent) return { kind: "rest" };
  const open = courses.filter(({ completed, endsOn }) => !completed || endsOn !== null);
  const asked = open.filter((course) => course.asked !== null && !course.completed).sort(byDue);
  const overdue = asked.find(({ asked: wish }) => wish?.dueDay != null && wish.dueDay < today);
  if (overdue) return { kind: "overdue", course: overdue.code, lesson: overdue.running?.lesson ?? null, dueDay: overdue.asked?.dueDay ?? null };
  if (toSignOff > 0) return { kind: "sign_off", count: toSignOff };
  const running = [...courses].sort(byDue).filter((course) => course.running !== null);
  const begun = running.find((course) => course.running?.practice === false);
  if (begun?.running) return { kind: "go_on", course: begun.code, lesson: begun.running.lesson };
  if (cardsDue > 0) return { kind: "review", count: cardsDue };
  const practice = running[0];
  if (practice?.running) return { kind: "practise", course: practice.code, lesson: practice.running.lesson };
  const [due] = asked;
  if (due) return { kind: "due", course: due.code, lesson: null, dueDay: due.asked?.dueDay ?? null };
  const ending = courses.filter(({ endsOn }) => endsOn !== null).sort((a, b) => (a.endsOn ?? "").localeCompare(b.endsOn ?? "") || a.code.localeCompare(b.code))[0];
  if (ending?.endsOn) return { kind: "renew", course: ending.code, endsOn: ending.endsOn };
  const opening = open.filter(({ opens }) => opens > 0).sort((a, b) => b.opens - a.opens || a.code.localeCompare(b.code))[0];
  if (opening) return { kind: "opens", course: opening.code, count: opening.opens };
  return { kind: open.length > 0 ? "choose" : "done" };
}
