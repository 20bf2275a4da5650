import type { PersonErasure } from "#modules/people/public.server.ts";

/** Erases an erased person's name from closed scorecards, and what they wrote in appeals and was written of them in rewards. Figures stay. */
export const eraseScorecardNames: PersonErasure = async (tx, { personId }) => {
  await tx.update("ScorecardSheet", { personId }, { personName: "" });
  await tx.update("ScorecardSheet", { managerId: personId }, { managerName: "" });
  await tx.update("ScorecardAppeal", { byId: personId }, { words: "–", evidence: "" });
  await tx.update("Reward", { personId }, { reason: "–" });
};
