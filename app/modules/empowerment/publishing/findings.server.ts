import { ROLES } from "#access/roles.ts";
import { localDay } from "#kernel/period.ts";
import { departments, listCourses, peopleGroups, sites } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { LintContext } from "../domain/lint/context.ts";
import type { Finding } from "../domain/lint/findings.ts";
import { lintPolicy } from "../domain/lint/lint-policy.ts";
import type { PolicyDocument } from "../public.ts";

/** What lint may know of the organisation. Owners are checked when a draft is saved. */
async function lintContext(document: PolicyDocument, now: Date): Promise<LintContext> {
  const [groups, places, shops, courses] = await Promise.all([peopleGroups(), departments(), sites(), listCourses()]);
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  return {
    today: localDay(now, document.timeZone),
    roles: ROLES,
    people: groups,
    departments: codes(places),
    sites: codes(shops),
    courses: codes(courses),
    largestPastAmount: Object.fromEntries(readHot("decision.largest-given", { currency: document.currency }).map(({ gesture, amount }) => [gesture, amount])),
  };
}

/** What lint finds in a document on the day of an instant, in this organisation. */
export async function findingsOf(document: PolicyDocument, now: Date): Promise<readonly Finding[]> {
  return lintPolicy(document, await lintContext(document, now));
}
