import { localDay } from "#kernel/period.ts";
import { actorFacts, approvers } from "#modules/people/public.server.ts";
import { isMeantFor, isValidOn } from "../domain/concerns.ts";
import { holderOf, type LimitTarget } from "../domain/proposals/change-limit.ts";
import type { ProposalEvidence } from "../domain/proposals/stored-evidence.ts";
import type { PolicyDocument } from "../public.ts";

/** Whether a limit is one of this person's own, courses apart: who could open it by training benefits too. */
export function benefits(document: PolicyDocument, target: LimitTarget, personId: string, at: Date): boolean {
  const rule = holderOf(document, target);
  const facts = actorFacts(personId, at);
  return rule !== null && facts !== null && isMeantFor(rule, facts);
}

/** The roles a limit belongs to, and how many active people may use it now. */
export function beneficiariesOf(document: PolicyDocument, target: LimitTarget, at: Date): ProposalEvidence["beneficiaries"] {
  const rule = holderOf(document, target);
  if (rule === null || !isValidOn(rule, localDay(at, document.timeZone))) return { roles: rule?.who?.roles ?? [], people: 0 };
  const holds = (courses: readonly string[]) => (rule.who?.courses ?? []).every((course) => courses.includes(course));
  return { roles: rule.who?.roles ?? [], people: approvers(at).people.filter(({ facts }) => isMeantFor(rule, facts) && holds(facts.courses)).length };
}
