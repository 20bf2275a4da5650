import { handOverCare } from "#modules/care/public.server.ts";
import { handOverPromises } from "#modules/customers/public.server.ts";
import { handOverApprovals } from "#modules/empowerment/public.server.ts";
import { handOverImprovements } from "#modules/improvements/public.server.ts";
import type { DeactivationParticipant } from "#modules/people/public.server.ts";

/** What waits on somebody and is handed over, in the transaction in which they leave. */
export const deactivationParticipants: readonly DeactivationParticipant[] = [handOverPromises, handOverApprovals, handOverImprovements, handOverCare];
