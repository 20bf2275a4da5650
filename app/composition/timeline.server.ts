import type { TimelineSource } from "#modules/customers/public.ts";
import { customerDecisions } from "#modules/empowerment/public.server.ts";
import { customerFeedback } from "#modules/listening/public.server.ts";

/** What happened with a customer beside notes and promises, as far as modules above the customer know it. */
export const timelineSources: readonly TimelineSource[] = [customerDecisions, customerFeedback];
