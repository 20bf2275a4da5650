import { parseMoney } from "#kernel/money.ts";
import type { PolicyDocument, PolicyEscalation } from "../../schemas.ts";
import { type PolicyEdit, VOCABULARIES, type Vocabulary } from "./edits.ts";
import type { RuleFormContext, Typed } from "./rule-form.ts";

export interface SettingsFault {
  readonly path: string;
  readonly code: string;
}

export interface ReadSettings {
  readonly edit: PolicyEdit;
  readonly faults: readonly SettingsFault[];
}

const one = (typed: Typed, name: string) => typed[name]?.[0]?.trim() ?? "";

/** The vocabulary that a form is about; null for none of them. */
export function vocabularyOf(typed: Typed): Vocabulary | null {
  return VOCABULARIES.find((list) => list === one(typed, "list")) ?? null;
}

/**
 * Reads a vocabulary as typed: rows `code.<n>`, `vi.<n>`, `en.<n>`, for gestures also `kind.<n>` and `valued.<n>`. A row
 * without a code, or whose `keep.<n>` was taken away, is left out.
 */
export function readVocabulary(list: Vocabulary, typed: Typed): ReadSettings {
  const rows = [...new Set(Object.keys(typed).flatMap((name) => /^code\.(\d{1,4})$/.exec(name)?.[1] ?? []))].map(Number).sort((a, b) => a - b);
  const entries = rows.flatMap((row) => {
    const code = one(typed, `code.${row}`);
    if (code === "" || typed[`keep.${row}`] === undefined) return [];
    const [vi, en, kind] = [one(typed, `vi.${row}`), one(typed, `en.${row}`), one(typed, `kind.${row}`)];
    const name = { ...(vi !== "" && { vi }), ...(en !== "" && { en }) };
    const named = { code, ...(Object.keys(name).length > 0 && { name }) };
    if (list !== "gestures") return [named];
    return [{ ...named, valued: typed[`valued.${row}`] !== undefined, ...(kind !== "" && { kind: kind as "compensation" | "proactive" }) }];
  });
  return { edit: { kind: "vocabulary", list, entries }, faults: [] };
}

const EXCEPTION = "exception.";
/** The name of the field that holds what one role may decide as an exception. */
export const exceptionField = (role: string): string => `${EXCEPTION}${role}`;
/** The name of the tick that says there is no ceiling. */
export const unlimitedField = (role: string): string => `unlimited.${role}`;

/** Reads the path of the whole policy, the last resort and the exceptions. */
export function readPaths(typed: Typed, { currency, locale }: RuleFormContext): ReadSettings {
  const faults: SettingsFault[] = [];
  const minutes = (name: string): number => {
    const text = one(typed, name);
    if (!/^\d{1,6}$/.test(text) || Number(text) === 0) faults.push({ path: name, code: text === "" ? "required" : "integer_format" });
    return Number(text);
  };
  const to = one(typed, "to");
  const fallback = one(typed, "fallback");
  const escalation: PolicyEscalation | undefined =
    to === "" ? undefined : { to, withinMinutes: minutes("within"), ...(fallback !== "" && { fallback, fallbackAfterMinutes: minutes("fallbackAfter") }) };
  const roles = Object.keys(typed).flatMap((name) => (name.startsWith(EXCEPTION) ? [name.slice(EXCEPTION.length)] : []));
  const exceptions = roles.flatMap((role): PolicyDocument["exceptions"] => {
    if (typed[unlimitedField(role)] !== undefined) return [{ role }];
    const text = one(typed, exceptionField(role));
    if (text === "") return [];
    const read = parseMoney(text, currency, locale);
    if (read.ok) return [{ role, perCase: read.value.minor }];
    faults.push({ path: exceptionField(role), code: "amount_format" });
    return [];
  });
  return { edit: { kind: "paths", lastResort: one(typed, "lastResort") || "leader", escalation, exceptions }, faults };
}
