import type { PolicyRule } from "../../schemas.ts";
import { atMost } from "../grid/dominance.ts";
import { compileRule, type CompiledRule } from "../rule-index.ts";
import { isStrictlyInside, type Scope } from "../scope.ts";
import type { Direction } from "./answer.ts";

/** A rule of one version, or both where nothing that decides differs. */
export interface Sided {
  readonly rule: PolicyRule;
  /** As bits: 1 the first version, 2 the second. */
  readonly sides: number;
  /** Which ways a difference of this rule can make the second version differ; none where both have it. */
  readonly ways: readonly Direction[];
  /** What decides about it, as text. */
  readonly text: string;
}

const BOTH = 3;

/** All that decides about a rule, as text; its code, what explains it (name, why, words, owner) and who is asked are left out. */
function decidingText({ effect, gestures, who, when, limit, duties, validFrom, validTo }: PolicyRule): string {
  const set = (codes: readonly string[] | undefined) => [...new Set(codes ?? [])].sort();
  const range = (bounds: { min?: number | undefined; below?: number | undefined } | undefined) => [bounds?.min ?? 0, bounds?.below ?? null];
  return JSON.stringify([
    ...[effect, set(gestures), set(who?.roles), set(who?.departments), set(who?.sites), range(who?.level), range(who?.tenureDays), set(who?.courses)],
    ...[set(when?.reasons), set(when?.channels), set(when?.tiers), range(when?.lifetimeValue), range(when?.orderValue), range(when?.daysSincePurchase)],
    ...[set(when?.flags?.any), when?.proactive ?? null, limit?.perCase ?? null, limit?.percentOfOrder ?? null],
    ...[duties?.note ?? null, duties?.evidence ?? null, duties?.secondPersonAbove ?? null, validFrom ?? null, validTo ?? null],
  ]);
}

/** The rules of two versions, those that decide alike once, in an order that does not depend on which version is first. */
export function sidedRules(before: readonly PolicyRule[], after: readonly PolicyRule[]): Sided[] {
  const was = new Map(before.map((rule) => [decidingText(rule), rule]));
  const is = new Map(after.map((rule) => [decidingText(rule), rule]));
  const gone = [...was].filter(([text]) => !is.has(text)).map(([, rule]) => rule);
  const come = [...is].filter(([text]) => !was.has(text)).map(([, rule]) => rule);
  const all = [...new Set([...was.keys(), ...is.keys()])].sort();
  return all.flatMap((text): Sided[] => {
    const [old, current] = [was.get(text), is.get(text)];
    const rule = old ?? current;
    if (rule === undefined) return [];
    if (old !== undefined && current !== undefined) return [{ rule, sides: BOTH, ways: [], text }];
    const other = (old === undefined ? gone : come).find(({ code }) => code === rule.code);
    const pair = old === undefined ? ([other, rule] as const) : ([rule, other] as const);
    const ways = pair[0] === undefined || pair[1] === undefined ? waysOfOne(rule, old === undefined) : waysOfPair(pair[0], pair[1]);
    return [{ rule, sides: old === undefined ? 2 : 1, ways, text }];
  });
}

/** A prohibition or a requirement only restricts; a grant may do either, since the stricter of two counts. */
function waysOfOne(rule: PolicyRule, isNew: boolean): Direction[] {
  if (rule.effect === "grant") return ["gains", "loses"];
  return [isNew ? "loses" : "gains"];
}

/**
 * Which ways a rule that was changed can make a difference. With the same scope a raised limit never allows less, nor
 * does a duty that is lifted while the rule still speaks of it; where the scope itself changed anything can come of it.
 */
function waysOfPair(before: PolicyRule, after: PolicyRule): Direction[] {
  const [a, b] = [compileRule(before), compileRule(after)];
  if (before.effect !== after.effect || !isSameScope(a.scope, b.scope)) return ["gains", "loses"];
  const ways = new Set<Direction>();
  if (!atMost(b, a)) ways.add("gains");
  if (!atMost(a, b)) ways.add("loses");
  if (before.effect === "grant") {
    for (const duty of ["note", "evidence"] as const) for (const way of waysOfDuty(before.duties?.[duty], after.duties?.[duty])) ways.add(way);
  } else {
    for (const duty of ["note", "evidence"] as const) {
      const [was, is] = [before.duties?.[duty] === true, after.duties?.[duty] === true];
      if (was !== is) ways.add(is ? "loses" : "gains");
    }
  }
  for (const way of waysOfThreshold(a, b)) ways.add(way);
  return [...ways];
}

/** A duty a grant does not state leaves that of wider grants standing; one it states as false lifts theirs. */
function waysOfDuty(was: boolean | undefined, is: boolean | undefined): Direction[] {
  if (was === is) return [];
  if (was === true || is === false) return ["gains"];
  return ["loses"];
}

function waysOfThreshold({ rule: before }: CompiledRule, { rule: after }: CompiledRule): Direction[] {
  const [was, is] = [before.duties?.secondPersonAbove, after.duties?.secondPersonAbove];
  if (was === is) return [];
  if (was === undefined || is === undefined) return before.effect === "grant" ? ["gains", "loses"] : [is === undefined ? "gains" : "loses"];
  return [is > was ? "gains" : "loses"];
}

function isSameScope(a: Scope, b: Scope): boolean {
  const sets = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null) => one === other || (one !== null && other !== null && one.size === other.size && [...one].every((code) => other.has(code)));
  return (
    !isStrictlyInside(a, b) &&
    !isStrictlyInside(b, a) &&
    sets(a.gestures, b.gestures) &&
    sets(a.roles, b.roles) &&
    sets(a.courses, b.courses) &&
    a.sets.every((set, at) => sets(set, b.sets[at] ?? null)) &&
    a.ranges.every(({ min, below }, at) => min === b.ranges[at]?.min && below === b.ranges[at]?.below)
  );
}
