import type { ErasureParticipant } from "#modules/customers/public.server.ts";

/** Erases what was written about a customer with decisions: notes, evidence, feeling. The figures stay. */
export const eraseCustomerWords: ErasureParticipant = async (tx, { customerId }) => {
  await tx.update("Decision", { customerId }, { note: null, resultNote: null, evidence: "[]", felt: null });
};
