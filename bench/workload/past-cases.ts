import { Books } from "../../app/modules/empowerment/domain/simulation/books.ts";
import { outcomeOf } from "../../app/modules/empowerment/domain/simulation/become.ts";
import type { PastCase, RecordedEnd } from "../../app/modules/empowerment/domain/simulation/past-case.ts";
import type { CompiledPolicy, DecisionRequest, Verdict } from "../../app/modules/empowerment/public.ts";
import { randomFrom, type Random } from "./random.ts";

const YEAR_MS = 31_536_000_000;
const MINUTE_MS = 60_000;
/** 1 January 2026 in Hà Nội. */
export const YEAR_START = Date.parse("2025-12-31T17:00:00Z");
export const YEAR_END = YEAR_START + YEAR_MS + 1;

interface Staff {
  readonly id: string;
  readonly managerId: string | null;
  readonly site: string;
  readonly role: string;
  readonly actor: PastCase["actor"];
}

function staffOf(count: number, policy: CompiledPolicy, random: Random): Staff[] {
  const courses = [...new Set(policy.document.rules.flatMap(({ who }) => who?.courses ?? []))];
  const departments = [...new Set(policy.document.rules.flatMap(({ who }) => who?.departments ?? [])), "RETAIL"];
  return Array.from({ length: count }, (_, at) => {
    const role = at % 40 === 0 ? "manager" : at % 8 === 0 ? "supervisor" : "frontline";
    const site = `S-${Math.floor(at / 40)}`;
    const actor = {
      ...{ roles: [role], department: random.one(departments), site, level: 1 + random.below(4), tenureDays: random.below(2_000) },
      courses: courses.filter(() => random.chance(0.8)),
    };
    return { id: `P-${at}`, managerId: at % 40 === 0 ? null : `P-${Math.floor(at / 40) * 40}`, site, role, actor };
  });
}

/** Requests are made so many at a time: those of one case come within the same hours, as complaints do. */
const STRETCH = 100;
const CASES_IN_STRETCH = 20;

/** The next requests, each with whether its case goes on after it. */
function stretchOf(policy: CompiledPolicy, first: number, random: Random): { readonly request: DecisionRequest; readonly caseGoesOn: boolean }[] {
  const requests = Array.from({ length: STRETCH }, () => requestOf(policy, `K-${first}`, random));
  const last = new Map(requests.map((request, at) => [request.case, at]));
  return requests.map((request, at) => ({ request, caseGoesOn: request.case != null && last.get(request.case) !== at }));
}

function requestOf({ document }: CompiledPolicy, cases: string, random: Random): DecisionRequest {
  const { currency, gestures, reasons, channels, tiers, flags } = document;
  const money = (minor: number) => ({ minor, currency });
  const { code: gesture, valued, kind } = random.one(gestures);
  const customer = random.chance(0.7) ? { ref: `C-${random.below(300_000)}`, tier: random.one(tiers).code, lifetimeValue: money(random.below(60_000_000)) } : ("none" as const);
  return {
    ...{ gesture, reason: random.one(reasons).code, channel: random.one(channels).code, proactive: kind === "proactive" },
    ...(valued ? { amount: money(10_000 * (1 + random.below(80))) } : {}),
    ...(random.chance(0.3) ? { case: `${cases}-${random.below(CASES_IN_STRETCH)}` } : {}),
    ...(random.chance(0.02) ? { escalate: true } : {}),
    customer,
    order: { ref: `O-${random.below(2_000_000)}`, value: money(10_000 * (10 + random.below(500))), daysSincePurchase: random.below(60) },
    flags: random.chance(0.01) && flags.length > 0 ? [random.one(flags).code] : [],
  };
}

function endOf(decidedAt: number, outcome: RecordedEnd["outcome"], amount: number | null, random: Random): Pick<RecordedEnd, "state" | "granted" | "approval" | "cancelledAt" | "waitingMinutes"> {
  const none = { granted: null, approval: null, cancelledAt: null, waitingMinutes: null };
  if (outcome === "refused") return { ...none, state: "refused" };
  if (outcome === "granted") {
    const cancelled = random.chance(0.02);
    return { ...none, granted: amount, state: cancelled ? "cancelled" : "granted", cancelledAt: cancelled ? decidedAt + 10 * MINUTE_MS : null };
  }
  const waitingMinutes = 1 + random.below(90);
  if (random.chance(0.25)) return { ...none, state: "declined", waitingMinutes };
  const payer = { personId: `P-${40 * random.below(50)}`, managerId: null };
  return { ...none, state: "approved", waitingMinutes, approval: { at: decidedAt + waitingMinutes * MINUTE_MS, amount, role: "manager", payer, version: 1 } };
}

/**
 * A year of cases in order of time, made one by one: 2,000 people in 50 shops, 300,000 customers, every case decided by
 * `policy` (version 1) on the counters as they stood, so that replaying it must reproduce all of them.
 */
export function* pastCases(policy: CompiledPolicy, count: number, seed = 20_261_122): Generator<PastCase> {
  const random = randomFrom(seed);
  const staff = staffOf(2_000, policy, random);
  const books = new Books([policy.document]);
  let stretch: ReturnType<typeof stretchOf> = [];
  for (let at = 0; at < count; at += 1) {
    if (at % STRETCH === 0) stretch = stretchOf(policy, at, random);
    const { request, caseGoesOn } = stretch[at % STRETCH] as (typeof stretch)[number];
    const decidedAt = YEAR_START + Math.floor((at * YEAR_MS) / count);
    const person = random.one(staff);
    const { customer, order } = request;
    const customerRef = typeof customer === "object" && customer !== null ? (customer.ref ?? null) : null;
    const place = {
      ...{ id: `D-${at}`, label: `D-${at}`, decidedAt, request, actor: person.actor, actorKnown: true, departmentCode: "RETAIL", version: 1 },
      subjects: { personId: person.id, managerId: person.managerId, siteCode: person.site, customerRef },
      ...{ caseRef: request.case ?? null, caseGoesOn, orderRef: typeof order === "object" && order !== null ? (order.ref ?? null) : null },
    };
    const blank: PastCase = { ...place, recorded: NOT_YET };
    books.bringUpTo(decidedAt);
    const { usage, caseTotal } = books.standing(policy.document, blank);
    const verdict: Verdict = policy.evaluate(request, { now: new Date(decidedAt).toISOString(), actor: person.actor, usage, caseTotal });
    const outcome = outcomeOf(place, verdict);
    const end = endOf(decidedAt, outcome, request.amount?.minor ?? null, random);
    const reason = outcome === verdict.outcome ? verdict.reason : "escalated_by_choice";
    const past: PastCase = { ...place, recorded: { ...end, outcome, reason, rule: verdict.rule, role: verdict.role, askedRole: null, usage, caseTotal: caseTotal ?? 0 } };
    const { approval, cancelledAt } = end;
    if (approval !== null) books.give(policy.document, past, approval, cancelledAt);
    else if (outcome === "granted") books.give(policy.document, past, { at: decidedAt, amount: end.granted, role: verdict.role ?? "", payer: past.subjects }, cancelledAt);
    yield past;
  }
}

const NOT_YET: RecordedEnd = {
  ...{ outcome: "refused", state: "refused", reason: null, rule: null, role: null, granted: null, approval: null, cancelledAt: null },
  ...{ waitingMinutes: null, askedRole: null, usage: {}, caseTotal: 0 },
};
