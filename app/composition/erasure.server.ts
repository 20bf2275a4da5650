import type { ErasureParticipant } from "#modules/customers/public.server.ts";

/** What other modules keep of a customer and erase with the customer's details. */
export const customerErasure: readonly ErasureParticipant[] = [];
