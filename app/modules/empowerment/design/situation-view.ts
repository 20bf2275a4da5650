import type { DecisionRequest, Facts, Verdict } from "../domain/verdict.ts";
import type { RuleNames } from "../rule-view.server.ts";
import type { PolicyDocument } from "../schemas.ts";
import { nameIn } from "../vocabulary.ts";
import type { FactView, OutcomeView, SituationView } from "./view-models.ts";

/** What turns the facts of a situation into names. */
export interface SituationNames {
  readonly document: PolicyDocument;
  readonly names: RuleNames;
}

/** Concrete facts of a request as screens tell them; what is unknown is left out, what is known not to exist is `none`. */
export function situationView({ document, names }: SituationNames, request: DecisionRequest, facts: Facts): SituationView {
  const told = (dim: string, value: FactView | undefined | null) => (value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? [] : [{ dim, value }]);
  const placed = (code: string | undefined | null, known: RuleNames["sites"]): FactView | undefined => (code === undefined || code === null ? undefined : code === "none" ? code : [known.get(code) ?? code]);
  const { currency } = document;
  const customer = typeof request.customer === "object" ? request.customer : null;
  const order = typeof request.order === "object" ? request.order : null;
  const value = order?.value?.minor;
  return {
    role: facts.actor.roles[0] ?? "",
    gesture: nameIn(document.gestures, request.gesture),
    amount: request.amount ?? null,
    reason: nameIn(document.reasons, request.reason),
    channel: nameIn(document.channels, request.channel),
    tier: customer?.tier === undefined || customer.tier === null ? null : nameIn(document.tiers, customer.tier),
    facts: [
      ...told("departments", placed(facts.actor.department, names.departments)),
      ...told("sites", placed(facts.actor.site, names.sites)),
      ...told("level", facts.actor.level),
      ...told("tenureDays", facts.actor.tenureDays),
      ...told("courses", facts.actor.courses.map((code) => names.courses.get(code)?.name ?? code)),
      ...told("lifetimeValue", customer?.lifetimeValue && { minor: customer.lifetimeValue.minor, currency }),
      ...told("orderValue", request.order === "none" ? "none" : value === undefined ? undefined : { minor: value, currency }),
      ...told("daysSincePurchase", order?.daysSincePurchase),
      ...told("flags", (request.flags ?? []).map((code) => nameIn(document.flags, code).name)),
      ...told("proactive", request.proactive === true ? true : undefined),
    ],
  };
}

/** What came of it. */
export function outcomeView({ currency }: PolicyDocument, { outcome, room }: Pick<Verdict, "outcome" | "room">): OutcomeView {
  return { outcome, room: room === null ? null : { minor: room, currency } };
}
