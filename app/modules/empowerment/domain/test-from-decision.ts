import type { PolicyTest } from "../schemas.ts";
import type { DecisionRequest, Facts, Outcome, RequestCustomer, RequestOrder, Verdict } from "./verdict.ts";

/** What a decision was evaluated on, and what came out, as it is stored. */
export interface DecidedCase {
  readonly request: DecisionRequest;
  readonly facts: Facts;
  readonly verdict: Pick<Verdict, "outcome" | "reason" | "rule">;
}

/** Stand in for who and what it was: known and unknown references are told apart, nobody is named. */
export const SOMEBODY = "CUSTOMER";
const SOMETHING = "ORDER";

const present = <T extends object>(value: T): Partial<T> => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined && member !== null)) as Partial<T>;

function withoutName({ ref, phone, tier, lifetimeValue }: RequestCustomer): object {
  const known = (ref ?? phone ?? null) !== null;
  return { ...(known ? { ref: SOMEBODY } : {}), ...present({ tier, lifetimeValue }) };
}

function withoutNumber({ ref, value, daysSincePurchase }: RequestOrder): object {
  return { ...((ref ?? null) === null ? {} : { ref: SOMETHING }), ...present({ value, daysSincePurchase }) };
}

/**
 * A decision as a test case of a policy: what rules look at of the request and of the person, the counters as they stood,
 * no reference to the customer, the order or the case, no words; it expects what was decided.
 * @param outcome expected instead of the recorded one; the reason and the rule are then left open
 */
export function testFromDecision(name: string, { request, facts, verdict }: DecidedCase, outcome: Outcome = verdict.outcome): PolicyTest {
  const { gesture, reason, channel, proactive, amount, customer, order, flags } = request;
  const { roles, courses, department, site, level, tenureDays } = facts.actor;
  const usage = present(facts.usage ?? {}) as Record<string, number>;
  const recorded = outcome === verdict.outcome;
  return {
    name,
    request: {
      ...{ gesture, reason, channel },
      ...present({ proactive, amount, flags }),
      ...(customer == null ? {} : { customer: customer === "none" ? customer : withoutName(customer) }),
      ...(order == null ? {} : { order: order === "none" ? order : withoutNumber(order) }),
    },
    actor: { roles: [...roles], ...(present({ department, site, level, tenureDays }) as object), courses: [...courses] },
    now: facts.now,
    ...(facts.caseTotal == null ? {} : { caseTotal: facts.caseTotal }),
    ...(Object.keys(usage).length === 0 ? {} : { usage }),
    expect: { outcome, ...(recorded ? { reason: verdict.reason } : {}), ...(recorded && verdict.rule !== null ? { rule: verdict.rule } : {}) },
  };
}
