import { isRole, type Role } from "#access/roles.ts";
import { parseDay } from "#kernel/period.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { CADENCES, CES_CONVENTIONS, COUNTS, DIRECTIONS, kpiDefinition, type KpiDefinition, LENSES, MEASURES, MOVES, SERVED, SOURCES, STAGES, UNITS } from "./definition.ts";
import type { GivenCounts } from "./domain/counts.ts";
import { DESIGN_STEPS, type DesignStep } from "./domain/design-steps.ts";
import { shapesOf } from "./domain/tally.ts";
import { isFact } from "./facts.ts";
import { type Observation, targetFields, type TargetFields } from "./schemas.ts";

/** Reads what people type and collects what cannot be read. */
class Typed {
  readonly faults: FieldFault[] = [];
  constructor(private readonly form: FormData) {}

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value.trim() : "";
  }

  /** One of a list; null where nothing or something else is chosen. */
  one<T extends string>(name: string, list: readonly T[]): T | null {
    return list.find((each) => each === this.text(name)) ?? null;
  }

  many(name: string): string[] {
    return this.form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");
  }

  /** A number with a point or a comma for decimals, or groups of thousands; null when empty. */
  number(name: string): number | null {
    const text = this.text(name).replace(/\s/g, "");
    if (text === "") return null;
    if (/^-?\d{1,3}([.,]\d{3}){2,}$/.test(text)) return Number(text.replace(/[.,]/g, ""));
    if (/^-?\d{1,15}([.,]\d{1,4})?$/.test(text)) return Number(text.replace(",", "."));
    this.faults.push({ path: name, code: "number_format" });
    return null;
  }

  whole(name: string, otherwise: number): number {
    const text = this.text(name);
    if (text === "") return otherwise;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.faults.push({ path: name, code: "integer_format" });
    return otherwise;
  }

  day(name: string): string | null {
    const text = this.text(name);
    if (text === "") return null;
    const day = parseDay(text);
    if (day.ok) return day.value;
    this.faults.push({ path: name, code: "date_format" });
    return null;
  }

  done(): void {
    if (this.faults.length > 0) throw new Refusal("invalid_input", { errors: this.faults });
  }
}

function customerStep(typed: Typed): Partial<KpiDefinition> {
  const kind = typed.one("serves", SERVED);
  return {
    name: { vi: typed.text("nameVi"), en: typed.text("nameEn") },
    why: { vi: typed.text("whyVi"), en: typed.text("whyEn") },
    lens: typed.one("lens", LENSES),
    serves: kind === null ? null : { kind, text: { vi: typed.text("servesVi"), en: typed.text("servesEn") } },
    stage: typed.one("stage", STAGES),
  };
}

function measureStep(typed: Typed, before: KpiDefinition): Partial<KpiDefinition> {
  const kind = typed.one("measure", MEASURES) ?? before.measure.kind;
  const convention = typed.one("convention", CES_CONVENTIONS);
  const direction = typed.one("direction", DIRECTIONS) ?? before.direction;
  const [from, to] = [typed.number("rangeFrom"), typed.number("rangeTo")];
  return {
    measure: {
      kind,
      ...(kind === "csat" ? { scale: typed.whole("scale", 5) } : {}),
      ...(kind === "ces" && convention !== null ? { convention } : {}),
      ...(kind === "fcr" ? { withinDays: typed.whole("withinDays", 7) } : {}),
    },
    unit: typed.one("unit", UNITS) ?? before.unit,
    direction,
    range: direction === "range" && from !== null && to !== null ? { from, to } : null,
    counts: typed.one("counts", COUNTS),
    moves: typed.one("moves", MOVES) ?? before.moves,
  };
}

function peopleStep(typed: Typed): Partial<KpiDefinition> {
  return {
    owners: typed.many("owners"),
    touches: typed.many("touches"),
    influencedBy: typed.many("influencedBy").filter((role): role is Role => isRole(role)),
    guardrails: typed.many("guardrails"),
    fights: typed.many("fights"),
    costsFallOn: typed.many("costsFallOn"),
  };
}

