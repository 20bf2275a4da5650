import type { PolicyDocument } from "../schemas.ts";
import { compileBudget, coversGesture, limitsOfRole, type BudgetLimit, type CompiledBudget } from "./budgets.ts";
import { explainingFor, type Explaining } from "./conditions.ts";
import { localDays } from "./instant.ts";
import { matchingFor, type Matching } from "./matching.ts";
import { compileRule, indexRules, type CompiledRule, type RuleIndex } from "./rule-index.ts";
import { askedPaths } from "./scope.ts";
import type { Vocabulary } from "./situation.ts";
import { factsAt } from "./unknown-facts.ts";

/** All that decides about one gesture, rules and budgets in order of codes. */
export interface GesturePlan {
  readonly gesture: string;
  readonly valued: boolean;
  readonly rules: readonly CompiledRule[];
  readonly budgets: readonly CompiledBudget[];
  readonly vocabulary: Vocabulary;
  /** Facts that a rule or budget asks about. */
  readonly asks: number;
  /** Whether a rule has a first or last day. */
  readonly dated: boolean;
  /** What decides for each role that a rule or a budget names, made when first needed. */
  readonly roles: Map<string, RolePlan | null>;
  /** The same for every other role. */
  others: RolePlan | null;
  /** What explanations need, made when first needed. */
  explaining: Explaining | null;
}

/** What decides about one gesture in one role: few of all rules, so that a decision looks at few. */
export interface RolePlan {
  readonly index: RuleIndex;
  readonly found: Matching;
  readonly limits: readonly BudgetLimit[];
}

/** A document made ready for evaluation. */
export interface Plan {
  readonly document: PolicyDocument;
  readonly vocabulary: Vocabulary;
  readonly gestures: ReadonlyMap<string, GesturePlan>;
  readonly dayOf: (instant: number) => number;
}

/** Makes a checked document ready. */
export function planOf(document: PolicyDocument): Plan {
  const vocabulary = vocabularyOf(document);
  const byCode = <T extends { code: string }>(entries: readonly T[]) => [...entries].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rules = byCode(document.rules.map(compileRule));
  const budgets = byCode(document.budgets);

  const gestures = document.gestures.map(({ code: gesture, valued }): GesturePlan => {
    const own = rules.filter(({ scope }) => scope.gestures === null || scope.gestures.has(gesture));
    const counted = budgets.filter((budget) => coversGesture(budget, gesture, valued));
    const roles = new Set([...own.flatMap(({ scope }) => [...(scope.roles ?? [])]), ...counted.flatMap(({ limits }) => limits.map(({ role }) => role))]);

    const paths = new Set(own.flatMap(({ scope }) => askedPaths(scope)));
    if (valued && own.some(({ percent }) => percent !== null)) paths.add("order.value");
    if (counted.some(({ subject }) => subject === "customer")) paths.add("customer.ref");
    if (counted.some(({ subject }) => subject === "site")) paths.add("actor.site");
    return {
      gesture,
      valued,
      rules: own,
      budgets: counted.map(compileBudget),
      vocabulary,
      asks: factsAt(paths),
      dated: own.some(({ rule }) => rule.validFrom !== undefined || rule.validTo !== undefined),
      roles: new Map([...roles].map((role) => [role, null])),
      others: null,
      explaining: null,
    };
  });
  return { document, vocabulary, gestures: new Map(gestures.map((plan) => [plan.gesture, plan])), dayOf: localDays(document.timeZone) };
}

function vocabularyOf(document: PolicyDocument): Vocabulary {
  const codes = (entries: readonly { code: string }[]) => new Map(entries.map(({ code }, at) => [code, at]));
  return {
    currency: document.currency,
    gestures: new Map(document.gestures.map(({ code, valued }) => [code, valued])),
    reasons: codes(document.reasons),
    channels: codes(document.channels),
    tiers: codes(document.tiers),
    flags: codes(document.flags),
  };
}

/** All rules of a gesture ready to be explained. */
export function explainingOf(gesture: GesturePlan): Explaining {
  return (gesture.explaining ??= explainingFor(gesture.rules, indexRules(gesture.rules, gesture.vocabulary)));
}

/** What decides for somebody in a role. */
export function rolePlan(gesture: GesturePlan, role: string): RolePlan {
  const known = gesture.roles.get(role);
  if (known) return known;
  if (known === undefined) return (gesture.others ??= makeRolePlan(gesture, null));
  const made = makeRolePlan(gesture, role);
  gesture.roles.set(role, made);
  return made;
}

/** @param role null is a role that nothing names */
function makeRolePlan({ rules, budgets, vocabulary }: GesturePlan, role: string | null): RolePlan {
  const own = rules.filter(({ scope }) => scope.roles === null || (role !== null && scope.roles.has(role)));
  const index = indexRules(own, vocabulary);
  return { index, found: matchingFor(index), limits: limitsOfRole(budgets, role ?? "*") };
}
