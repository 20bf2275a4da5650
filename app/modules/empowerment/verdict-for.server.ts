import type { PersonActor } from "#access/actor.ts";
import type { Locale } from "#i18n/locale.ts";
import { systemClock } from "#kernel/clock.ts";
import { checkDecision } from "./check-decision.server.ts";
import { policyInForce } from "./policy-store.server.ts";
import type { DecisionRequest } from "./public.ts";
import { verdictView } from "./queries-decide.server.ts";
import type { VerdictView } from "./view-models.ts";

/** The verdict on a request as the decision form shows it, before anything is sent. Refuses as a check does. */
export async function verdictFor(actor: PersonActor, request: Readonly<Record<string, unknown>>, locale: Locale): Promise<VerdictView> {
  const now = systemClock.now();
  const answer = await checkDecision(actor, request, { locale, now });
  // The check has read the request; its amount is what it says it is.
  return verdictView(answer, policyInForce(now).document, (request as unknown as DecisionRequest).amount ?? null);
}
