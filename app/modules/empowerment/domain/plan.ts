import type { PolicyDocument } from "../schemas.ts";
import { compileBudget, coversGesture, limitsOfRole, type BudgetLimit, type CompiledBudget } from "./budgets.ts";
import { localDays } from "./instant.ts";
import { compileRule, indexRules, type RuleIndex } from "./rule-index.ts";
import { askedPaths } from "./scope.ts";
import type { Situation, Vocabulary } from "./situation.ts";

/** All that decides about one gesture, in order of codes. */
export interface GesturePlan {
  readonly gesture: string;
  readonly valued: boolean;
  readonly index: RuleIndex;
  readonly budgets: readonly CompiledBudget[];
  /** Budgets by role; roles no budget names share what `*` gives. */
  readonly limitsByRole: ReadonlyMap<string, readonly BudgetLimit[]>;
  readonly limitsOfOthers: readonly BudgetLimit[];
  /** Facts that a rule or budget asks about, in order of their paths. */
  readonly asks: readonly { readonly path: string; readonly fact: (situation: Situation) => unknown }[];
  /** Whether a rule has a first or last day. */
  readonly dated: boolean;
}

/** A document made ready for evaluation. */
export interface Plan {
  readonly document: PolicyDocument;
  readonly vocabulary: Vocabulary;
  readonly gestures: ReadonlyMap<string, GesturePlan>;
  readonly dayOf: (instant: number) => number;
}

const factAt: Readonly<Record<string, (situation: Situation) => unknown>> = {
  "actor.department": (situation) => situation.department,
  "actor.level": (situation) => situation.level,
  "actor.site": (situation) => situation.site,
  "actor.tenureDays": (situation) => situation.tenureDays,
  "customer.lifetimeValue": (situation) => situation.lifetimeValue,
  "customer.ref": (situation) => situation.customerRef,
  "customer.tier": (situation) => situation.tier,
  flags: (situation) => situation.flags,
  "order.daysSincePurchase": (situation) => situation.daysSincePurchase,
  "order.value": (situation) => situation.orderValue,
};

/** Makes a checked document ready: one index per gesture. */
export function planOf(document: PolicyDocument): Plan {
  const byCode = <T extends { code: string }>(entries: readonly T[]) => [...entries].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rules = byCode(document.rules.map(compileRule));
  const budgets = byCode(document.budgets);

  const gestures = document.gestures.map(({ code: gesture, valued }): GesturePlan => {
    const own = rules.filter(({ scope }) => scope.gestures === null || scope.gestures.has(gesture));
    const counted = budgets.filter((budget) => coversGesture(budget, gesture, valued));
    const compiled = counted.map(compileBudget);
    const roles = new Set(counted.flatMap(({ limits }) => limits.map(({ role }) => role)));

    const paths = new Set(own.flatMap(({ scope }) => askedPaths(scope)));
    if (valued && own.some(({ percent }) => percent !== null)) paths.add("order.value");
    if (counted.some(({ subject }) => subject === "customer")) paths.add("customer.ref");
    if (counted.some(({ subject }) => subject === "site")) paths.add("actor.site");
    return {
      gesture,
      valued,
      index: indexRules(own),
      budgets: compiled,
      limitsByRole: new Map([...roles].map((role) => [role, limitsOfRole(compiled, role)])),
      limitsOfOthers: limitsOfRole(compiled, "*"),
      asks: [...paths].sort().flatMap((path) => {
        const fact = factAt[path];
        return fact === undefined ? [] : [{ path, fact }];
      }),
      dated: own.some(({ rule }) => rule.validFrom !== undefined || rule.validTo !== undefined),
    };
  });

  const codes = (entries: readonly { code: string }[]) => new Set(entries.map(({ code }) => code));
  return {
    document,
    vocabulary: {
      currency: document.currency,
      gestures: new Map(document.gestures.map(({ code, valued }) => [code, valued])),
      reasons: codes(document.reasons),
      channels: codes(document.channels),
      tiers: codes(document.tiers),
      flags: codes(document.flags),
    },
    gestures: new Map(gestures.map((plan) => [plan.gesture, plan])),
    dayOf: localDays(document.timeZone),
  };
}

/** The budgets that bind somebody in this role. */
export function limitsFor(plan: GesturePlan, role: string): readonly BudgetLimit[] {
  return plan.limitsByRole.get(role) ?? plan.limitsOfOthers;
}
