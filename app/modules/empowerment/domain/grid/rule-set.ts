import type { PolicyRule } from "../../schemas.ts";
import { compileRule, type CompiledRule } from "../rule-index.ts";
import { isStrictlyInside } from "../scope.ts";
import { bitsWhere, noBits, type Bits, add } from "./bits.ts";

/** The rules for one gesture in order of their codes; sets of them are bits. */
export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  readonly grants: Bits;
  readonly prohibits: Bits;
  readonly requires: Bits;
  /** The grants that state each duty. */
  readonly stating: { readonly note: Bits; readonly evidence: Bits; readonly secondPersonAbove: Bits };
  /** Grants whose limit follows the order's value. */
  readonly percents: Bits;
  /** The grants strictly inside a grant's scope, and those it lies strictly inside of. */
  readonly inside: (at: number) => Bits;
  readonly wider: (at: number) => Bits;
  /** The rules that somebody in this role can come under. */
  readonly ofRole: (role: string) => Bits;
  /** Roles that some rule names, in order. */
  readonly roles: readonly string[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Reads rules, in order of their codes; where two have one code, as in two versions, their content orders them. */
export function readRules(rules: readonly PolicyRule[]): CompiledRule[] {
  return rules.map(compileRule).sort((a, b) => byText(a.code, b.code) || byText(JSON.stringify(a.rule), JSON.stringify(b.rule)));
}

/** The rules that name a gesture, or any, of those read. */
export function ruleSetOf(read: readonly CompiledRule[], gesture: string): RuleSet {
  const rules = read.filter(({ scope }) => scope.gestures === null || scope.gestures.has(gesture));
  const grant = ({ rule }: CompiledRule) => rule.effect === "grant";
  const stating = (duty: "note" | "evidence" | "secondPersonAbove") => bitsWhere(rules, (entry) => grant(entry) && entry.rule.duties?.[duty] !== undefined);
  const nested = nestingOf(rules);
  const anyRole = bitsWhere(rules, ({ scope }) => scope.roles === null);
  const roles = [...new Set(rules.flatMap(({ scope }) => [...(scope.roles ?? [])]))].sort();
  const byRole = new Map(roles.map((role) => [role, bitsWhere(rules, ({ scope }) => scope.roles === null || scope.roles.has(role))]));
  return {
    rules,
    grants: bitsWhere(rules, grant),
    prohibits: bitsWhere(rules, ({ rule }) => rule.effect === "prohibit"),
    requires: bitsWhere(rules, ({ rule }) => rule.effect === "require"),
    stating: { note: stating("note"), evidence: stating("evidence"), secondPersonAbove: stating("secondPersonAbove") },
    percents: bitsWhere(rules, (entry) => grant(entry) && entry.percent !== null),
    inside: nested.inside,
    wider: nested.wider,
    ofRole: (role) => byRole.get(role) ?? anyRole,
    roles,
  };
}

function nestingOf(rules: readonly CompiledRule[]): Pick<RuleSet, "inside" | "wider"> {
  const wider: (Bits | undefined)[] = [];
  const inside: (Bits | undefined)[] = [];
  const fill = (kept: (Bits | undefined)[], at: number, holds: (other: CompiledRule) => boolean): Bits => {
    const bits = noBits(rules.length);
    rules.forEach((other, index) => other.rule.effect === "grant" && holds(other) && add(bits, index));
    kept[at] = bits;
    return bits;
  };
  const scope = (at: number) => (rules[at] as CompiledRule).scope;
  return {
    wider: (at) => wider[at] ?? fill(wider, at, (other) => isStrictlyInside(scope(at), other.scope)),
    inside: (at) => inside[at] ?? fill(inside, at, (other) => isStrictlyInside(other.scope, scope(at))),
  };
}
