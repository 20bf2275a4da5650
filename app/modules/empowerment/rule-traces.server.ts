import type { Explanation, FailedDimension, PolicyDocument } from "./public.ts";
import { loadRuleNames, type RuleNames } from "./rule-view.server.ts";
import type { Bilingual, RuleTrace, TraceValue } from "./view-models.ts";
import { nameIn, named } from "./vocabulary.ts";

const UNITS: Readonly<Record<string, "minor" | "days" | "level" | "day">> = {
  level: "level",
  tenureDays: "days",
  daysSincePurchase: "days",
  lifetimeValue: "minor",
  orderValue: "minor",
  validity: "day",
};

/** The name of one value of a dimension; roles keep their code, since their words belong to the screen. */
function nameOf(dim: string, code: string, document: PolicyDocument, names: RuleNames): Bilingual | string {
  switch (dim) {
    case "departments":
      return names.departments.get(code) ?? code;
    case "sites":
      return names.sites.get(code) ?? code;
    case "courses":
      return names.courses.get(code)?.name ?? code;
    case "reasons":
    case "channels":
    case "tiers":
    case "flags":
      return nameIn(document[dim], code).name;
    default:
      return code;
  }
}

type Stated = FailedDimension["actual"] | FailedDimension["needed"];

function valueOf(dim: string, value: Stated, document: PolicyDocument, names: RuleNames): TraceValue {
  const unit = UNITS[dim];
  if (value === null) return { kind: "unknown" };
  if (typeof value === "boolean") return { kind: "proactive", value };
  if (value === "none") return { kind: "none" };
  if (typeof value === "string" || typeof value === "number") {
    return unit === undefined ? { kind: "names", names: [nameOf(dim, String(value), document, names)] } : { kind: "range", min: value, below: null, unit, exact: true };
  }
  if (Array.isArray(value)) return value.length === 0 ? { kind: "none" } : { kind: "names", names: value.map((code: string) => nameOf(dim, code, document, names)) };
  const { min, below } = value as { min?: number | string; below?: number | string };
  return { kind: "range", min: min ?? null, below: below ?? null, unit: unit ?? "level", exact: false };
}

/** Each rule considered, in names: what became of it, and what was missing. */
export async function ruleTraces({ rules }: Explanation, document: PolicyDocument): Promise<RuleTrace[]> {
  const names = await loadRuleNames();
  return rules.map((entry) => {
    const rule = document.rules.find(({ code }) => code === entry.code);
    return {
      ...(rule === undefined ? nameIn([], entry.code) : named(rule)),
      effect: entry.effect,
      status: entry.status,
      limit: entry.limit === undefined ? null : { minor: entry.limit, currency: document.currency },
      by: entry.by ?? null,
      failed: entry.failed.map(({ dim, actual, needed }) => ({ dim, actual: valueOf(dim, actual, document, names), needed: valueOf(dim, needed, document, names) })),
    };
  });
}
