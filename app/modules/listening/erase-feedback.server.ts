import type { ErasureParticipant } from "#modules/customers/public.server.ts";

/** Erases what a customer said and was answered, and ends the questions still open to them. The ratings stay, without words. */
export const eraseFeedback: ErasureParticipant = async (tx, { customerId, at }) => {
  await tx.update("Feedback", { customerId, erasedAt: null }, { said: null, felt: null, unsaid: null, answer: null, erasedAt: at });
  await tx.update("SurveyLink", { customerId, usedAt: null, revokedAt: null }, { revokedAt: at });
};
