import { localDay } from "#kernel/period.ts";
import type { Finding } from "../domain/lint/findings.ts";
import { lintPolicy } from "../domain/lint/lint-policy.ts";
import type { PolicyDocument } from "../public.ts";

/** What lint finds in a document on the day of an instant. */
export async function findingsOf(document: PolicyDocument, now: Date): Promise<readonly Finding[]> {
  return Promise.resolve(lintPolicy(document, { today: localDay(now, document.timeZone) }));
}
