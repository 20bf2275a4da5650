import { systemClock } from "#kernel/clock.ts";
import { findPolicyInForce } from "#modules/empowerment/public.server.ts";

/** The tiers as the policy in force calls them, by code; a code it does not know is shown as it is. */
export function tierNames(): Readonly<Record<string, { readonly vi?: string | undefined; readonly en?: string | undefined }>> {
  const tiers = findPolicyInForce(systemClock.now())?.document.tiers ?? [];
  return Object.fromEntries(tiers.map(({ code, name }) => [code, name ?? {}]));
}
