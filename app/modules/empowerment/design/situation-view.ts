import type { PolicyDocument } from "../schemas.ts";
import type { DecisionRequest, Facts, Verdict } from "../domain/verdict.ts";
import { nameIn } from "../vocabulary.ts";
import type { OutcomeView, SituationView } from "./view-models.ts";

type Told = SituationView["facts"][number];

/** Concrete facts of a request as screens tell them; what is unknown is left out, what is known not to exist is `none`. */
export function situationView(document: PolicyDocument, request: DecisionRequest, facts: Facts): SituationView {
  const facing = (dim: string, value: Told["value"] | undefined): Told[] => (value === undefined || value === null ? [] : [{ dim, value }]);
  const { customer, order } = request;
  const known = typeof customer === "object" && customer !== null ? customer : {};
  const bought = typeof order === "object" && order !== null ? order : {};
  return {
    role: facts.actor.roles[0] ?? "",
    gesture: nameIn(document.gestures, request.gesture),
    amount: request.amount ?? null,
    reason: nameIn(document.reasons, request.reason),
    channel: nameIn(document.channels, request.channel),
    tier: known.tier === undefined || known.tier === null ? null : nameIn(document.tiers, known.tier),
    facts: [
      ...facing("departments", facts.actor.department),
      ...facing("sites", facts.actor.site),
      ...facing("level", facts.actor.level),
      ...facing("tenureDays", facts.actor.tenureDays),
      ...(facts.actor.courses.length === 0 ? [] : [{ dim: "courses", value: facts.actor.courses.join(", ") }]),
      ...facing("lifetimeValue", known.lifetimeValue?.minor),
      ...facing("orderValue", order === "none" ? "none" : bought.value?.minor),
      ...facing("daysSincePurchase", bought.daysSincePurchase),
      ...(request.flags === undefined || request.flags === null || request.flags.length === 0 ? [] : [{ dim: "flags", value: request.flags.map((code) => nameIn(document.flags, code).code).join(", ") }]),
      ...(request.proactive === true ? [{ dim: "proactive", value: true }] : []),
    ],
  };
}

/** What came of it. */
export function outcomeView(document: PolicyDocument, { outcome, room }: Pick<Verdict, "outcome" | "room">): OutcomeView {
  return { outcome, room: room === null ? null : { minor: room, currency: document.currency } };
}
