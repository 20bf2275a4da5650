import { type Bilingual, CUSTOMER_LENSES, type KpiDefinition, type Lens } from "../definition.ts";
import { type Finding, finding, type LintKpi } from "./findings.ts";

export const servesCustomer = (lens: Lens | null): boolean => lens !== null && CUSTOMER_LENSES.includes(lens);

function missingWords({ name, why, serves }: KpiDefinition): string[] {
  const of = (field: string, text: Bilingual) => (["vi", "en"] as const).filter((locale) => text[locale].trim() === "").map((locale) => `${field}.${locale}`);
  return [...of("name", name), ...of("why", why), ...(serves === null ? [] : of("serves", serves.text))];
}

/** A tally of good things grows with the crowd, and what went wrong never shows in it. */
function onlyGoodNews({ measure, direction, lens, guardrails }: KpiDefinition, known: ReadonlyMap<string, KpiDefinition>): boolean {
  const tally = measure.kind === "count" || measure.kind === "sum";
  const soft = servesCustomer(lens) || lens === "people";
  return tally && soft && direction === "up" && !guardrails.some((code) => known.get(code)?.direction === "down");
}

function internalView({ code, counts, lens, guardrails }: KpiDefinition, known: ReadonlyMap<string, KpiDefinition>): boolean {
  if (counts !== "what_we_do" || lens === "people") return false;
  return servesCustomer(lens) || !guardrails.some((guard) => guard !== code && servesCustomer(known.get(guard)?.lens ?? null));
}

/** What a reviewer would say of the definition alone. `known`: definitions in use, by code. */
export function lintDefinition(definition: KpiDefinition, known: ReadonlyMap<string, KpiDefinition>): Finding[] {
  const { code, lens, serves, owners, guardrails, moves, touches, source } = definition;
  const missing = missingWords(definition);
  const guarded = guardrails.some((guard) => guard !== code && known.has(guard));
  const crossed = [...new Set([...touches, ...owners])].sort();
  return [
    ...(lens === null || serves === null ? [finding("no_lens", [code])] : []),
    ...(missing.length > 0 ? [finding("no_why", [code], { missing })] : []),
    ...(owners.length === 0 ? [finding("no_owner", [code])] : []),
    ...(owners.length === 1 && crossed.length > 1 ? [finding("one_silo", [code], { departments: crossed })] : []),
    ...((moves === "speed" || moves === "volume" || moves === "revenue") && !guarded ? [finding("no_guardrail", [code])] : []),
    ...(source.kind === "computed" && source.fact === null ? [finding("no_source", [code])] : []),
    ...(internalView(definition, known) ? [finding("internal_view", [code])] : []),
    ...(onlyGoodNews(definition, known) ? [finding("only_good_news", [code])] : []),
  ];
}

const SILENT = 2;

function lintFigures({ definition, series }: LintKpi): Finding[] {
  const { code, minimumSample } = definition;
  const latest = series.slice(-SILENT);
  if (latest.length < SILENT) return [];
  const [first, last] = [latest[0], latest.at(-1)];
  const span = { from: first?.periodStart ?? "", to: last?.periodEnd ?? "" };
  if (latest.every(({ value }) => value === null)) return [finding("silent", [code], span)];
  const small = latest.filter(({ value }) => value !== null).sort((a, b) => a.n - b.n)[0];
  const known = latest.filter(({ value }) => value !== null);
  return small !== undefined && known.every(({ n }) => n < minimumSample) ? [finding("small_sample", [code], { n: small.n, minimum: minimumSample, ...span })] : [];
}

/** What is to be said of one KPI in use: its definition, who is scored on it, its figures and its target. */
export function lintOne(kpi: LintKpi, known: ReadonlyMap<string, KpiDefinition>): Finding[] {
  const { definition, scoredOn, changedTargets } = kpi;
  const powerless = [...new Set(scoredOn.filter((role) => !definition.influencedBy.includes(role)))].sort();
  const moved = changedTargets.filter(({ improvement }) => improvement === null).map(({ at, from, to }) => ({ at, from, to }));
  return [
    ...lintDefinition(definition, known),
    ...(powerless.length > 0 ? [finding("not_influenceable", [definition.code], { roles: powerless })] : []),
    ...(moved.length > 0 ? [finding("target_moved", [definition.code], { changes: moved })] : []),
    ...lintFigures(kpi),
  ];
}
