import type { PersonErasure } from "#modules/people/public.server.ts";

/** What somebody who has left wrote in learning: told practice and observations lose their words, private and shared notes go. */
export const eraseLearningWords: PersonErasure = async (tx, { personId, at }) => {
  await tx.update("LearningReport", { personId }, { said: "", felt: "", unsaid: "", erasedAt: at });
  await tx.update("LearningObservation", { byId: personId }, { words: null });
  await tx.remove("LearningReflection", { personId });
  await tx.remove("LearningShare", { personId });
};
