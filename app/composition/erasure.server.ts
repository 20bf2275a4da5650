import type { ErasureParticipant } from "#modules/customers/public.server.ts";
import { eraseCustomerWords } from "#modules/empowerment/public.server.ts";
import { eraseFeedback } from "#modules/listening/public.server.ts";

/** What other modules keep of a customer and erase with the customer's details. */
export const customerErasure: readonly ErasureParticipant[] = [eraseCustomerWords, eraseFeedback];
