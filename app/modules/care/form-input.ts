import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { type CareAct, carePolicyFields, type CarePolicyFields, careWord, checkInFields } from "./schemas.ts";

/** The optional word of whoever had a hard case. */
export function careWordInput(form: FormData): string | null {
  const text = textOf(form, "word");
  if (text === "") return null;
  const parsed = careWord.safeParse(text);
  if (!parsed.success) throw invalidInput({ path: "word", code: "too_long", params: { max: 300 } });
  return parsed.data;
}

export function checkInInput(form: FormData): CareAct[] {
  const how = form.getAll("how");
  if (how.length === 0) throw invalidInput({ path: "how", code: "choose_one" });
  return parseInput(checkInFields, how);
}

export function carePolicyInput(form: FormData): CarePolicyFields {
  const minutes = textOf(form, "breakMinutes");
  if (minutes !== "" && !/^\d{1,3}$/.test(minutes)) throw invalidInput({ path: "breakMinutes", code: "integer_format" });
  return parseInput(carePolicyFields, { breakMinutes: minutes === "" ? null : Number(minutes), handOver: form.has("handOver") });
}
