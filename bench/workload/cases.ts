import type { DecisionRequest, Facts } from "#modules/empowerment/public.ts";
import { words } from "./flat-rules.ts";
import { currency } from "./policy-document.ts";
import { randomFrom, type Random } from "./random.ts";

/** One question: a request as the API takes it, and the facts that are known with it. */
export interface Case {
  readonly request: DecisionRequest;
  readonly facts: Facts;
}

/** Random requests with every fact known and all members that a till would send. */
export function randomCases(count: number, seed: number): Case[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => ({ request: drawnRequest(random, at), facts: drawnFacts(random) }));
}

function drawnRequest(random: Random, at: number): DecisionRequest {
  const money = (minor: number) => ({ minor, currency });
  const lifetimeValue = 100_000 * random.below(300);
  const orderValue = 50_000 * (1 + random.below(100));
  return {
    gesture: random.one(words.gestures),
    reason: random.one(words.reasons),
    channel: random.one(words.channels),
    proactive: false,
    amount: money(10_000 * (1 + random.below(200))),
    case: `CASE-${at}`,
    customer: { ref: `C-${random.below(4000)}`, tier: random.one(words.tiers), lifetimeValue: money(lifetimeValue) },
    order: { ref: `O-${at}`, value: money(orderValue), daysSincePurchase: random.below(90) },
    ...{ flags: [], evidence: [], escalate: false, note: "Seam came apart after one wash" },
  };
}

function drawnFacts(random: Random): Facts {
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    now: `2026-11-${two(1 + random.below(28))}T${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}Z`,
    actor: {
      ...{ roles: [random.one(words.roles)], department: "RETAIL", site: `SITE-${1 + random.below(12)}` },
      ...{ level: random.below(5), tenureDays: random.below(2000), courses: ["AUTHORITY-BASICS"] },
    },
    caseTotal: random.chance(0.1) ? 50_000 * random.below(10) : 0,
    usage: { "PERSON-DAY": 50_000 * random.below(60), "CUSTOMER-30D": random.below(4) },
  };
}
