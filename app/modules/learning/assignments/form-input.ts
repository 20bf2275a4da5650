import { parseDay } from "#kernel/period.ts";
import { textOf } from "#platform/http/form-text.ts";
import { type FieldFault, Refusal } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import { assignmentFields, type AssignmentFields } from "./schemas.ts";

const chosen = (form: FormData, name: string) => form.getAll(name).filter((value): value is string => typeof value === "string" && value !== "");

export function assignmentInput(form: FormData): AssignmentFields {
  const faults: FieldFault[] = [];
  const whole = (name: string) => {
    const text = textOf(form, name);
    if (text === "") return null;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    faults.push({ path: name, code: "integer_format" });
    return null;
  };
  const from = textOf(form, "startedFrom");
  const day = from === "" ? null : parseDay(from);
  if (day?.ok === false) faults.push({ path: "startedFrom", code: "date_format" });
  const fields = { dueDays: whole("dueDays") ?? undefined, everyMonths: whole("everyMonths"), startedFrom: day?.ok === true ? day.value : null };
  if (faults.length > 0) throw new Refusal("invalid_input", { errors: faults });
  const people = textOf(form, "people").split(/[\s,;]+/).filter((email) => email !== "");
  return parseInput(assignmentFields, { ...fields, roles: chosen(form, "roles"), departments: chosen(form, "departments"), sites: chosen(form, "sites"), people });
}
