import type { PolicyDocument, PolicyRule } from "../../schemas.ts";
import { isStrictlyInside, type Scope, scopeOf } from "../scope.ts";

/** The limit a proposal is about: of a whole rule, or of a rule where the case has one reason. */
export interface LimitTarget {
  readonly rule: string;
  /** null: whatever the reason */
  readonly reason: string | null;
}

/** A document with one limit changed. */
export interface LimitChange {
  readonly document: PolicyDocument;
  /** The rule that now holds the limit. */
  readonly code: string;
  /** Rules added so that nobody else's limit changes. */
  readonly added: readonly string[];
}

/** Why a limit cannot be changed by itself: it is not there, or rules meet it as equals and would count otherwise than before. */
export interface LimitBlocked {
  readonly document: null;
  readonly blockedBy: readonly string[];
}

const MAX_CODE = 64;

/** The code of the exception that holds a rule's limit for one reason. */
export function exceptionCode(rule: string, reason: string): string {
  return `${rule}-${reason.toUpperCase().replaceAll("_", "-")}`.slice(0, MAX_CODE);
}

const isFor = (rule: PolicyRule, reason: string) => rule.when?.reasons?.length === 1 && rule.when.reasons[0] === reason;
const covers = (rule: PolicyRule, reason: string) => rule.when?.reasons === undefined || rule.when.reasons.length === 0 || rule.when.reasons.includes(reason);

/** The rule that holds the limit of a target: the rule itself, or its exception for the reason once there is one. */
export function holderOf(document: PolicyDocument, { rule, reason }: LimitTarget): PolicyRule | null {
  const found = (code: string) => document.rules.find((one) => one.code === code && one.effect === "grant") ?? null;
  const base = found(rule);
  if (base === null || reason === null || isFor(base, reason)) return base;
  return found(exceptionCode(rule, reason)) ?? base;
}

/** The limit per case of a target in minor units; null where there is none. */
export function limitOf(document: PolicyDocument, target: LimitTarget): number | null {
  return holderOf(document, target)?.limit?.perCase ?? null;
}

interface Boxed {
  readonly rule: PolicyRule;
  readonly box: Scope;
}

const boxed = (rule: PolicyRule): Boxed => ({ rule, box: scopeOf(rule) });
const listed = (codes: ReadonlySet<string> | null) => (codes === null ? null : [...codes]);
const boxKey = ({ gestures, roles, sets, ranges, courses }: Scope) => JSON.stringify([listed(gestures), listed(roles), sets.map(listed), ranges.map(({ min, below }) => [String(min), String(below)]), [...courses]]);

/** A rule for one reason alone, under another code. */
function narrowed({ rule }: Boxed, reason: string): Boxed {
  return boxed({ ...rule, code: exceptionCode(rule.code, reason), when: { ...rule.when, reasons: [reason] } });
}

/** The grants that would count otherwise once a narrowed copy stands beside its original. */
function disturbed(original: Boxed, copy: Boxed, others: readonly Boxed[]): string[] {
  return others
    .filter(({ box }) => (isStrictlyInside(copy.box, box) && !isStrictlyInside(original.box, box)) || boxKey(box) === boxKey(copy.box))
    .map(({ rule }) => rule.code);
}

function withPerCase(document: PolicyDocument, code: string, perCase: number): PolicyDocument {
  return { ...document, rules: document.rules.map((rule) => (rule.code === code ? { ...rule, limit: { ...rule.limit, perCase } } : rule)) };
}

/**
 * Changes one limit. Where the target is one of a rule's reasons, the rule gets an exception: itself, narrowed to that
 * reason, with the new limit; and every more specific grant inside it that takes other reasons too is repeated for that
 * reason, since it would otherwise meet the exception as an equal and the stricter of the two would count. So nothing but
 * the limit meant changes for anybody; where a rule of equal or crossing scope makes that impossible, nothing is changed
 * and the rule is named.
 * @param to minor units
 * @param word turns the base rule into the exception's words, where it has words
 */
export function changeLimit(document: PolicyDocument, target: LimitTarget, to: number, word: (exception: PolicyRule) => PolicyRule = (rule) => rule): LimitChange | LimitBlocked {
  const holder = holderOf(document, target);
  if (holder?.limit?.perCase === undefined) return { document: null, blockedBy: [] };
  const { reason } = target;
  if (reason === null || holder.code !== target.rule || isFor(holder, reason)) return { document: withPerCase(document, holder.code, to), code: holder.code, added: [] };
  if (!covers(holder, reason)) return { document: null, blockedBy: [] };

  const base = boxed(holder);
  const exception = narrowed(base, reason);
  const others = document.rules.filter((rule) => rule.effect === "grant" && rule.code !== holder.code).map(boxed);
  const repeats = others
    .filter(({ rule, box }) => covers(rule, reason) && !isFor(rule, reason) && isStrictlyInside(box, base.box) && !isStrictlyInside(box, exception.box))
    .map((original) => ({ original, copy: narrowed(original, reason) }));
  const taken = new Set(document.rules.map(({ code }) => code));
  const clashes = repeats.map(({ copy }) => copy.rule.code).filter((code) => taken.has(code));
  const blockedBy = [...disturbed(base, exception, others), ...repeats.flatMap(({ original, copy }) => disturbed(original, copy, others.filter((other) => other !== original))), ...clashes];
  if (blockedBy.length > 0) return { document: null, blockedBy: [...new Set(blockedBy)].sort() };

  const added = [{ ...word(exception.rule), limit: { ...holder.limit, perCase: to } }, ...repeats.map(({ copy }) => copy.rule)];
  const at = document.rules.findIndex(({ code }) => code === holder.code) + 1;
  const rules = [...document.rules.slice(0, at), ...added, ...document.rules.slice(at)];
  return { document: { ...document, rules }, code: exception.rule.code, added: added.map(({ code }) => code) };
}
