import { instantAt, parseDay } from "#kernel/period.ts";
import { textOf } from "#platform/http/form-text.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { parseInput } from "#platform/http/zod-faults.ts";
import type { CustomerAddress } from "./domain/addresses.ts";
import { normalisePhone } from "./domain/phone.ts";
import { closingFields, customerAddress, type CustomerKey, customerRef, noteFields, type NoteFields, promiseFields, type PromiseFields } from "./schemas.ts";

/** The form of a note; its box "in contact" is ticked or not. */
export function noteInput(form: FormData): NoteFields {
  return parseInput(noteFields, { text: textOf(form, "text"), isContact: form.get("isContact") !== null });
}

/** A local day and time of `zone` as typed; empty time means the day's end. Throws 422 at `day` or `time`. */
function dueOf(form: FormData, zone: string): Date {
  const day = parseDay(textOf(form, "day"));
  if (!day.ok) throw invalidInput({ path: "day", code: day.error === "day_empty" ? "required" : "date_format" });
  const time = textOf(form, "time");
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (time !== "" && hours === undefined) throw invalidInput({ path: "time", code: "time_format" });
  return instantAt(day.value, time === "" ? 1439 : Number(hours) * 60 + Number(minutes), zone);
}

/** The form of a promise. @param keeperId who keeps it when nobody is chosen */
export function promiseInput(form: FormData, zone: string, keeperId: string): PromiseFields {
  return parseInput(promiseFields, { text: textOf(form, "promise"), dueAt: dueOf(form, zone), keeperId: textOf(form, "keeperId") || keeperId });
}

/** The note beside kept or broken; null when empty. */
export function closingInput(form: FormData): string | null {
  return parseInput(closingFields, { note: textOf(form, "note") || null }).note;
}

/** How the customer wishes to be called; null for none. */
export function addressInput(form: FormData): CustomerAddress | null {
  const text = textOf(form, "addressForm");
  return text === "" ? null : parseInput(customerAddress, text);
}

/** What was typed to find a customer: a number where it reads as one, else a reference. Throws 422 at `key`. */
export function lookUpInput(form: FormData): CustomerKey {
  const typed = textOf(form, "key");
  if (typed === "") throw invalidInput({ path: "key", code: "required" });
  if (normalisePhone(typed).ok) return { phone: typed };
  const ref = customerRef.safeParse(typed);
  if (!ref.success) throw invalidInput({ path: "key", code: "unknown_customer" });
  return { ref: ref.data };
}
