import type { PolicyDocument, PolicyRule } from "#modules/empowerment/public.ts";
import { words, type FlatRule } from "./flat-rules.ts";

export const currency = "VND";

/** Two budgets: every engine here answers with what both leave. */
export const budgets = [
  {
    ...{ code: "CUSTOMER-30D", subject: "customer", measure: "count", window: { rollingDays: 30 }, gestures: ["voucher", "gift"], onExceed: "escalate" },
    limits: [{ role: "*", limit: 3 }],
  },
  {
    ...{ code: "PERSON-DAY", subject: "person", measure: "amount", window: "day", onExceed: "block" },
    limits: words.roles.map((role, at) => ({ role, limit: 2_000_000 * (1 + (at % 4)) })),
  },
] as const;

/** The rules as a policy document of Tâm. */
export function policyDocument(rules: readonly FlatRule[]): unknown {
  const named = (list: readonly string[]) => list.map((code) => ({ code, name: { vi: code, en: code } }));
  return {
    ...{ currency, timeZone: "Asia/Ho_Chi_Minh", lastResort: "leader" },
    gestures: words.gestures.map((code) => ({ code, kind: "compensation", valued: true })),
    ...{ reasons: named(words.reasons), channels: named(words.channels), tiers: named(words.tiers), flags: named(["own_purchase"]) },
    escalation: { to: "role_1", withinMinutes: 30 },
    rules: rules.map(policyRule),
    budgets,
  } satisfies Record<keyof Pick<PolicyDocument, "rules" | "budgets" | "gestures">, unknown> & Record<string, unknown>;
}

function policyRule(rule: FlatRule): PolicyRule {
  const { code, effect, gesture, roles, channels, tiers, reasons } = rule;
  return {
    ...{ code, effect, gestures: [gesture] },
    who: { roles: [...roles], ...(rule.levelMin > 0 && { level: { min: rule.levelMin } }) },
    when: {
      ...{ channels: [...channels], tiers: [...tiers], reasons: [...reasons] },
      ...(rule.lifetimeValueMin > 0 && { lifetimeValue: { min: rule.lifetimeValueMin } }),
      ...(rule.daysBelow < Infinity && { daysSincePurchase: { below: rule.daysBelow } }),
    },
    ...(effect === "grant" && { limit: { perCase: rule.limit } }),
  };
}
