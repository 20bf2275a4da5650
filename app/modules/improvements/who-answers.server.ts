import { localDay } from "#kernel/period.ts";
import { businessCalendar, findPerson, lineAbove, organisation, type PersonBrief, peopleWithRole, standInFor } from "#modules/people/public.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import type { Insert } from "#platform/transaction.server.ts";
import { answerDue, nextAsked } from "./domain/answer-clock.ts";

/** What a question to a department is about. */
interface About {
  readonly department: string;
  readonly site: string | null;
  /** Who owns the procedure or the rule, if anybody. */
  readonly ownerId: string | null;
  readonly reporters: readonly string[];
  readonly lead: boolean;
  readonly at: Date;
}

/** Those who might answer for a department, the nearest first: the owner, its managers there and above, its own HR people, management. */
function candidates({ department, site, ownerId }: About): PersonBrief[] {
  const owner = ownerId === null ? null : findPerson(ownerId);
  const ofDepartment = peopleWithRole("hr").filter(({ departmentCode }) => departmentCode === department);
  const there = peopleWithRole("manager", { site, department }).filter(({ departmentCode }) => departmentCode === department);
  return [...(owner === null ? [] : [owner]), ...there, ...peopleWithRole("manager", { department }), ...ofDepartment, ...peopleWithRole("leader")].filter(({ active }) => active);
}

/** Whoever stands in for somebody who is away that day, else themselves. */
function present(person: PersonBrief, at: Date, reporters: readonly string[]): PersonBrief {
  const { absent, standIn } = standInFor(person.id, localDay(at, organisation().timeZone));
  return absent && standIn !== null && !reporters.includes(standIn.id) ? standIn : person;
}

/** The question to a department with the first person asked and their time. Refuses: 409 `nobody_to_ask`. */
export function firstQuestion(about: About): Omit<Insert<"ImprovementOwner">, "improvementId"> {
  const first = candidates(about).find(({ id }) => !about.reporters.includes(id));
  if (first === undefined) throw new Refusal("nobody_to_ask", { status: 409 });
  const asked = present(first, about.at, about.reporters);
  return {
    departmentCode: about.department,
    lead: about.lead,
    askedId: asked.id,
    level: 1,
    askedAt: about.at,
    dueAt: answerDue(about.at, 1, businessCalendar(asked.siteCode)),
    askedBefore: JSON.stringify(asked.id === first.id ? [] : [first.id]),
  };
}

/**
 * The next person up the line of whoever is asked, with their time; null when nobody is left. Somebody who leaves is
 * passed over.
 */
export function nextQuestion(
  question: { readonly askedId: string; readonly askedBefore: string; readonly level: number },
  { reporters, at, leaving = null, sameLevel = false }: { readonly reporters: readonly string[]; readonly at: Date; readonly leaving?: string | null; readonly sameLevel?: boolean },
): { readonly askedId: string; readonly level: number; readonly askedAt: Date; readonly dueAt: Date; readonly askedBefore: string } | null {
  const before = [...(JSON.parse(question.askedBefore) as string[]), question.askedId];
  const line = lineAbove(question.askedId).filter(({ active, id }) => active && id !== leaving);
  const others = peopleWithRole("leader").filter(({ id }) => id !== leaving && sameLevel);
  const next = nextAsked([...line, ...others].map(({ id }) => id), before, reporters);
  const person = next === null ? null : findPerson(next);
  if (person === null) return null;
  const level = sameLevel ? question.level : question.level + 1;
  return { askedId: person.id, level, askedAt: at, dueAt: answerDue(at, level, businessCalendar(person.siteCode)), askedBefore: JSON.stringify(before) };
}
