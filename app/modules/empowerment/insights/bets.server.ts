import type { Actor } from "#access/actor.ts";
import { readHot } from "#platform/transaction.server.ts";
import { type BetCustomer, HORIZON_DAYS, judgeBet, type Won } from "../domain/insights/bet.ts";
import type { PolicyRule } from "../public.ts";
import { bilingual, named } from "../vocabulary.ts";
import { type Frame, frameFor, type PeriodWish } from "./frame.server.ts";
import type { BetsView, BetView } from "./view-models.ts";

const DAY_MS = 86_400_000;
/** Looked back further than anybody alike is judged by, see domain/insights/bet.ts. */
const BEFORE_DAYS = 120;
/** Customers similar ones are looked for among; beyond it a random sample. */
const POOL = 20_000;

type Given = ReturnType<typeof given>[number];

function given({ span: { from, to }, currency }: Frame, rule: string) {
  return readHot("bet.given", { rule, currency, from, to });
}

function grouped<T extends { readonly customerId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group) group.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
}

/** What was given in all; null where some of it has no amount. */
function total(rows: readonly Given[]): number | null {
  return rows.some(({ amount }) => amount === null) ? null : rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** Each customer who got something under the rule: from the first time on, with all they got until the horizon. */
function wonCustomers(rows: readonly Given[]): Omit<Won, "purchases" | "helped">[] {
  const known = rows.flatMap(({ customerId, ...row }) => (customerId === null ? [] : [{ ...row, customerId }]));
  return [...grouped(known)].flatMap(([id, theirs]) => {
    const [first] = theirs;
    if (first === undefined) return [];
    const until = first.givenAt.getTime() + HORIZON_DAYS * DAY_MS;
    const inTime = theirs.filter(({ givenAt }) => givenAt.getTime() <= until);
    return [{ id, tier: first.tier, lifetimeValue: first.lifetimeValue, at: first.givenAt, given: total(inTime) }];
  });
}

type WithHistory = <T extends { readonly id: string }>(customers: readonly T[]) => (T & Pick<BetCustomer, "purchases" | "helped">)[];

/** Adds what customers bought and when they were given anything; each customer is read once, however many bets ask. */
function histories({ from, now, currency }: Frame): WithHistory {
  const span = { after: new Date(from.getTime() - BEFORE_DAYS * DAY_MS), upTo: now };
  const known = new Map<string, Pick<BetCustomer, "purchases" | "helped">>();
  return (customers) => {
    const missing = customers.map(({ id }) => id).filter((id) => !known.has(id));
    const purchases = grouped(readHot("bet.purchases", { ...span, customers: missing, currency }));
    const helped = grouped(readHot("bet.helped", { ...span, customers: missing }));
    for (const id of missing) known.set(id, { purchases: purchases.get(id) ?? [], helped: (helped.get(id) ?? []).map(({ at }) => at) });
    return customers.map((customer) => ({ ...customer, ...(known.get(customer.id) ?? { purchases: [], helped: [] }) }));
  };
}

/** What a rule with a bet gave, and what those customers came back with; null for a rule without one. */
export function betOf(frame: Frame, rule: PolicyRule, withHistory: WithHistory = histories(frame)): BetView | null {
  if (rule.bet === undefined) return null;
  const rows = given(frame, rule.code);
  const won = wonCustomers(rows);
  const winners = new Set(won.map(({ id }) => id));
  const tiers = [...new Set(won.map(({ tier }) => tier))];
  const pool = readHot("bet.customers", { tiers, currency: frame.currency, limit: POOL }).filter(({ id }) => !winners.has(id));
  return {
    ...judgeBet(withHistory(won), withHistory(pool), frame.now),
    rule: named(rule),
    acceptedLossPerMonth: rule.bet.acceptedLossPerMonth,
    because: bilingual(rule.bet.because, ""),
    reviewBy: rule.reviewBy ?? null,
    months: frame.months.map(({ key, from, to }) => {
      const inMonth = rows.filter(({ givenAt }) => givenAt >= from && givenAt < to);
      return { month: key, given: total(inMonth), times: inMonth.length };
    }),
  };
}

/** Every bet of the policy in force; they are judged over the whole organisation or not at all. */
export function betsInForce(actor: Actor, wish: PeriodWish, now?: Date): BetsView {
  const frame = frameFor(actor, wish, { now });
  const rules = frame.span.all ? (frame.policy?.document.rules ?? []) : [];
  const withHistory = histories(frame);
  const bets = rules.flatMap((rule) => betOf(frame, rule, withHistory) ?? []);
  return { period: frame.period, bets: bets.sort((a, b) => b.pairs - a.pairs || (a.rule.code < b.rule.code ? -1 : 1)) };
}
