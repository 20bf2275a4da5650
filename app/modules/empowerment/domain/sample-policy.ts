/** Small documents for tests: a retailer's vocabulary and only the rules and budgets a test is about. */
import { compilePolicy, type CompiledPolicy } from "./compile.ts";
import type { DecisionRequest, Facts, MoneyValue } from "./verdict.ts";

export const vnd = (minor: number): MoneyValue => ({ minor, currency: "VND" });

const named = (...codes: string[]) => codes.map((code) => ({ code, name: { vi: code, en: code } }));

/** Everything a document has but rules and budgets. */
export const bare = {
  currency: "VND",
  timeZone: "Asia/Ho_Chi_Minh",
  lastResort: "leader",
  gestures: [
    { code: "refund", name: { vi: "Hoàn tiền", en: "Refund" }, kind: "compensation", valued: true },
    { code: "voucher", name: { vi: "Phiếu mua hàng", en: "Voucher" }, kind: "compensation", valued: true },
    { code: "callback", name: { vi: "Gọi lại hỏi thăm", en: "Call back" }, kind: "proactive", valued: false },
  ],
  reasons: named("fault", "delay"),
  channels: named("store", "chat"),
  tiers: named("standard", "gold", "platinum"),
  flags: named("own_purchase", "fraud"),
  caseGroups: [["refund", "voucher"]],
  escalation: { to: "supervisor", withinMinutes: 30, fallback: "manager", fallbackAfterMinutes: 60 },
  exceptions: [{ role: "supervisor", perCase: 1_000_000 }, { role: "leader", perCase: null }],
  sayings: { refused: { vi: "Dạ, {{me}} rất tiếc.", en: "I am sorry." } },
};

type Rule = Record<string, unknown> & { readonly code: string };

/** A rule is a grant of refunds unless it says otherwise. */
export function documentWith(rules: readonly Rule[], rest: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...bare, rules: rules.map((rule) => ({ effect: "grant", gestures: ["refund"], ...rule })), budgets: [], ...rest };
}

export function policyWith(rules: readonly Rule[], rest: Record<string, unknown> = {}): CompiledPolicy {
  return compilePolicy(documentWith(rules, rest));
}

/** A refund for a fault in a store, all facts known. */
export function refund(minor: number, rest: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    gesture: "refund",
    reason: "fault",
    channel: "store",
    amount: vnd(minor),
    customer: { ref: "C-1", tier: "standard", lifetimeValue: vnd(5_000_000) },
    order: { ref: "O-1", value: vnd(2_000_000), daysSincePurchase: 3 },
    flags: [],
    ...rest,
  };
}

/** A frontline clerk at noon of 22 November 2026 in Hanoi. */
export function clerk(rest: Partial<Facts["actor"]> = {}, more: Partial<Facts> = {}): Facts {
  const actor = { roles: ["frontline"], department: "RETAIL", site: "HN-01", level: 2, tenureDays: 400, courses: [], ...rest };
  return { now: "2026-11-22T05:00:00Z", actor, ...more };
}
