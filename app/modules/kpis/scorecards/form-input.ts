import { isDay } from "#kernel/period.ts";
import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import type { AppealFields } from "./appeals.server.ts";
import { COUNTED, hundredParts, MOST_ITEMS, scorecardFields, type ScorecardFields } from "./items.ts";
import type { PeriodKind } from "./view-models.ts";

function demandText(form: FormData, name: string, limit: number): string {
  const text = textOf(form, name);
  if (text === "") throw invalidInput({ path: name, code: "required" });
  if (text.length > limit) throw invalidInput({ path: name, code: "too_long", params: { limit } });
  return text;
}

function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === "" ? null : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

/** The form of a scorecard: `subject` as `role:frontline`, or `person` with the id in `person`; lines of `item-<n>`, `scope-<n>`, `target-<n>`, `weight-<n>`; without any weight they are equal. */
export function scorecardInput(form: FormData): ScorecardFields {
  const [subjectKind, code = ""] = textOf(form, "subject").split(":", 2);
  const subject = subjectKind === "person" ? textOf(form, "person") : code;
  const lines = Array.from({ length: MOST_ITEMS }, (_, index) => index).filter((index) => textOf(form, `item-${index}`) !== "");
  const missing = [
    ...(subject === "" ? [{ path: subjectKind === "person" ? "person" : "subject", code: "choose_one" }] : []),
    ...["nameVi", "nameEn"].filter((name) => textOf(form, name) === "").map((path) => ({ path, code: "required" })),
    ...(lines.length === 0 ? [{ path: "items", code: "required" }] : []),
  ];
  if (missing.length > 0) throw invalidInput(...missing);
  const typed = lines.map((index) => numberOf(form, `weight-${index}`));
  const weights = typed.every((weight) => weight === null) ? hundredParts(lines.map(() => 1)) : typed;
  const items = lines.map((index, place) => {
    const item = textOf(form, `item-${index}`);
    const weight = weights[place];
    const kind = COUNTED.find((each) => each === item);
    return kind === undefined ? { kind: "kpi", kpi: item, scope: textOf(form, `scope-${index}`) || "site", weight } : { kind, target: numberOf(form, `target-${index}`), weight };
  });
  return parseInput(scorecardFields, { subjectKind, subject, nameVi: textOf(form, "nameVi"), nameEn: textOf(form, "nameEn"), items });
}

/** Which month or quarter to open. */
export function periodInput(form: FormData): { readonly kind: PeriodKind; readonly day: string } {
  const day = textOf(form, "day");
  if (!isDay(day)) throw invalidInput({ path: "day", code: "date_format" });
  return { kind: textOf(form, "kind") === "month" ? "month" : "quarter", day };
}

/** The least customer share, in percent. */
export function shareInput(form: FormData): number {
  return numberOf(form, "percent") ?? Number.NaN;
}

/** What somebody asks to have looked at again. */
export function appealInput(form: FormData): AppealFields {
  return { words: demandText(form, "words", 1000), evidence: demandText(form, "evidence", 1000) };
}

/** The answer to an appeal. */
export function appealAnswerInput(form: FormData): string {
  return demandText(form, "answer", 1000);
}

/** Why a finding may stand, and until when. */
export function letStandInput(form: FormData): { readonly reason: string; readonly until: string } {
  const until = textOf(form, "until");
  const reason = demandText(form, "reason", 500);
  if (!isDay(until)) throw invalidInput({ path: "until", code: "date_format" });
  return { reason, until };
}
