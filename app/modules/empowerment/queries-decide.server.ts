import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { type Currency, isCurrency } from "#kernel/money.ts";
import { findOrganisation, findSite } from "#modules/people/public.server.ts";
import { offersNow } from "./assess.server.ts";
import type { VerdictAnswer } from "./decision-answer.server.ts";
import { withKnownFacts } from "./known-facts.server.ts";
import { findPolicyInForce, policyInForce } from "./policy-store.server.ts";
import type { DecisionRequest, MoneyValue, PolicyDocument } from "./public.ts";
import type { DecideChoices, GestureOffer, NamedCode, VerdictView } from "./view-models.ts";
import { bilingual, named, nameIn } from "./vocabulary.ts";

/** What the form offers to choose from; empty lists while no policy is in force. */
export async function decideChoices(actor: PersonActor): Promise<DecideChoices & { readonly currency: Currency }> {
  const policy = findPolicyInForce(systemClock.now());
  const site = actor.siteCode === null ? null : await findSite(actor.siteCode);
  const organisation = findOrganisation();
  const currency = policy?.document.currency ?? organisation?.currency ?? "VND";
  const list = (words: PolicyDocument["reasons"] | undefined): NamedCode[] => (words ?? []).map((one) => ({ code: one.code, name: bilingual(one.name, one.code) }));
  const channels = list(policy?.document.channels);
  return {
    policyVersion: policy?.version ?? 0,
    currency: isCurrency(currency) ? currency : "VND",
    reasons: list(policy?.document.reasons),
    channels,
    tiers: list(policy?.document.tiers),
    flags: list(policy?.document.flags),
    channel: channels.some(({ code }) => code === site?.channel) ? (site?.channel ?? null) : null,
  };
}

/** Whether a gesture of the policy in force has an amount. */
export function gestureIsValued(gesture: string): boolean {
  return findPolicyInForce(systemClock.now())?.document.gestures.find(({ code }) => code === gesture)?.valued ?? false;
}

/** Order in which offers stand: what may be given at once first, what no rule allows last. */
const RANK = { granted: 0, escalated: 1, refused: 2 } as const;

/** Every gesture in a situation whose gesture is still open, with what this person may give of it now. */
export async function gestureOffers(actor: PersonActor, situation: Record<string, unknown>): Promise<GestureOffer[]> {
  const now = systemClock.now();
  const policy = policyInForce(now);
  const { document } = policy;
  const informed = withKnownFacts({ ...situation, gesture: "" } as unknown as DecisionRequest, policy, { mayAssert: false, now });
  const verdicts = new Map(offersNow({ actor, policy, informed, now }).map(({ gesture, verdict }) => [gesture, verdict]));
  const offers = document.gestures.flatMap((gesture): GestureOffer[] => {
    const verdict = verdicts.get(gesture.code);
    if (verdict === undefined || verdict.reason === "invalid_request") return [];
    return [
      {
        code: gesture.code,
        name: bilingual(gesture.name, gesture.code),
        kind: gesture.kind ?? "compensation",
        valued: gesture.valued,
        outcome: verdict.outcome,
        room: verdict.room === null ? null : { minor: verdict.room, currency: document.currency },
      },
    ];
  });
  return offers.sort((a, b) => RANK[a.outcome] - RANK[b.outcome]);
}

/** An answer with the names a screen shows beside its codes. */
export function verdictView(answer: VerdictAnswer, document: PolicyDocument, amount: MoneyValue | null): VerdictView {
  const rule = document.rules.find(({ code }) => code === answer.rule);
  return {
    outcome: answer.outcome,
    policyVersion: answer.policyVersion,
    rule: rule === undefined ? null : { ...named(rule), why: bilingual(rule.why, "") },
    amount,
    limit: answer.limit,
    room: answer.room,
    binding: answer.binding,
    reasons: answer.reasons.map(({ code, text }) => ({ code, text })),
    budgets: answer.budgets,
    duties: answer.duties,
    unknown: answer.unknown,
    alternatives: answer.alternatives.map(({ gesture, limit }) => ({ gesture, name: nameIn(document.gestures, gesture).name, limit })),
    approver: answer.approval === null ? null : { ...answer.approval.approver, dueAt: answer.approval.dueAt },
    say: answer.say,
  };
}
