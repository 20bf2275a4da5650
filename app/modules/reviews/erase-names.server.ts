import type { PersonErasure } from "#modules/people/public.server.ts";

/** Erases an erased person's name from closed reviews, and what they wrote of their months. Figures and the decision log stay. */
export const eraseLeadingNames: PersonErasure = async (tx, { personId }) => {
  await tx.update("LeadReview", { personId }, { personName: "" });
  await tx.update("LeadReview", { managerId: personId }, { managerName: "" });
  await tx.update("LeadMonth", { personId }, { words: "–", loyal: "–" });
  await tx.update("LeadMonth", { answeredById: personId }, { answer: "–" });
};
