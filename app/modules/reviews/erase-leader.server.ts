import type { PersonErasure } from "#modules/people/public.server.ts";
import { LIBRARY } from "./library.ts";
import type { ReviewContent } from "./review-content.ts";

/** What stands in place of erased words. */
const ERASED_TEXT = "–";
const LIBRARY_TEXTS: ReadonlySet<string> = new Set(LIBRARY.map(({ vi }) => vi));

/** A closed review without what its leader wrote themselves. */
function withoutWords(content: string): string {
  const kept = JSON.parse(content) as ReviewContent;
  const commitments = kept.commitments.map((one) => ({ ...one, text: LIBRARY_TEXTS.has(one.text.vi) ? one.text : { vi: ERASED_TEXT, en: ERASED_TEXT }, missedReason: null }));
  return JSON.stringify({ ...kept, commitments } satisfies ReviewContent);
}

/**
 * Erases a leader's name from closed reviews and all they wrote there: their months, answers, reasons, and commitments in
 * their own words. Figures, commitments from the library and the decision log stay.
 */
export const eraseLeader: PersonErasure = async (tx, { personId }) => {
  for (const { id, content } of await tx.list("LeadReview", { personId })) await tx.update("LeadReview", { id }, { personName: "", content: withoutWords(content) });
  await tx.update("LeadReview", { managerId: personId }, { managerName: "" });
  await tx.update("LeadCommitment", { personId }, { missedReason: null });
  await tx.update("LeadCommitment", { personId, libraryCode: null }, { textVi: ERASED_TEXT, textEn: ERASED_TEXT });
  await tx.update("LeadMonth", { personId }, { words: ERASED_TEXT, loyal: ERASED_TEXT });
  await tx.update("LeadMonth", { answeredById: personId }, { answer: ERASED_TEXT });
};