function numbersStep(typed: Typed, before: KpiDefinition): Partial<KpiDefinition> {
  const kind = typed.one("source", SOURCES) ?? before.source.kind;
  const fact = typed.text("fact");
  const [value, by] = [typed.number("targetValue"), typed.day("targetBy")];
  if (value !== null && by === null) typed.faults.push({ path: "targetBy", code: "required" });
  return {
    source: { kind, fact: kind === "computed" && isFact(fact) ? fact : null },
    cadence: typed.one("cadence", CADENCES) ?? before.cadence,
    minimumSample: typed.whole("minimumSample", before.minimumSample),
    baseline: typed.number("baseline"),
    target: value === null || by === null ? null : { value, by },
  };
}

/** Which step of designing a form belongs to; the first unless told. */
export function designStep(text: string | null): DesignStep {
  return DESIGN_STEPS.find((step) => step === text) ?? "customer";
}

/** A definition with one step's answers put into it. Refuses 422 with what cannot be read. */
export function designInput(form: FormData, step: DesignStep, before: KpiDefinition): KpiDefinition {
  const typed = new Typed(form);
  const parts = { customer: () => customerStep(typed), measure: () => measureStep(typed, before), people: () => peopleStep(typed), numbers: () => numbersStep(typed, before), check: () => ({}) };
  const merged = { ...before, ...parts[step]() };
  typed.done();
  return parseInput(kpiDefinition, merged);
}

/** The code of a new KPI. Refuses 422 for what is none. */
export function codeInput(form: FormData): string {
  const text = new Typed(form).text("ref").toUpperCase();
  if (/^[A-Z0-9_-]{1,64}$/.test(text)) return text;
  throw new Refusal("invalid_input", { errors: [{ path: "code", code: text === "" ? "required" : "code_format" }] });
}

/** A target as typed; both empty take it away. */
export function targetInput(form: FormData): TargetFields & { readonly improvement: string } {
  const typed = new Typed(form);
  const fields = { value: typed.number("value"), by: typed.day("by"), reason: typed.text("reason") };
  typed.done();
  return { ...parseInput(targetFields, fields), improvement: typed.text("improvement") };
}

function countsOf(typed: Typed, kind: KpiDefinition["measure"]["kind"]): GivenCounts {
  const needed = (name: string) => {
    const value = typed.number(name);
    if (value === null && !typed.faults.some(({ path }) => path === name)) typed.faults.push({ path: name, code: "required" });
    return value ?? 0;
  };
  if (typed.text("values") !== "") {
    const parts = typed.text("values").split(/[;\n]/).filter((part) => part.trim() !== "").map((part) => /^\s*(-?\d+(?:[.,]\d+)?)\s*:\s*(\d+)\s*$/.exec(part));
    if (parts.some((part) => part === null)) typed.faults.push({ path: "values", code: "values_format" });
    return { values: Object.fromEntries(parts.map((part) => [String(Number((part?.[1] ?? "").replace(",", "."))), Number(part?.[2] ?? 0)])) };
  }
  const [shape] = shapesOf(kind);
  if (shape === "groups") return { promoters: needed("promoters"), passives: needed("passives"), detractors: needed("detractors") };
  if (shape === "ratio") return { numerator: needed("numerator"), denominator: needed("denominator") };
  if (shape === "answers") {
    typed.faults.push({ path: "values", code: "required" });
    return { values: {} };
  }
  return { value: needed("value"), n: typed.number("n") ?? 1 };
}

/** One period's counts as typed, and why an earlier figure is changed. */
export function feedInput(form: FormData, { measure }: KpiDefinition): { readonly row: Observation; readonly reason: string | null } {
  const typed = new Typed(form);
  const [periodStart, periodEnd] = [typed.day("periodStart"), typed.day("periodEnd")];
  for (const [path, day] of [["periodStart", periodStart], ["periodEnd", periodEnd]] as const) if (day === null && typed.text(path) === "") typed.faults.push({ path, code: "required" });
  const counts = countsOf(typed, measure.kind);
  typed.done();
  return { row: { periodStart: periodStart ?? "", periodEnd: periodEnd ?? "", department: typed.text("department") || null, site: typed.text("site") || null, counts }, reason: typed.text("reason").slice(0, 300) || null };
}
