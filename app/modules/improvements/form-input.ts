import { textOf } from "#platform/http/form-text.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import type { Burden, Load } from "./domain/burden.ts";
import { answerFields, type AnswerFields, confirmFields, figureFields, type FigureFields, noteFields, oneStep, optionalNote, planFields, type PlanFields, procedureFields, type ProcedureFields, reportFields, type ReportFields, reviewFields, type ReviewFields, type StepFields } from "./schemas.ts";

/** Rows of steps that the form of a plan offers. */
export const STEP_ROWS = 4;

const orAbsent = (text: string): string | undefined => (text === "" ? undefined : text);

/** Reads numbers as people type them and collects what cannot be read. */
class Numbers {
  readonly faults: FieldFault[] = [];
  constructor(private readonly form: FormData) {}

  /** A whole number without separators; null when empty. */
  whole(name: string): number | null {
    const text = textOf(this.form, name);
    if (text === "") return null;
    if (/^\d{1,7}$/.test(text)) return Number(text);
    this.faults.push({ path: name, code: "integer_format" });
    return null;
  }

  /** A number with a point or a comma for decimals; null when empty. */
  decimal(name: string): number | null {
    const text = textOf(this.form, name);
    if (text === "") return null;
    if (/^-?\d{1,9}([.,]\d{1,2})?$/.test(text)) return Number(text.replace(",", "."));
    this.faults.push({ path: name, code: "number_format" });
    return null;
  }

  /** Numbers with white space or semicolons between them. */
  list(name: string): number[] {
    const parts = textOf(this.form, name).split(/[\s;]+/).filter((part) => part !== "");
    if (parts.every((part) => /^-?\d{1,9}([.,]\d{1,4})?$/.test(part))) return parts.map((part) => Number(part.replace(",", ".")));
    this.faults.push({ path: name, code: "number_list" });
    return [];
  }

  /** minutes × uses × people of one group: all three or none. */
  load(name: string): Load | null {
    const parts = (["minutes", "uses", "people"] as const).map((part) => `${name}-${part}`);
    if (parts.every((part) => textOf(this.form, part) === "")) return null;
    for (const part of parts) if (textOf(this.form, part) === "") this.faults.push({ path: part, code: "required" });
    const [minutes, uses, people] = parts.map((part) => this.whole(part) ?? 0);
    return { minutes: minutes ?? 0, uses: uses ?? 0, people: people ?? 0 };
  }

  burden(staff: string, customer: string): Burden {
    return { staff: this.load(staff), customer: this.load(customer) };
  }

  done(): void {
    if (this.faults.length > 0) throw new Refusal("invalid_input", { errors: this.faults });
  }
}

/** The three fields of a report, and what may be added. */
export function reportInput(form: FormData): ReportFields {
  const optional = ["procedure", "rule", "decision", "feedback", "touchpoint", "department"] as const;
  return parseInput(reportFields, {
    kind: orAbsent(textOf(form, "kind")),
    what: textOf(form, "what"),
    cost: textOf(form, "cost"),
    often: orAbsent(textOf(form, "often")),
    ...Object.fromEntries(optional.map((name) => [name, textOf(form, name) || null])),
  });
}

export function answerInput(form: FormData): AnswerFields {
  return parseInput(answerFields, { answer: orAbsent(textOf(form, "answer")), words: textOf(form, "words"), law: textOf(form, "law") || null, department: textOf(form, "department") || null });
}

function measureOf(form: FormData, numbers: Numbers): unknown {
  const code = orAbsent(textOf(form, "measure"));
  const target = numbers.decimal("target");
  if (code === "kpi") return { code, target, kpi: textOf(form, "kpi"), department: textOf(form, "scope-department") || null, site: textOf(form, "scope-site") || null };
  if (code !== "own") return { code, target, ...Object.fromEntries((["rule", "gesture", "site"] as const).map((name) => [name, textOf(form, `scope-${name}`) || null])) };
  return { code, target, shape: orAbsent(textOf(form, "own-shape")), better: orAbsent(textOf(form, "own-better")), name: textOf(form, "own-name"), source: textOf(form, "own-source") };
}

function stepOf(form: FormData, suffix: string) {
  return { text: textOf(form, `step-text${suffix}`), ownerId: textOf(form, `step-owner${suffix}`), dueDay: textOf(form, `step-due${suffix}`) || null };
}

export function planInput(form: FormData): PlanFields {
  const numbers = new Numbers(form);
  const burden = numbers.burden("staff", "customer");
  const burdenAfter = numbers.burden("staff-after", "customer-after");
  const measure = measureOf(form, numbers);
  const steps = Array.from({ length: STEP_ROWS }, (_, index) => stepOf(form, `-${index}`)).filter(({ text }) => text !== "");
  numbers.done();
  const plan = { text: textOf(form, "text"), lensKind: orAbsent(textOf(form, "lensKind")), lensText: textOf(form, "lensText"), evidence: textOf(form, "evidence") || null, way: orAbsent(textOf(form, "way")) };
  return parseInput(planFields, { ...plan, burden, burdenAfter, measure, steps });
}

export function stepInput(form: FormData): StepFields {
  return parseInput(oneStep, stepOf(form, ""));
}

export function noteInput(form: FormData): string {
  return parseInput(noteFields, { note: textOf(form, "note") }).note;
}

export function optionalNoteInput(form: FormData): string | null {
  return parseInput(optionalNote, { note: textOf(form, "note") || null }).note;
}

export function trialInput(form: FormData): { from: string | null; note: string | null } {
  return { from: textOf(form, "from") || null, note: optionalNoteInput(form) };
}

/** Figures as hits of n where the form has those fields, else as a list of values. */
export function figuresInput(form: FormData): FigureFields {
  const numbers = new Numbers(form);
  const share = form.get("hits") !== null;
  const sample = share ? { hits: numbers.whole("hits") ?? undefined, n: numbers.whole("n") ?? undefined } : { values: numbers.list("values") };
  numbers.done();
  return parseInput(figureFields, { phase: orAbsent(textOf(form, "phase")), sample, source: textOf(form, "source") });
}

export function confirmInput(form: FormData): { changed: boolean; note: string | null } {
  const changed = { yes: true, no: false }[textOf(form, "changed")];
  return parseInput(confirmFields, { changed, note: textOf(form, "note") || null });
}

/** The departments of an arrangement, the one that carries it out first. */
export function departmentsInput(form: FormData): string[] {
  const chosen = form.getAll("departments").filter((code) => typeof code === "string");
  const lead = textOf(form, "lead");
  return lead === "" ? chosen : [lead, ...chosen.filter((code) => code !== lead)];
}

export function procedureInput(form: FormData): ProcedureFields {
  const numbers = new Numbers(form);
  const burden = numbers.burden("staff", "customer");
  numbers.done();
  const texts = Object.fromEntries((["nameVi", "nameEn", "department", "since", "reviewBy"] as const).map((name) => [name, textOf(form, name)]));
  return parseInput(procedureFields, { ...texts, code: textOf(form, "ref"), owner: textOf(form, "owner") || null, law: textOf(form, "law") || null, burden });
}

export function reviewInput(form: FormData): ReviewFields {
  return parseInput(reviewFields, { decision: orAbsent(textOf(form, "decision")), note: textOf(form, "note"), reviewBy: textOf(form, "reviewBy") || null });
}
