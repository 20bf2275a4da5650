import type { KpiDefinition } from "../definition.ts";

/** What of a definition says how is counted: where it changes, figures before and after cannot be compared. */
const COUNTED = ["measure", "unit", "source", "cadence", "counts"] as const satisfies readonly (keyof KpiDefinition)[];

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}

/** What two definitions differ in; the target is set by itself, with its reason. */
export function differences(before: KpiDefinition, after: KpiDefinition): (keyof KpiDefinition)[] {
  return (Object.keys(after) as (keyof KpiDefinition)[]).filter((key) => key !== "target" && !same(before[key], after[key]));
}

/** Whether the series breaks: another measure, unit, source or cadence. */
export function breaksSeries(before: KpiDefinition, after: KpiDefinition): boolean {
  const changed = differences(before, after);
  return COUNTED.some((key) => changed.includes(key));
}

/** What is still missing before a definition may be used, by field. */
export function missingForUse(definition: KpiDefinition): string[] {
  const missing: string[] = [];
  for (const locale of ["vi", "en"] as const) {
    if (definition.name[locale].trim() === "") missing.push(`name.${locale}`);
    if (definition.why[locale].trim() === "") missing.push(`why.${locale}`);
  }
  if (definition.lens === null) missing.push("lens");
  if (definition.owners.length === 0) missing.push("owners");
  if (definition.direction === "range" && definition.range === null) missing.push("range.from");
  if (definition.measure.kind === "ces" && definition.measure.convention === undefined) missing.push("measure.convention");
  if (definition.measure.kind === "csat" && definition.measure.scale === undefined) missing.push("measure.scale");
  if (definition.source.kind === "computed" && definition.source.fact === null) missing.push("source.fact");
  return missing;
}
