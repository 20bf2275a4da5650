import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput, zodFaults } from "#platform/http/zod-faults.ts";
import { LIBRARY } from "./library.ts";
import {
  answerFields, type AnswerFields, commitmentsFields, type CommitmentFields, decisionFields, type DecisionFields, hoursFields, type HoursFields, LEAST_COMMITMENTS,
  lookFields, type LookFields, missedFields, monthFields, type MonthFields, MOST_COMMITMENTS, MOST_CUSTOMERS, MOST_STRENGTHS, whoFields, type WhoFields,
} from "./schemas.ts";

const textsOf = (form: FormData, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, textOf(form, name)]));

/** A whole number as people type it; NaN where it is none. */
const wholeOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

const required = (form: FormData, ...names: readonly string[]): void => {
  const missing = names.filter((name) => textOf(form, name) === "").map((path) => ({ path, code: "required" }));
  if (missing.length > 0) throw invalidInput(...missing);
};

interface Chosen extends Omit<CommitmentFields, "source"> {
  readonly index: number;
  /** As it was chosen; undefined where nothing was. */
  readonly source: string | undefined;
}

/**
 * Up to five commitments, each from the library (`choice-<n>`) with its quantity, or in one's own words (`own-<n>`) with
 * source and quantity; empty rows are left out. Throws 422 at `own-<n>` where both stand, `source-<n>`, `quantity-<n>` or
 * `commitments`.
 */
export function commitmentsInput(form: FormData): CommitmentFields[] {
  const chosen = Array.from({ length: MOST_COMMITMENTS }, (_, index) => index).flatMap((index): Chosen[] => {
    const [choice, own] = [textOf(form, `choice-${index}`), textOf(form, `own-${index}`)];
    const example = LIBRARY.find(({ code }) => code === choice);
    if (example === undefined && own === "") return [];
    if (example !== undefined && own !== "") throw invalidInput({ path: `own-${index}`, code: "library_or_own" });
    const typed = textOf(form, `quantity-${index}`);
    const quantity = typed === "" && example !== undefined ? example.quantity : wholeOf(typed);
    if (Number.isNaN(quantity)) throw invalidInput({ path: `quantity-${index}`, code: typed === "" ? "required" : "malformed" });
    if (own !== "") return [{ source: textOf(form, `source-${index}`) || undefined, quantity, libraryCode: null, textVi: own, textEn: own, index }];
    return example === undefined ? [] : [{ source: example.source, quantity, libraryCode: example.code, textVi: example.vi, textEn: example.en, index }];
  });
  const unproved = chosen.filter(({ source }) => source === undefined).map(({ index }) => ({ path: `source-${index}`, code: "choose_one" }));
  if (unproved.length > 0) throw invalidInput(...unproved);
  const fields = chosen.map(({ index: _index, ...one }) => one);
  if (fields.length < LEAST_COMMITMENTS) throw invalidInput({ path: "commitments", code: "too_few", params: { limit: LEAST_COMMITMENTS } });
  const parsed = commitmentsFields.safeParse(fields, { reportInput: true });
  if (parsed.success) return parsed.data;
  // A fault of the n-th commitment stands in the row of the form that it came from.
  const inForm = (path: string): string => {
    const [at, part = ""] = path.split(".");
    const row = chosen[Number(at)]?.index;
    return row === undefined ? path : `${part.startsWith("text") ? "own" : part}-${row}`;
  };
  throw invalidInput(...zodFaults(parsed.error).map((fault) => ({ ...fault, path: inForm(fault.path) })));
}

/** Why a commitment was not kept. */
export function missedInput(form: FormData): string {
  required(form, "reason");
  return parseInput(missedFields, { reason: textOf(form, "reason") }).reason;
}

/** One's own words of a month. */
export function monthInput(form: FormData): MonthFields {
  required(form, "words", "loyal");
  return parseInput(monthFields, textsOf(form, "month", "words", "loyal"));
}

/** The next level's words. */
export function answerInput(form: FormData): AnswerFields {
  required(form, "answer");
  return parseInput(answerFields, textsOf(form, "month", "answer", "seen"));
}

/** Time with customers, as two taps say it. */
export function hoursInput(form: FormData): HoursFields {
  required(form, "site", "day", "what");
  return parseInput(hoursFields, { ...textsOf(form, "site", "day", "what"), minutes: wholeOf(textOf(form, "minutes")) });
}

/** A weighty decision. */
export function decisionInput(form: FormData): DecisionFields {
  required(form, "title", "words", "lens", "serves", "givenUp");
  return parseInput(decisionFields, textsOf(form, "title", "words", "lens", "serves", "givenUp"));
}

/** What happened after it. */
export function lookInput(form: FormData): LookFields {
  if (textOf(form, "verdict") === "") throw invalidInput({ path: "verdict", code: "choose_one" });
  required(form, "happened");
  return parseInput(lookFields, textsOf(form, "verdict", "happened"));
}

/** Rows of words in both languages; empty ones are left out. */
function pairs(form: FormData, name: string, most: number): { vi: string; en: string }[] {
  const rows = Array.from({ length: most }, (_, index) => ({ vi: textOf(form, `${name}-${index}-vi`), en: textOf(form, `${name}-${index}-en`) }));
  return rows.filter(({ vi, en }) => vi !== "" || en !== "");
}

/** What the company says of itself, as it is edited. */
export function whoInput(form: FormData): WhoFields {
  return parseInput(whoFields, {
    base: wholeOf(textOf(form, "base")),
    purpose: { vi: textOf(form, "purpose-vi"), en: textOf(form, "purpose-en") },
    strengths: pairs(form, "strengths", MOST_STRENGTHS),
    customers: pairs(form, "customers", MOST_CUSTOMERS),
  });
}
