import { type KpiDefinition, STAGES } from "../definition.ts";
import { associationOfSteps, discoveries, trend } from "./association.ts";
import { type Finding, finding, type LintKpi, type LintScorecard } from "./findings.ts";
import { align, type Aligned } from "./goodness.ts";
import { servesCustomer } from "./lint-one.ts";

/** Fewer periods say nothing about two KPIs. */
const LEAST_PERIODS = 8;
/** How often a set of nothing but noise may give any pattern at all. */
export const FALSE_ALARMS = 0.05;
/** What is called strong. */
const STRONG = 0.5;

const moved = (a: string, b: string, { values }: Aligned) => [
  { kpi: a, first: values.one[0] ?? 0, last: values.one.at(-1) ?? 0 },
  { kpi: b, first: values.other[0] ?? 0, last: values.other.at(-1) ?? 0 },
];

function pairsOf(kpis: readonly LintKpi[]): (readonly [LintKpi, LintKpi])[] {
  const sorted = [...kpis].sort((a, b) => (a.definition.code < b.definition.code ? -1 : 1));
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other] as const));
}

const pairKey = (a: string, b: string) => [a, b].sort().join("+");

function declared(kpis: readonly LintKpi[]): Finding[] {
  const known = new Set(kpis.map(({ definition }) => definition.code));
  const pairs = new Set(kpis.flatMap(({ definition: { code, fights } }) => fights.filter((other) => other !== code && known.has(other)).map((other) => pairKey(code, other))));
  return [...pairs].map((pair) => finding("conflict_declared", pair.split("+")));
}

/** Pairs of which one got better exactly when the other got worse, step by step. */
function seen(kpis: readonly LintKpi[], known: ReadonlySet<string>): Finding[] {
  const looks = pairsOf(kpis).flatMap(([one, other]) => {
    const [a, b] = [one.definition.code, other.definition.code];
    const both = align(one, other);
    if (known.has(pairKey(a, b)) || both.one.length < LEAST_PERIODS) return [];
    const { tau, pBelow } = associationOfSteps(both.one, both.other);
    return [{ p: pBelow, of: { a, b, both, tau } }];
  });
  return discoveries(looks, FALSE_ALARMS)
    .filter(({ tau }) => tau <= -STRONG)
    .map(({ a, b, both, tau }) => finding("conflict_seen", [a, b], { tau, periods: both.one.length, from: both.from, to: both.to, moved: moved(a, b, both) }));
}

/** Cost that falls on a department with no guardrail of its own among those of the KPI. */
function pushed(kpis: readonly LintKpi[], known: ReadonlyMap<string, KpiDefinition>): Finding[] {
  return kpis.flatMap(({ definition: { code, costsFallOn, owners, guardrails } }) => {
    const guarded = new Set(guardrails.filter((guard) => guard !== code).flatMap((guard) => known.get(guard)?.owners ?? []));
    const departments = [...new Set(costsFallOn.filter((department) => !owners.includes(department) && !guarded.has(department)))].sort();
    return departments.length === 0 ? [] : [finding("cost_pushed", [code], { departments })];
  });
}

/** Stages that are measured, and where nobody answers for what the customer gets of them. */
function unowned(kpis: readonly LintKpi[]): Finding[] {
  return STAGES.flatMap((stage) => {
    const here = kpis.filter(({ definition }) => definition.stage === stage);
    const owned = here.some(({ definition: { lens, owners } }) => servesCustomer(lens) && owners.length > 0);
    return here.length === 0 || owned ? [] : [finding("outcome_unowned", here.map(({ definition }) => definition.code).sort(), { stage })];
  });
}

function concern({ definition: one }: LintKpi, { definition: other }: LintKpi): boolean {
  const places = new Set([...one.owners, ...one.touches]);
  return one.guardrails.includes(other.code) || (one.stage !== null && one.stage === other.stage) || [...other.owners, ...other.touches].some((place) => places.has(place));
}

/**
 * Replays the past: KPIs that got better over the periods in which something customers feel got worse, among those of the
 * same stage or departments. Both must be trends of their own, so the weaker of the two counts.
 */
function replays(kpis: readonly LintKpi[]): Finding[] {
  const looks = kpis
    .filter(({ definition }) => !servesCustomer(definition.lens))
    .flatMap((one) =>
      kpis
        .filter((other) => servesCustomer(other.definition.lens) && concern(one, other))
        .flatMap((other) => {
          const both = align(one, other);
          if (both.one.length < LEAST_PERIODS) return [];
          const [rose, fell] = [trend(both.one), trend(both.other)];
          return [{ p: Math.max(rose.pAbove, fell.pBelow), of: { a: one.definition.code, b: other.definition.code, both, tau: fell.tau, rose: rose.tau } }];
        }),
    );
  return discoveries(looks, FALSE_ALARMS)
    .filter(({ tau, rose }) => rose >= STRONG && tau <= -STRONG)
    .map(({ a, b, both }) => finding("rose_while_customer_lost", [a, b], { periods: both.one.length, from: both.from, to: both.to, moved: moved(a, b, both) }));
}

function shares(scorecards: readonly LintScorecard[]): Finding[] {
  return scorecards.filter(({ customerShare, minimum }) => customerShare < minimum).map(({ id, customerShare, minimum }) => finding("below_customer_share", [], { share: customerShare, minimum }, id));
}

/** What shows only when KPIs and scorecards are looked at together. */
export function lintTogether(kpis: readonly LintKpi[], known: ReadonlyMap<string, KpiDefinition>, scorecards: readonly LintScorecard[]): Finding[] {
  const fights = declared(kpis);
  return [...fights, ...seen(kpis, new Set(fights.map(({ kpis: pair }) => pair.join("+")))), ...pushed(kpis, known), ...unowned(kpis), ...replays(kpis), ...shares(scorecards)];
}
