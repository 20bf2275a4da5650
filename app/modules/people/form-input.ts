import { textOf } from "#platform/http/form-text.ts";
import { invalidInput, type FieldFault } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import type { Hours } from "#kernel/business-time.ts";
import { parseDay } from "#kernel/period.ts";
import { readWeek, WEEKDAYS, writeWeek } from "./domain/hours-text.ts";
import { absenceFields, type AbsenceFields, courseFields, type CourseFields, departmentFields, type DepartmentFields, newPerson, type NewPerson, organisationFields, type OrganisationFields, qualificationFields, type QualificationFields, siteFields, type SiteFields, valueFields, type ValueFields } from "./schemas.ts";

const textOrNull = (form: FormData, name: string): string | null => textOf(form, name) || null;

/** A whole number as typed; null when empty. Throws 422 `integer_format` at the field. */
function integerOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  if (text === "") return null;
  if (!/^\d{1,9}$/.test(text)) throw invalidInput({ path: name, code: "integer_format" });
  return Number(text);
}

/** The form of a person: every field of the record. Throws 422 with the schema's faults. */
export function personInput(form: FormData): NewPerson {
  return parseInput(newPerson, {
    email: textOf(form, "email"),
    name: textOf(form, "name"),
    departmentCode: textOrNull(form, "department"),
    siteCode: textOrNull(form, "site"),
    level: integerOf(form, "level"),
    startedOn: textOrNull(form, "startedOn"),
    managerId: textOrNull(form, "managerId"),
    language: textOf(form, "language") || "vi",
    addressForm: textOrNull(form, "addressForm"),
  });
}

/** The form of an absence. */
export function absenceInput(form: FormData): AbsenceFields {
  return parseInput(absenceFields, { fromDay: textOf(form, "fromDay"), toDay: textOf(form, "toDay"), standInId: textOrNull(form, "standInId") });
}

/** The form of a qualification. */
export function qualificationInput(form: FormData): QualificationFields {
  return parseInput(qualificationFields, { course: textOf(form, "course"), validFrom: textOf(form, "validFrom"), validTo: textOrNull(form, "validTo") });
}

/** The form of a course. */
export function courseInput(form: FormData): CourseFields {
  const minutes = integerOf(form, "minutes");
  return parseInput(courseFields, { code: textOf(form, "key"), nameVi: textOf(form, "nameVi"), nameEn: textOf(form, "nameEn"), minutes: minutes ?? 0 });
}

/** The form of a department. */
export function departmentInput(form: FormData): DepartmentFields {
  return parseInput(departmentFields, {
    code: textOf(form, "key"),
    nameVi: textOf(form, "nameVi"),
    nameEn: textOf(form, "nameEn"),
    parentCode: textOrNull(form, "parent"),
    active: form.get("active") !== null,
  });
}

/** Opening hours typed day by day in fields `hours.1` to `hours.7`. Throws 422 `hours_malformed` at a day that cannot be read. */
function weekInput(form: FormData) {
  const { hours, faults } = readWeek(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, textOf(form, `hours.${weekday}`)])));
  if (faults.length > 0) throw invalidInput(...faults.map((weekday): FieldFault => ({ path: `hours.${weekday}`, code: "hours_malformed" })));
  return hours;
}

/** The form of a site; a week left empty follows the organisation's hours. */
export function siteInput(form: FormData): SiteFields {
  const hours = weekInput(form);
  return parseInput(siteFields, {
    code: textOf(form, "key"),
    nameVi: textOf(form, "nameVi"),
    nameEn: textOf(form, "nameEn"),
    departmentCode: textOrNull(form, "department"),
    channel: textOrNull(form, "channel"),
    hours: Object.keys(hours).length === 0 ? null : hours,
    active: form.get("active") !== null,
  });
}

/** The form of the organisation's general settings. */
export function generalInput(form: FormData): OrganisationFields {
  return parseInput(organisationFields, {
    name: textOf(form, "name"),
    language: textOf(form, "language"),
    addressForm: textOf(form, "addressForm"),
    requireTotp: form.get("requireTotp") !== null,
  });
}

/** The form of hours and holidays; holidays one a line, ISO or day first. Throws 422 `date_format` at `holidays`. */
export function hoursInput(form: FormData): OrganisationFields {
  const days = textOf(form, "holidays").split(/[\s,;]+/).filter((text) => text !== "").map(parseDay);
  if (days.some((day) => !day.ok)) throw invalidInput({ path: "holidays", code: "date_format" });
  return parseInput(organisationFields, { hours: weekInput(form), holidays: days.flatMap((day) => (day.ok ? [day.value] : [])) });
}

/** The form of an organisation's own words: fields `role.supervisor.vi` and so on; empty ones keep the usual word. */
export function labelsInput(form: FormData): OrganisationFields {
  const labels: Record<string, Record<string, string>> = {};
  for (const [name, value] of form.entries()) {
    const [, key, language] = /^((?:role|term)\.[A-Za-z-]+)\.(vi|en)$/.exec(name) ?? [];
    if (key === undefined || language === undefined || typeof value !== "string" || value.trim() === "") continue;
    labels[key] = { ...labels[key], [language]: value.trim() };
  }
  return parseInput(organisationFields, { labels });
}

const linesOf = (form: FormData, name: string): string[] => textOf(form, name).split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");

/**
 * The form of a value; behaviours one a line, in the same order in both languages. Throws 422 `lines_differ` at
 * `behavioursEn` when one language has more lines than the other.
 */
export function valueInput(form: FormData): ValueFields {
  const [vi, en] = [linesOf(form, "behavioursVi"), linesOf(form, "behavioursEn")];
  if (vi.length !== en.length) throw invalidInput({ path: "behavioursEn", code: "lines_differ", params: { vi: vi.length, en: en.length } });
  return parseInput(valueFields, {
    code: textOf(form, "key"),
    nameVi: textOf(form, "nameVi"),
    nameEn: textOf(form, "nameEn"),
    meaningVi: textOf(form, "meaningVi"),
    meaningEn: textOf(form, "meaningEn"),
    behaviours: vi.map((words, index) => ({ vi: words, en: en[index] ?? "" })),
    position: integerOf(form, "position") ?? 0,
    active: form.get("active") !== null,
  });
}

/** Opening hours as the form shows them: text by field name, `hours.1` to `hours.7`. */
export function weekTexts(hours: Hours): Record<string, string> {
  return Object.fromEntries(Object.entries(writeWeek(hours)).map(([weekday, text]) => [`hours.${weekday}`, text]));
}
